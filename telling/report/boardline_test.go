package report

import (
	"testing"

	"tracker/board"
	"tracker/scoring"
)

// A share that second thoughts do not move is said to stay.
func TestSecondThoughtsAgainstTheShare(t *testing.T) {
	a := board.AfterFact{Unclear: 1, WorstShare: new(0.75), N: 4}
	for _, c := range []struct {
		share *float64
		want  string
	}{
		{new(0.75), "1 called unclear by the desk after the window had closed; were it wrong, the share right would still be 75 %"},
		{new(0.8), "1 called unclear by the desk after the window had closed; were it wrong, the share right would be 75 %"},
		{nil, "1 called unclear by the desk after the window had closed; were it wrong, the share right would be 75 %"},
	} {
		if got := SecondThoughts(a, scoring.Hit{Share: c.share}); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
