package board

import (
	"slices"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// AfterFact counts the second thoughts of a row: what was withdrawn, voided,
// called unclear, changed in what is judged, or accepted when its window had
// closed, and it could be known what came of it.
type AfterFact struct {
	Withdrawn  int      `json:"withdrawn"`
	Void       int      `json:"void"` // not for an unmet condition, nor as a duplicate
	Unclear    int      `json:"unclear"`
	Amended    int      `json:"amended"`
	Accepted   int      `json:"accepted"`
	WorstShare *float64 `json:"worst_share"` // right of sided were all of them wrong, weighed as the share; null without any
	N          int      `json:"n"`           // of the events, or claims, of that share
}

// Any reports whether there were second thoughts.
func (a AfterFact) Any() bool {
	return a.Withdrawn+a.Void+a.Unclear+a.Amended+a.Accepted > 0
}

// afterTally is AfterFact while it is gathered.
type afterTally struct {
	AfterFact
	missing []scoring.Sided // what took a side and does not count any more, as wrong
	among   map[int]bool    // places in the row of those that count
}

// take books one claim; place is where in the row it counts, -1 for nowhere.
// What no second thought has kept out, because its window has no end or none
// that counts, would not have been wrong either.
func (t *afterTally) take(c *claims.Claim, place int, p Policy) {
	f := c.AfterFact()
	if f == (claims.AfterFact{}) {
		return
	}
	for _, x := range []struct {
		is   bool
		into *int
	}{{f.Withdrawn, &t.Withdrawn}, {f.Void, &t.Void}, {f.Unclear, &t.Unclear}, {f.Amended, &t.Amended}, {f.Accepted, &t.Accepted}} {
		if x.is {
			*x.into++
		}
	}
	switch {
	case place >= 0:
		if t.among == nil {
			t.among = map[int]bool{}
		}
		t.among[place] = true
	case c.Window.Latest != 0 && p.counts(c.Window) && c.Side(p.Lexicon) != hedge.Neither:
		t.missing = append(t.missing, scoring.Sided{Event: claims.Fold(c.Event)})
	}
}

// done works out what the share would be were all of them wrong.
func (t *afterTally) done(w *weighed, p Policy) AfterFact {
	a := t.AfterFact
	if !a.Any() {
		return a
	}
	worst := append([]scoring.Sided{}, t.missing...)
	for i := range w.sidedAt() {
		s := w.sidedOf(i)
		s.Right = s.Right && !t.among[i]
		worst = append(worst, s)
	}
	right, n := scoring.RightOf(slices.Values(worst), p.Weigh == WeighEvents)
	if a.N = n; n > 0 {
		a.WorstShare = new(right / float64(n))
	}
	return a
}
