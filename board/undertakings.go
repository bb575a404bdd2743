package board

import (
	"cmp"
	"iter"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// Undertakings are the promises and plans of a board. Of claims that were not
// kept they remember a dozen bytes each, and MostLong whole: those that took
// longest.
type Undertakings struct {
	whole   []Undertaking // of the claims that were kept
	small   pile[smallUndertaking]
	longest []Undertaking // of the others, in no order
	slips   *slipRows
	texts   *shelf[string]
}

// MostLong is how many of those that took longest are remembered whole.
const MostLong = 512

// smallUndertaking is one that has no other date, and that can be told or has a
// slip. Its event is on the shelf of texts.
type smallUndertaking struct {
	slip, event  int32 // noSlip where it is left out of the slips
	told, inTime bool
}

// Undertakings are the promises and plans of the board.
func (b Board) Undertakings() *Undertakings {
	u := &Undertakings{}
	if b.undertakings != nil {
		*u = *b.undertakings
	}
	u.whole = b.whole()
	return u
}

// add remembers one of a claim about an event that is not kept; u is whole where
// it has a slip.
func (l *Undertakings) add(s smallUndertaking, u *Undertaking, event string) {
	if s.slip == noSlip && !s.told {
		return
	}
	s.event = l.texts.put(claims.Fold(event))
	l.small.add(s)
	if s.slip == noSlip {
		return
	}
	if l.longest = append(l.longest, *u); len(l.longest) == 2*MostLong {
		l.longest = longest(l.longest, MostLong)
	}
}

// slipped yields the small ones that have a slip.
func (l *Undertakings) slipped() iter.Seq[slipped] {
	return func(yield func(slipped) bool) {
		for s := range l.small.all() {
			if s.slip != noSlip && !yield(l.slips.at(int(s.slip)).slipped()) {
				return
			}
		}
	}
}

// longest are the n that took longest, those first; of those that took as long
// the first given.
func longest(list []Undertaking, n int) []Undertaking {
	slices.SortFunc(list, func(a, b Undertaking) int {
		return cmp.Or(cmp.Compare(b.Overrun.T, a.Overrun.T), cmp.Compare(a.IDs[0], b.IDs[0]))
	})
	return slices.Delete(list, min(n, len(list)), len(list))
}

// Moved are those whose claims were kept: all whose date was put off.
func (l *Undertakings) Moved() []Undertaking { return l.whole }

// Longest are the n that took longest, MostLong at most, in this order.
func (l *Undertakings) Longest(n int) []Undertaking {
	list := slices.Clone(l.longest)
	for _, u := range l.whole {
		if u.Overrun != nil {
			list = append(list, u)
		}
	}
	return longest(list, n)
}

// InTime is how many of those that can be told came in time, each counting once;
// the interval takes those on one event together.
func (l *Undertakings) InTime() scoring.Hit {
	return scoring.HitShare(func(yield func(scoring.Sided) bool) {
		for i := range l.whole {
			if u := &l.whole[i]; u.Told() && !yield(scoring.Sided{Event: claims.Fold(u.Event), Right: u.InTime()}) {
				return
			}
		}
		for s := range l.small.all() {
			if s.told && !yield(scoring.Sided{Event: l.texts.list[s.event], Right: s.inTime}) {
				return
			}
		}
	})
}

// Overruns is how long they took, in units of the time promised: those of the
// slips.
func (l *Undertakings) Overruns() scoring.Survival {
	var list []scoring.Duration
	for _, u := range l.whole {
		if u.Overrun != nil {
			list = append(list, *u.Overrun)
		}
	}
	for p := range l.slipped() {
		d, _ := p.Overrun()
		list = append(list, d)
	}
	return scoring.Survive(list)
}

// Met yields what came in the end: after how many times the time promised, and
// of which claims.
func (l *Undertakings) Met() iter.Seq2[float64, []claims.ID] {
	return func(yield func(float64, []claims.ID) bool) {
		at := 0
		for p := range l.slipped() {
			for ; at < len(l.whole) && l.whole[at].IDs[0] < p.id; at++ {
				if u := &l.whole[at]; u.met() && !yield(u.Overrun.T, u.IDs) {
					return
				}
			}
			if d, _ := p.Overrun(); d.Fate == scoring.Met && !yield(d.T, []claims.ID{p.id}) {
				return
			}
		}
		for ; at < len(l.whole); at++ {
			if u := &l.whole[at]; u.met() && !yield(u.Overrun.T, u.IDs) {
				return
			}
		}
	}
}

func (u *Undertaking) met() bool { return u.Overrun != nil && u.Overrun.Fate == scoring.Met }
