package scoring

import (
	"math"
	"slices"
)

// Crowd is a speaker against what a market or a crowd said of the same claims.
type Crowd struct {
	N      int      `json:"n"`      // claims that have a baseline
	Events int      `json:"events"` // of these
	Own    *float64 `json:"own"`    // mean Brier, every event weighing the same
	Crowd  *float64 `json:"crowd"`
	Skill  *float64 `json:"skill"`   // 1 − own/crowd: above 0 the speaker did better; nil where the crowd never erred
	Low    *float64 `json:"low"`     // 95 %; nil below six events on which the two differ
	High   *float64 `json:"high"`    //
	PValue *float64 `json:"p_value"` // signs of the differences flipped by event, two-sided
}

// AgainstCrowd compares claims with their Baseline, event by event. The test is
// that of Compare; the interval is of the skills of all subsets of events, which
// are the skills that the same test would not refuse. Later versions and claims
// without a baseline are left out.
func AgainstCrowd(fs Forecasts) Crowd {
	var c Crowd
	type sum struct{ own, crowd, w float64 }
	events := map[string]sum{}
	var list []sum
	for f := range fs {
		if f.Baseline == nil || f.Later {
			continue
		}
		c.N++
		one := sum{f.weight() * Brier(f.P, f.Y), f.weight() * Brier(*f.Baseline, f.Y), f.weight()}
		if f.Event == "" {
			list = append(list, one)
			continue
		}
		e := events[f.Event]
		events[f.Event] = sum{e.own + one.own, e.crowd + one.crowd, e.w + one.w}
	}
	for _, e := range events {
		list = append(list, e)
	}
	if c.Events = len(list); c.Events == 0 {
		return c
	}
	own, crowd := make([]float64, len(list)), make([]float64, len(list))
	slices.SortFunc(list, func(a, b sum) int {
		return slices.Compare([]float64{a.own / a.w, a.crowd / a.w}, []float64{b.own / b.w, b.crowd / b.w})
	})
	for i, e := range list {
		own[i], crowd[i] = e.own/e.w, e.crowd/e.w
	}
	c.test(own, crowd)
	return c
}

func (c *Crowd) test(own, crowd []float64) {
	c.Own, c.Crowd = ptr(meanOf(own)), ptr(meanOf(crowd))
	if *c.Crowd > 0 {
		c.Skill = ptr(1 - *c.Own / *c.Crowd)
	}
	if len(own) < 2 {
		return
	}
	f, diffs := newFlips(len(own), Options{}.withDefaults()), make([]float64, len(own))
	different := 0
	for i := range own {
		if diffs[i] = own[i] - crowd[i]; math.Abs(diffs[i]) > 1e-12 {
			different++
		}
	}
	c.PValue = ptr(f.p(diffs))
	if different >= minShared && c.Skill != nil {
		c.Low, c.High = f.ratios(own, crowd)
	}
}

// ratios is the interval of 1 − Σa/Σb: order statistics of those of the subsets.
// What the subset's losses let happen without the crowd ever erring is the
// lowest skill there is.
func (f flips) ratios(a, b []float64) (low, high *float64) {
	var skills []float64
	empty := f.own
	var sums []float64
	f.subsets(a, func(sum, _ float64) { sums = append(sums, sum) })
	at := 0
	f.subsets(b, func(sum, size float64) {
		switch {
		case size == 0 || sum == 0 && sums[at] == 0:
			empty++
		default:
			skills = append(skills, 1-sums[at]/sum)
		}
		at++
	})
	slices.Sort(skills)
	k := int(math.Ceil(0.025*f.all()-empty-1e-9)) - 1
	if k < 0 || 2*k >= len(skills) || math.IsInf(skills[k], 0) {
		return nil, nil
	}
	return ptr(skills[k]), ptr(skills[len(skills)-1-k])
}
