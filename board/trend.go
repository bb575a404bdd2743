package board

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tracker/calendar"
	"tracker/scoring"
)

// TrendBy says which periods a trend compares.
type TrendBy string

const (
	TrendHalves  TrendBy = "halves"  // of what was said, the earlier against the later
	TrendQuarter TrendBy = "quarter" // of a year
)

// Trend is how a row did as time went by. An event belongs to the period of the
// first statement on it, a promise to that of its first date. Of halves, with
// eight in each, it is tested whether they differ; quarters are only shown.
type Trend struct {
	By       TrendBy         `json:"by"`
	Periods  []Period        `json:"periods"`
	Brier    *scoring.Shift  `json:"brier"`  // of one value an event; nil of quarters and with too few
	Excess   *scoring.Shift  `json:"excess"` // of (y − p)(1 − 2p): what of it is not that surer things were said
	Right    *scoring.Shift  `json:"right"`  // where there is no Brier score
	Promises []PromisePeriod `json:"promises"`
	Pace     *scoring.Pace   `json:"pace"` // of the promises; nil like Brier
	Sentence string          `json:"sentence"`
}

// Period is what was said in some time.
type Period struct {
	Name      string       `json:"name"`
	From      calendar.Day `json:"from"` // the first and the last day on which an event was first spoken of
	To        calendar.Day `json:"to"`
	Events    int          `json:"events"`
	Hit       scoring.Hit  `json:"hit"`
	Brier     *float64     `json:"brier"`
	BrierLow  *float64     `json:"brier_low"`
	BrierHigh *float64     `json:"brier_high"`
}

// PromisePeriod is what became of the promises of some time.
type PromisePeriod struct {
	Name string            `json:"name"`
	From calendar.Day      `json:"from"`
	To   calendar.Day      `json:"to"`
	N    int               `json:"n"`
	Met  int               `json:"met"`
	Half *scoring.Quantile `json:"half"` // as in Slip
}

// span is a period as a list of places in what is being split.
type span struct {
	name     string
	from, to calendar.Day
	places   []int
}

// spans splits days into periods; enough is whether halves can be tested.
func (by TrendBy) spans(days []int) (list []span, enough bool) {
	if by == TrendHalves {
		first, second, ok := scoring.Halves(days)
		list = []span{{name: "first half", places: first}, {name: "second half", places: second}}
		enough = ok
	} else {
		quarters := map[int][]int{}
		for i, d := range days {
			y, m, _ := calendar.Day(d).Civil()
			q := scoring.Quarter(y, int(m))
			quarters[q] = append(quarters[q], i)
		}
		for _, q := range slices.Sorted(maps.Keys(quarters)) {
			list = append(list, span{name: fmt.Sprintf("%d Q%d", q/10, q%10), places: quarters[q]})
		}
	}
	list = slices.DeleteFunc(list, func(s span) bool { return len(s.places) == 0 })
	for i := range list {
		s := &list[i]
		s.from, s.to = calendar.Day(days[s.places[0]]), calendar.Day(days[s.places[0]])
		for _, k := range s.places {
			s.from, s.to = min(s.from, calendar.Day(days[k])), max(s.to, calendar.Day(days[k]))
		}
	}
	return list, enough
}

// unit is everything a row has on one event.
type unit struct {
	day       calendar.Day // of the first statement
	forecasts []scoring.Forecast
	sided     []scoring.Sided
}

// units are the events of a row; the versions of a promise belong together
// without one too.
func (w *weighed) units() []*unit {
	units, of := map[string]*unit{}, make([]*unit, len(w.at))
	var list []*unit
	for i, at := range w.at {
		e := w.of.at(int(at))
		key := "event " + e.Event
		if e.Event == "" {
			key = cmp.Or(chainKey(e.chain), "claim "+strconv.Itoa(int(at)))
		}
		u := units[key]
		if u == nil {
			u = &unit{day: e.stated.Day()}
			units[key] = u
			list = append(list, u)
		}
		u.day, of[i] = min(u.day, e.stated.Day()), u
	}
	for i := range w.numbered() {
		of[i].forecasts = append(of[i].forecasts, w.forecast(i))
	}
	for i := range w.sidedAt() {
		of[i].sided = append(of[i].sided, w.sidedOf(i))
	}
	return slices.DeleteFunc(list, func(u *unit) bool { return len(u.forecasts)+len(u.sided) == 0 })
}

