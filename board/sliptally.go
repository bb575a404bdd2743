package board

import (
	"iter"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// slipTally gathers what a Slip is made of.
type slipTally struct {
	of     *slipRows
	rows   []int32            // places in them
	gone   map[claims.ID]bool // links of chains, which count as one
	others []slipped          // chains, and what is not among the rows
}

// slipRows are promises and plans of a board by themselves. Its rows have the
// places of theirs: a large book has as many promises as it has claims, and each
// is in several rows.
type slipRows = pile[slipRow]

// slipRow is a promise or a plan in 24 bytes.
type slipRow struct {
	id              claims.ID
	stated, end, at int32
	fate, why       uint8 // why is a place in reasons
}

// reasons are why promises that are over are left out, the first for one that
// is not.
var reasons = [...]leftOut{"", tooShort, notDated, notChecked}

// noSlip is the place of a claim that is no promise, or one that is not over.
const noSlip int32 = -1

// slipOf books what became of a claim, and returns its place.
func slipOf(of *slipRows, c *claims.Claim, asOf calendar.Day) int32 {
	p := promiseOf(c, 0, asOf)
	if p.why == notAPromise {
		return noSlip
	}
	return int32(of.add(slipRow{c.ID, int32(p.Stated), int32(p.End), int32(p.At), uint8(p.Fate), uint8(slices.Index(reasons[:], p.why))}))
}

// slipped is the promise.
func (r *slipRow) slipped() slipped {
	return slipped{Promise: scoring.Promise{Stated: int(r.stated), End: int(r.end), At: int(r.at), Fate: scoring.Fate(r.fate)}, why: reasons[r.why], id: r.id}
}

// take takes one that slipOf has booked.
func (t *slipTally) take(at int32) {
	if at != noSlip {
		t.rows = append(t.rows, at)
	}
}

// merge makes one promise of the links of a chain, which have been taken one by
// one: its first date, and what came of it.
func (t *slipTally) merge(c Chain, asOf calendar.Day) {
	if t.gone == nil {
		t.gone = map[claims.ID]bool{}
	}
	for _, j := range c.Links {
		t.gone[j.Claim.ID] = true
	}
	t.takeChain(c, asOf)
}

// takeChain books a chain as one promise.
func (t *slipTally) takeChain(c Chain, asOf calendar.Day) {
	if p := c.slipped(asOf); p.why != notAPromise {
		t.others = append(t.others, p)
	}
}

// all yields what was taken, in that order, and then the others.
func (t *slipTally) all() iter.Seq[slipped] {
	return func(yield func(slipped) bool) {
		for _, at := range t.rows {
			r := t.of.at(int(at))
			if p := r.slipped(); !t.gone[r.id] && !yield(p) {
				return
			}
		}
		for _, p := range t.others {
			if !yield(p) {
				return
			}
		}
	}
}
