package board

import (
	"cmp"
	"maps"
	"slices"

	"tracker/scoring"
)

// weighing is a board whose choices are weighed one against the other.
type weighing struct {
	Board
	o      Options
	base   standing
	events []string // with claims that count, those with the most first
}

// How many draws the tests of a board are given when it is made again and
// again: enough that drawn numbers times ranked speakers stay at sweptDraws,
// and never fewer than minSwept. Every board of one weighing has the same.
const (
	sweptDraws = 200_000
	minSwept   = 200
)

func (b Board) weighing(o Options) *weighing {
	w := &weighing{Board: b, o: o.withDefaults()}
	counts := map[string]int{}
	for _, j := range b.Judged {
		if j.Y != nil {
			counts[eventName(j.Claim)]++
		}
	}
	w.events = slices.SortedFunc(maps.Keys(counts), func(x, y string) int {
		return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y))
	})
	if w.o.Resamples <= 0 && b.Leaderboard != nil {
		w.o.Resamples = min(scoring.DefaultResamples, max(minSwept, sweptDraws/max(1, b.Leaderboard.Ranked)))
	}
	w.base = b.standing(b.Judged, b.Policy, w.o)
	return w
}

// under is the board under a choice.
func (w *weighing) under(c Choice) Effect {
	list := slices.Collect(c.judged(w.claims(), sides{}, w.AsOf))
	n, events := touched(w.Judged, list)
	now := w.base
	if n > 0 {
		now = w.again(list, c.Policy, events)
	}
	return Effect{Choice: c.Name, Touched: n, Scored: scoredOf(list), Brier: now.all.brier, Right: now.all.right, Sided: now.all.sided,
		Turns: w.base.turns(now, w.o.MinEvents)}
}

// leftOut says how many events are to be left out in turn.
func (w *weighing) leftOut() LeftOut {
	n := len(w.events)
	return LeftOut{Events: n, Tried: min(n, maxLeftOut, max(minLeftOut, maxLeftOutWork/max(1, len(w.Judged)))), Turns: []Turn{}}
}

// remainder is a board without one of its events.
type remainder struct {
	brier *float64
	turns []Turn
}

// without makes the board without an event; a claim without one is an event of
// its own.
func (w *weighing) without(event string) remainder {
	rest := slices.DeleteFunc(slices.Clone(w.Judged), func(j Judged) bool { return eventName(j.Claim) == event })
	now := w.again(rest, w.Policy, map[string]bool{event: true})
	r := remainder{now.all.brier, w.base.turns(now, w.o.MinEvents)}
	for i := range r.turns {
		r.turns[i].Without = event
	}
	return r
}

func (l *LeftOut) add(r remainder) {
	if r.brier != nil {
		l.BrierLow, l.BrierHigh = lesser(l.BrierLow, *r.brier), greater(l.BrierHigh, *r.brier)
	}
	l.Turns = append(l.Turns, r.turns...)
}

// again is what the board comes to with other claims, of which those on some
// events may count otherwise: rows without any of these stay as they are. What
// is a question depends on everybody's windows, so all claims on the events are
// looked at.
func (w *weighing) again(list []Judged, p Policy, events map[string]bool) standing {
	changed := map[groupKey]bool{}
	for _, j := range w.Judged {
		if events[eventName(j.Claim)] {
			for _, k := range keys(j.Claim, w.By, w.o.Root) {
				changed[k] = true
			}
		}
	}
	s := w.standingOf(list, p, w.o, func(k groupKey) bool { return changed[k] })
	for k, row := range w.base.rows {
		if !changed[k] {
			s.rows[k] = row
		}
	}
	s.changed = changed
	return s
}
