package board

import (
	"errors"
	"testing"
)

func TestAhead(t *testing.T) {
	broken := errors.New("broken")
	seq := func(n int, left *bool) func(func(int, error) bool) {
		return func(yield func(int, error) bool) {
			defer func() { *left = true }()
			for i := range n {
				if !yield(i, nil) {
					return
				}
			}
			yield(n, broken)
		}
	}
	for _, n := range []int{0, 1, 511, 512, 513, 20_000} {
		var left bool
		next := 0
		for v, err := range ahead(seq(n, &left)) {
			if v != next || (err != nil) != (v == n) {
				t.Fatalf("of %d: got %d, %v after %d", n, v, err, next)
			}
			next++
		}
		if next != n+1 || !left {
			t.Errorf("of %d: %d came, the sequence was left: %v", n, next, left)
		}
	}
	var left bool
	for v := range ahead(seq(100_000, &left)) {
		if v == 700 {
			break
		}
	}
	if !left {
		t.Error("the sequence goes on after the loop")
	}
}
