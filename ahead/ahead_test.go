package ahead

import (
	"iter"
	"slices"
	"testing"
)

// counted yields numbers from 0, and says how many it has yielded when it is
// told to stop.
func counted(n int, stopped chan<- int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				stopped <- i
				return
			}
		}
		stopped <- n
	}
}

// What is read ahead comes whole and in order, whatever its length.
func TestAhead(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 1000} {
		stopped := make(chan int, 1)
		got := slices.Collect(Of(counted(n, stopped)))
		if len(got) != n || !slices.IsSorted(got) || <-stopped != n {
			t.Errorf("of %d came %d", n, len(got))
		}
		if got := slices.Collect(By(counted(n, stopped))); len(got) != n || !slices.IsSorted(got) || <-stopped != n {
			t.Errorf("of %d came %d, one by one", n, len(got))
		}
		twice := slices.Collect(Made(counted(n, stopped), func(i int) int { return 2 * i }))
		if len(twice) != n || !slices.IsSorted(twice) || n > 0 && twice[n-1] != 2*(n-1) || <-stopped != n {
			t.Errorf("of %d were made %d", n, len(twice))
		}
	}
}

// Whoever stops ends the reading soon, though it is ahead.
func TestAheadStops(t *testing.T) {
	stopped := make(chan int, 1)
	same := func(i int) int { return i }
	for _, list := range []iter.Seq[int]{Of(counted(1_000_000, stopped)), By(counted(1_000_000, stopped)), Made(counted(1_000_000, stopped), same)} {
		for v := range list {
			if v == 10 {
				break
			}
		}
		if at := <-stopped; at == 1_000_000 {
			t.Error("it went on to the end")
		}
	}
}
