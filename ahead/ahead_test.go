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
	}
}

// Whoever stops ends the reading soon, though it is ahead.
func TestAheadStops(t *testing.T) {
	stopped := make(chan int, 1)
	for v := range Of(counted(1_000_000, stopped)) {
		if v == 10 {
			break
		}
	}
	if at := <-stopped; at == 1_000_000 {
		t.Error("it went on to the end")
	}
}
