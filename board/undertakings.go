package board

import (
	"cmp"
	"iter"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// Undertakings are the promises and plans of a board. Of claims that were not
// kept they remember two dozen bytes each, and MostLong whole: those that took
// longest.
type Undertakings struct {
	whole   []Undertaking // of the claims that were kept
	small   []smallUndertaking
	longest []Undertaking // of the others, in no order
	texts   *shelf[string]
}

// MostLong is how many of those that took longest are remembered whole.
const MostLong = 512

// smallUndertaking is one that has no other date. Its event is on the shelf of
// texts.
type smallUndertaking struct {
	id           claims.ID
	times        float64 // the time promised
	event        int32
	fate         int8
	over         bool // times and fate say something
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

// add remembers one of a claim that is not kept.
func (l *Undertakings) add(u *Undertaking) {
	s := smallUndertaking{id: u.IDs[0], event: l.texts.put(claims.Fold(u.Event)), told: u.Told(), inTime: u.InTime()}
	if u.Overrun != nil {
		s.over, s.times, s.fate = true, u.Overrun.T, int8(u.Overrun.Fate)
		if l.longest = append(l.longest, *u); len(l.longest) == 2*MostLong {
			l.longest = longest(l.longest, MostLong)
		}
	}
	l.small = append(l.small, s)
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
		for i := range l.small {
			if s := &l.small[i]; s.told && !yield(scoring.Sided{Event: l.texts.list[s.event], Right: s.inTime}) {
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
	for _, s := range l.small {
		if s.over {
			list = append(list, scoring.Duration{T: s.times, Fate: scoring.Fate(s.fate)})
		}
	}
	return scoring.Survive(list)
}

// Met yields what came in the end: after how many times the time promised, and
// of which claims.
func (l *Undertakings) Met() iter.Seq2[float64, []claims.ID] {
	return func(yield func(float64, []claims.ID) bool) {
		at := 0
		for _, s := range l.small {
			for ; at < len(l.whole) && l.whole[at].IDs[0] < s.id; at++ {
				if u := &l.whole[at]; u.met() && !yield(u.Overrun.T, u.IDs) {
					return
				}
			}
			if s.over && scoring.Fate(s.fate) == scoring.Met && !yield(s.times, []claims.ID{s.id}) {
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