func chainKey(chain int) string {
	if chain == 0 {
		return ""
	}
	return "chain " + strconv.Itoa(chain)
}

// trend compares the periods of a row.
func (r *groupTally) trend(w *weighed, by TrendBy, o Options) *Trend {
	t := &Trend{By: by, Periods: []Period{}, Promises: []PromisePeriod{}}
	units := w.units()
	days := make([]int, len(units))
	for i, u := range units {
		days[i] = int(u.day)
	}
	spans, enough := by.spans(days)
	values := make([]losses, len(spans))
	for i, s := range spans {
		var one unit
		for _, k := range s.places {
			one.forecasts, one.sided = append(one.forecasts, units[k].forecasts...), append(one.sided, units[k].sided...)
			values[i].add(units[k])
		}
		f := scoring.Measure(slices.Values(one.forecasts), scoring.Options{ByEvent: true, Resamples: 1, Seed: o.Seed})
		t.Periods = append(t.Periods, Period{s.name, s.from, s.to, len(s.places), scoring.EventShare(slices.Values(one.sided)), f.Brier, f.BrierLow, f.BrierHigh})
	}
	if enough {
		t.test(values[0], values[1])
	}
	t.promise(&r.slips)
	return t
}

// losses are one value an event.
type losses struct{ brier, excess, right []float64 }

func (l *losses) add(u *unit) {
	brier, excess, w := 0.0, 0.0, 0.0
	for i, x := range scoring.Weights(slices.Values(u.forecasts), true) {
		f := u.forecasts[i]
		loss := scoring.Brier(f.P, f.Y)
		brier, excess, w = brier+x*loss, excess+x*(f.Y-f.P)*(1-2*f.P), w+x
	}
	if w > 0 {
		l.brier, l.excess = append(l.brier, brier/w), append(l.excess, excess/w)
	}
	if right, n := scoring.RightOf(slices.Values(u.sided), true); n > 0 {
		l.right = append(l.right, right/float64(n))
	}
}

// test compares two halves by what both have enough of.
func (t *Trend) test(a, b losses) {
	switch {
	case scoring.EnoughForTrend(len(a.brier), len(b.brier)):
		t.Brier, t.Excess = scoring.ShiftOf(a.brier, b.brier), scoring.ShiftOf(a.excess, b.excess)
	case len(a.brier)+len(b.brier) == 0 && scoring.EnoughForTrend(len(a.right), len(b.right)):
		t.Right = scoring.ShiftOf(a.right, b.right)
	}
}

// promise compares the periods of promises and plans.
func (t *Trend) promise(tally *slipTally) {
	list := slices.DeleteFunc(slices.Collect(tally.all()), func(p slipped) bool { return p.why != "" })
	days := make([]int, len(list))
	for i, p := range list {
		days[i] = p.Stated
	}
	spans, enough := t.By.spans(days)
	took := make([][]scoring.Duration, len(spans))
	for i, s := range spans {
		period := PromisePeriod{Name: s.name, From: s.from, To: s.to, N: len(s.places)}
		for _, k := range s.places {
			d, _ := list[k].Overrun()
			took[i] = append(took[i], d)
		}
		o := scoring.NewOutlook(took[i])
		if period.Met = o.Met; o.Enough() {
			period.Half = scoring.Survive(took[i]).Quantile(0.5)
		}
		t.Promises = append(t.Promises, period)
	}
	if enough {
		pace := scoring.PaceOf(took[0], took[1])
		t.Pace = &pace
	}
}
