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
	rows   []slipRow
	chains map[claims.ID][]claims.ID // the links of those that are a chain, by the first
}

// slipRow is a promise or a plan in 24 bytes: a large book has as many as it has
// claims, and each twice, in its row and in that of all.
type slipRow struct {
	id              claims.ID // of the first of its dates
	stated, end, at int32
	fate, why       uint8 // why is a place in reasons
}

// reasons are why promises that are over are left out, the first for one that
// is not.
var reasons = [...]leftOut{"", tooShort, notDated, notChecked}

// take books one claim, or with n below 0 takes it out again.
func (t *slipTally) take(c *claims.Claim, looked, asOf calendar.Day, n int) {
	p := promiseOf(c, looked, asOf)
	switch {
	case p.why == notAPromise:
	case n > 0:
		t.add(c.ID, p)
	default:
		if i := slices.IndexFunc(t.rows, func(r slipRow) bool { return r.id == c.ID }); i >= 0 {
			t.rows = slices.Delete(t.rows, i, i+1)
		}
	}
}

// merge makes one promise of the links of a chain, which have been taken one by
// one: its first date, and what came of it.
func (t *slipTally) merge(c Chain, asOf calendar.Day) {
	for _, j := range c.Links {
		t.take(j.Claim, 0, asOf, -1)
	}
	t.takeChain(c, asOf)
}

// takeChain books a chain as one promise.
func (t *slipTally) takeChain(c Chain, asOf calendar.Day) {
	p := c.slipped(asOf)
	if p.why == notAPromise {
		return
	}
	if t.chains == nil {
		t.chains = map[claims.ID][]claims.ID{}
	}
	t.chains[p.links[0]] = p.links
	t.add(p.links[0], p)
}

func (t *slipTally) add(id claims.ID, p slipped) {
	t.rows = append(t.rows, slipRow{id, int32(p.Stated), int32(p.End), int32(p.At), uint8(p.Fate), uint8(slices.Index(reasons[:], p.why))})
}

// all yields what was taken, in that order.
func (t *slipTally) all() iter.Seq[slipped] {
	return func(yield func(slipped) bool) {
		for _, r := range t.rows {
			p := slipped{Promise: scoring.Promise{Stated: int(r.stated), End: int(r.end), At: int(r.at), Fate: scoring.Fate(r.fate)},
				why: reasons[r.why], links: t.chains[r.id]}
			if p.links == nil {
				p.links = []claims.ID{r.id}
			}
			if !yield(p) {
				return
			}
		}
	}
}
