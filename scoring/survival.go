package scoring

import (
	"cmp"
	"math"
	"slices"
)

// Fate is what became of a promise or a plan.
type Fate int

const (
	Waiting Fate = iota // not happened when last looked at
	Met                 // happened
	Never               // cancelled, taken back by its speaker, or become impossible
)

// shortest is how many days a promise must have given for its overrun to mean
// anything.
const shortest = 7

// Promise is one dated promise or plan; days count from any origin.
type Promise struct {
	Stated int // the day it was made
	End    int // the day promised
	Fate   Fate
	At     int // the day it happened, or was last looked at; not used for Never
}

// Duration is how long something took, or has taken without happening.
type Duration struct {
	T    float64
	Fate Fate
}

// Overrun is the time it took in units of the time promised: 1 is on the day,
// 2 twice as long. It is false where less than seven days were given.
func (p Promise) Overrun() (d Duration, ok bool) {
	given := p.End - p.Stated
	if given < shortest {
		return Duration{}, false
	}
	return Duration{float64(p.At-p.Stated) / float64(given), p.Fate}, true
}

// Survival is how many have not happened yet as time goes by (Kaplan and Meier,
// 1958). Who waits leaves at the time last looked at; what never happens stays
// at risk for good, because taking it out when it was called off would make
// "four in five" true for three.
type Survival struct {
	N, Met, Never, Waiting int
	Steps                  []SurvivalStep // where something happened, ascending
}

// SurvivalStep is the curve from T on, with its 95 % log-log interval. At S = 0
// there is none: Low is 0 and High is 1.
type SurvivalStep struct {
	T         float64 `json:"t"`
	AtRisk    int     `json:"at_risk"`
	Happened  int     `json:"happened"`
	S         float64 `json:"s"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	greenwood float64 // Σ d/(n(n − d)) (Greenwood, 1926)
}

// Survive makes the curve.
func Survive(ds []Duration) Survival {
	s := Survival{N: len(ds)}
	var ends []Duration // who happens or waits; at one time what happens comes first
	for _, d := range ds {
		switch d.Fate {
		case Never:
			s.Never++
			continue
		case Met:
			s.Met++
		default:
			s.Waiting++
		}
		ends = append(ends, d)
	}
	slices.SortFunc(ends, func(a, b Duration) int {
		return cmp.Or(cmp.Compare(a.T, b.T), cmp.Compare(b.Fate, a.Fate))
	})
	left, greenwood, atRisk := 1.0, 0.0, s.N
	for i := 0; i < len(ends); {
		at, happened, gone := ends[i].T, 0, 0
		for ; i < len(ends) && ends[i].T == at; i++ {
			if gone++; ends[i].Fate == Met {
				happened++
			}
		}
		if happened > 0 {
			n, d := float64(atRisk), float64(happened)
			left *= (n - d) / n
			greenwood += d / (n * (n - d)) // infinite at S = 0
			s.Steps = append(s.Steps, newStep(at, atRisk, happened, left, greenwood))
		}
		atRisk -= gone
	}
	return s
}

// newStep puts the log-log interval around the curve: S^exp(±1.96 se/log S).
func newStep(t float64, atRisk, happened int, left, greenwood float64) SurvivalStep {
	step := SurvivalStep{t, atRisk, happened, left, 0, 1, greenwood}
	if left > 0 {
		wide := z95 * math.Sqrt(greenwood) / math.Abs(math.Log(left))
		step.Low, step.High = math.Pow(left, math.Exp(wide)), math.Pow(left, math.Exp(-wide))
	}
	return step
}

// Quantile is by when a part had happened, with its 95 % interval. High is nil
// where no upper limit is known, Low where nothing is.
type Quantile struct {
	T    float64  `json:"t"`
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
}

// Quantile is the first time with 1 − S(t) ≥ q; its interval is the times at
// which the log-log interval of S holds 1 − q (Brookmeyer and Crowley, 1982). It
// is nil where the curve does not reach q.
func (s Survival) Quantile(q float64) *Quantile {
	first := func(value func(SurvivalStep) float64) *float64 {
		for _, step := range s.Steps {
			if value(step) <= 1-q+1e-12 {
				return ptr(step.T)
			}
		}
		return nil
	}
	t := first(func(x SurvivalStep) float64 { return x.S })
	if t == nil {
		return nil
	}
	return &Quantile{*t, first(func(x SurvivalStep) float64 { return x.Low }), first(func(x SurvivalStep) float64 { return x.High })}
}
