package board

import (
	"cmp"
	"iter"
	"slices"
	"sync/atomic"

	"tracker/claims"
	"tracker/scoring"
)

// weighing is a board whose choices are weighed one against the other.
type weighing struct {
	*trials
	by     Grouping
	o      Options
	most   int         // turns that are told of one choice
	ended  func() bool // nobody wants the answer any more
	base   standing
	events []counted // with claims that count, those with the most first

	tallied atomic.Int64 // rows that were made
}

// counted is an event, or a claim without one, with the places of what counts
// on it.
type counted struct {
	name string
	at   []int32
}

// How many draws the tests of a board are given when it is made again and
// again: enough that drawn numbers times ranked speakers stay at sweptDraws,
// and never fewer than minSwept. Every board of one weighing has the same.
const (
	sweptDraws = 200_000
	minSwept   = 200
)

func (t *trials) weighing(by Grouping, most int, ended func() bool) (*weighing, error) {
	w := &weighing{trials: t, by: by, o: t.o, most: most, ended: ended}
	var err error
	if w.events, err = t.counted(); err != nil {
		return nil, err
	}
	if t.o.Resamples <= 0 && by == BySpeaker {
		ranked := scoring.Ranked(t.numbers.names, t.numbers.said(weigh(t.of, t.of.present(), t.policy)), t.o.Options)
		w.o.Resamples = min(scoring.DefaultResamples, max(minSwept, sweptDraws/max(1, ranked)))
	}
	w.base = w.stand(t.of, t.policy, nil, nil)
	return w, nil
}

// counted are the events with claims that count on the board.
func (t *trials) counted() ([]counted, error) {
	var list []counted
	for event, name := range t.of.texts.list {
		if at := t.of.presentOf(t.on(int32(event))); event != noText && len(at) > 0 {
			list = append(list, counted{name, at})
		}
	}
	alone := t.of.presentOf(t.on(noText))
	uids, err := t.uids(alone)
	if err != nil {
		return nil, err
	}
	for i := range alone {
		list = append(list, counted{aloneName(uids[i]), alone[i : i+1]})
	}
	slices.SortFunc(list, func(x, y counted) int {
		return cmp.Or(cmp.Compare(len(y.at), len(x.at)), cmp.Compare(x.name, y.name))
	})
	return list, nil
}

// uids are those of claims without an event.
func (t *trials) uids(places []int32) ([]claims.UID, error) {
	list := make([]claims.UID, len(places))
	var byID map[claims.ID]claims.UID
	var err error
	for i, at := range places {
		if list[i] = t.alone[at]; list[i] == "" && byID == nil && t.o.Alone != nil {
			if byID, err = t.o.Alone(); err != nil {
				return nil, err
			}
		}
		list[i] = cmp.Or(list[i], byID[t.of.small(int(at)).id])
	}
	return list, nil
}

// under is the board under a choice.
func (w *weighing) under(i int) Effect {
	its := w.tried[i]
	now := w.base
	if len(its.otherwise) > 0 {
		now = w.made(w.again(its.otherwise, func(c *claims.Claim) bool { return its.gone[c.UID] }), w.choices[i].Policy)
	}
	if w.ended() {
		return Effect{}
	}
	e := Effect{Choice: w.choices[i].Name, Touched: len(its.otherwise), Scored: its.scored, Brier: now.all.brier, Right: now.all.right, Sided: now.all.sided}
	e.Turns, e.Turned, e.Each = w.turns(now)
	return e
}

// made is the board as it is in a trial, in which rows stay as they are that
// nothing touches.
func (w *weighing) made(t *trial, p Policy) standing {
	again := make([]bool, len(w.rows))
	for i, row := range w.rows {
		again[i] = t.touches(row.at)
	}
	return w.stand(t.of, p, again, w.base.rows)
}

// leftOut says how many events are to be left out in turn.
func (w *weighing) leftOut() LeftOut {
	n := len(w.events)
	return LeftOut{Events: n, Tried: min(n, maxLeftOut, max(minLeftOut, maxLeftOutWork/max(1, w.logged))), Turns: []Turn{}}
}

// remainder is a board without one of its events.
type remainder struct {
	brier  *float64
	turns  []Turn
	turned int
	each   iter.Seq[Turn]
}

// without makes the board without an event; a claim without one is an event of
// its own.
func (w *weighing) without(event counted) remainder {
	list := make([]otherwise, len(event.at))
	for i, at := range event.at {
		list[i] = otherwise{place: at, absent: true}
	}
	now := w.made(w.again(list, func(c *claims.Claim) bool { return eventName(c) == event.name }), w.policy)
	if w.ended() {
		return remainder{}
	}
	r := remainder{brier: now.all.brier}
	r.turns, r.turned, r.each = w.turns(now)
	for i := range r.turns {
		r.turns[i].Without = event.name
	}
	if r.each != nil {
		r.each = without(r.each, event.name)
	}
	return r
}

// without are conclusions that change without an event.
func without(each iter.Seq[Turn], event string) iter.Seq[Turn] {
	return func(yield func(Turn) bool) {
		for t := range each {
			if t.Without = event; !yield(t) {
				return
			}
		}
	}
}

// eachOf are the conclusions that some remainders change.
func eachOf(rest []remainder) iter.Seq[Turn] {
	return func(yield func(Turn) bool) {
		for _, r := range rest {
			for t := range r.each {
				if !yield(t) {
					return
				}
			}
		}
	}
}

func (l *LeftOut) add(r remainder, most int) {
	if r.brier != nil {
		l.BrierLow, l.BrierHigh = lesser(l.BrierLow, *r.brier), greater(l.BrierHigh, *r.brier)
	}
	l.Turned += r.turned
	if most != EveryTurn {
		l.Turns = append(l.Turns, r.turns[:min(len(r.turns), most-len(l.Turns))]...)
	}
}

// eventName is the event of a claim, or the claim itself.
func eventName(c *claims.Claim) string {
	if c.Event == "" {
		return aloneName(c.UID)
	}
	return claims.Fold(c.Event)
}

func aloneName(uid claims.UID) string { return "claim " + string(uid) }
