package report

import (
	"fmt"

	"tracker/board"
	"tracker/claims"
	"tracker/telling/chart"
)

// fates are what can have become of a judged claim, in the order in which they
// are shown, with the words beside a count.
var fates = [mostFates]struct {
	kind  chart.Kind
	words string
}{
	{chart.InTime, "right, or kept in time"}, {chart.Early, "came too early"}, {chart.Late, "came late"}, {chart.InPart, "came in part"},
	{chart.Never, "wrong, or not kept"}, {chart.NoSide, "took no side"}, {chart.Unclear, "unclear"},
}

// mostFates is how many there are.
const mostFates = 7

// fate is what became of a claim.
func (c *Claim) fate() chart.Kind { return fateOf(c.Bucket, c.Standing, c.Right) }

// fateOf is what became of a claim whose time is over; "" while it is not, and
// for what cannot be judged.
func fateOf(bucket board.Bucket, standing claims.Standing, right *bool) chart.Kind {
	switch bucket {
	case board.BucketOpen, board.BucketDue, board.BucketNotMatured, board.BucketWithdrawn, board.BucketUntestable:
		return ""
	}
	switch standing {
	case claims.Kept, claims.KeptEarly, claims.Right:
		return chart.InTime
	case claims.KeptLate, claims.StoodLate:
		return chart.Late
	case claims.StoodEarly:
		return chart.Early
	case claims.KeptInPart, claims.InPart:
		return chart.InPart
	case claims.Broken, claims.Wrong:
		return chart.Never
	case claims.StandsNoSide:
		return chart.NoSide
	case claims.StandsUnclear:
		return chart.Unclear
	}
	if right == nil { // an end that nobody accepted counts when somebody chose so
		return ""
	}
	if *right {
		return chart.InTime
	}
	return chart.Never
}

// fateAt is the place of a fate among all, from 1; 0 for none.
func fateAt(k chart.Kind) uint8 {
	for i, f := range fates {
		if f.kind == k {
			return uint8(i + 1)
		}
	}
	return 0
}

// fate is what became of the claim, "" for nothing yet.
func (f *fact) fate() chart.Kind {
	if f.kind == 0 {
		return ""
	}
	return fates[f.kind-1].kind
}

// mark is a claim as the dot at a place among its like.
func (r Report) mark(f *fact, at int) chart.Mark {
	c := r.held(f.id)
	if c == nil {
		return chart.Mark{At: at, Kind: f.fate(), Href: r.href(f.id), Says: fmt.Sprintf("#%d: %s", f.id, fates[f.kind-1].words)}
	}
	return chart.Mark{At: at, Kind: f.fate(), Href: r.href(c.ID), Says: fmt.Sprintf("#%d %s, %s: %s: %s", c.ID, c.Speaker, dayWords(c.StatedOn.Day()), statementOurs(c), standingWords(*c))}
}
