package board

import (
	"cmp"
	"context"
	"math"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// longWay is Sensitivity made of whole claims: every claim is judged again under
// every choice, every row is added up again, and every pair of rows compared.
type longWay struct {
	list  []claims.Claim
	by    Grouping
	p     Policy
	asOf  calendar.Day
	o     Options
	keys  []groupKey
	board longBoard
}

// longBoard is one board of it.
type longBoard struct {
	judged  []Judged
	all     *tallied
	rows    map[groupKey]*tallied
	contest *scoring.Standing
}

func newLongWay(list []claims.Claim, by Grouping, p Policy, asOf calendar.Day, o Options) *longWay {
	o, p = o.withDefaults(), p.withDefaults()
	p.MinEvents = o.MinEvents
	l := &longWay{list: list, by: by, p: p, asOf: asOf, o: o}
	for i := range list {
		l.keys = append(l.keys, keys(&list[i], by, o.Root)...)
	}
	slices.SortFunc(l.keys, compareKeys)
	l.keys = slices.Compact(l.keys)
	l.board = l.made(l.judge(Choice{Policy: p}), p)
	return l
}

// judge places every claim that a choice takes.
func (l *longWay) judge(c Choice) (list []Judged) {
	for i := range l.list {
		claim := l.list[i]
		if !l.p.takes(&claim) || l.p.ExcludeHindsight && claim.Hindsight() || c.Policy.ExcludeHindsight && claim.Hindsight() || c.Leaves != nil && c.Leaves(&claim) {
			continue
		}
		if c.Hedge != nil {
			claim.Hedge = c.Hedge(&claim)
		}
		list = append(list, c.Policy.Judge(&claim, l.asOf))
	}
	return list
}

func (l *longWay) made(list []Judged, p Policy) longBoard {
	entries, all := entriesOf(list)
	rows, at := map[groupKey][]int32{}, int32(0)
	for _, j := range list {
		if j.Y == nil {
			continue
		}
		for _, k := range keys(j.Claim, l.by, l.o.Root) {
			rows[k] = append(rows[k], at)
		}
		at++
	}
	b := longBoard{judged: list, all: added(weigh(entries, all, p), p), rows: map[groupKey]*tallied{}}
	for _, k := range l.keys {
		b.rows[k] = added(weigh(entries, rows[k], p), p)
	}
	switch whole := weigh(entries, all, p); {
	case l.by == BySpeaker && l.o.RankRight:
		board := scoring.RankRight(whole.rights(), l.o.Options)
		b.contest = &scoring.Standing{Ranked: board.Ranked, Named: board.Named}
	case l.by == BySpeaker:
		board := scoring.Rank(whole.forecasts(), l.o.Options)
		b.contest = &scoring.Standing{Ranked: board.Ranked, Named: board.Named}
	}
	return b
}

// added adds up a row by the names of its events.
func added(w *weighed, p Policy) *tallied {
	t, weight, loss := &tallied{events: scoring.Events(w.forecasts())}, 0.0, 0.0
	of := scoring.Weights(w.forecasts(), p.Weigh == WeighEvents)
	for f := range w.forecasts() {
		weight, loss, of = weight+of[0], loss+float64(of[0]*scoring.Brier(f.P, f.Y)), of[1:]
	}
	if weight > 0 {
		t.brier = new(loss / weight)
	}
	t.right, t.sided = scoring.RightOf(w.sided(), p.Weigh == WeighEvents)
	return t
}

// under is the effect of a choice.
func (l *longWay) under(c Choice) Effect {
	list := l.judge(c)
	e, now := Effect{Choice: c.Name}, l.board
	byUID := map[claims.UID]Judged{}
	for _, j := range list {
		byUID[j.Claim.UID] = j
		if j.Bucket == BucketScored {
			e.Scored++
		}
	}
	for _, j := range l.board.judged {
		if after, here := byUID[j.Claim.UID]; !here && j.Y != nil || here && !j.countsAs(after) {
			e.Touched++
		}
	}
	if e.Touched > 0 {
		now = l.made(list, c.Policy)
	}
	e.Brier, e.Right, e.Sided, e.Turns = now.all.brier, now.all.right, now.all.sided, l.turns(now)
	e.Turned = len(e.Turns)
	return e
}

func (l *longWay) turns(now longBoard) []Turn {
	list := append([]Turn{}, standing{contest: l.board.contest}.ranks(standing{contest: now.contest})...)
	for _, k := range l.keys {
		if from, to := l.board.rows[k].brier, now.rows[k].brier; from != nil && to != nil && (*from < 0.25) != (*to < 0.25) {
			list = append(list, Turn{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{k.label()}, From: []float64{*from}, To: []float64{*to}})
		}
	}
	var orders []Turn
	for _, figure := range []string{FigureBrier, FigureHits} {
		for i, x := range l.keys {
			for _, y := range l.keys[i+1:] {
				if turn, turns := l.order(figure, x, y, now); turns {
					orders = append(orders, turn)
				}
			}
		}
	}
	slices.SortStableFunc(orders, func(x, y Turn) int {
		clarity := func(t Turn) float64 { return min(math.Abs(t.From[0]-t.From[1]), math.Abs(t.To[0]-t.To[1])) }
		return cmp.Compare(clarity(y), clarity(x))
	})
	return append(list, orders...)
}

func (l *longWay) order(figure string, x, y groupKey, now longBoard) (Turn, bool) {
	a, b, c, d := l.board.rows[x], l.board.rows[y], now.rows[x], now.rows[y]
	if min(a.events, b.events, c.events, d.events) < l.o.MinEvents || x.role != y.role {
		return Turn{}, false
	}
	var f [4]float64
	for i, row := range []*tallied{a, b, c, d} {
		at := row.figure(figure)
		if at == nil {
			return Turn{}, false
		}
		f[i] = *at
	}
	t := Turn{Kind: TurnOrder, Figure: figure, Names: []string{x.label(), y.label()}, From: []float64{f[0], f[1]}, To: []float64{f[2], f[3]}}
	if figure == FigureHits {
		t.From, t.To = []float64{1 - f[0], 1 - f[1]}, []float64{1 - f[2], 1 - f[3]}
	}
	if f[0] > f[1] {
		slices.Reverse(t.Names)
		slices.Reverse(t.From)
		slices.Reverse(t.To)
	}
	return t, turned(f[0]-f[1], f[2]-f[3])
}

// without is the board without an event.
func (l *longWay) without(event string) remainder {
	now := l.made(slices.DeleteFunc(slices.Clone(l.board.judged), func(j Judged) bool { return eventName(j.Claim) == event }), l.p)
	r := remainder{brier: now.all.brier, turns: l.turns(now)}
	for i := range r.turns {
		r.turns[i].Without = event
	}
	r.turned = len(r.turns)
	return r
}

// sensitivity tries the choices, and the events that the short way tried.
func (l *longWay) sensitivity(choices []Choice) Sensitivity {
	counts := map[string]int{}
	for _, j := range l.board.judged {
		if j.Y != nil {
			counts[eventName(j.Claim)]++
		}
	}
	var events []string
	for event := range counts {
		events = append(events, event)
	}
	slices.SortFunc(events, func(x, y string) int { return cmp.Or(cmp.Compare(counts[y], counts[x]), cmp.Compare(x, y)) })
	s := Sensitivity{LeftOut: LeftOut{Events: len(events), Tried: len(events), Turns: []Turn{}}}
	for _, c := range choices {
		s.Choices = append(s.Choices, l.under(c))
	}
	for _, event := range events {
		s.LeftOut.add(l.without(event), math.MaxInt)
	}
	return s
}

func (b Board) allTurns(ctx context.Context) (Sensitivity, error) {
	return b.Sensitivity(ctx, math.MaxInt, func(int, int) {})
}
