package board

import "tracker/scoring"

// Crowd is a row against what a market or a crowd said of the same claims, and
// when that was: who speaks later knows more.
type Crowd struct {
	scoring.Crowd
	Later   int `json:"later"`   // baselines from after the statement
	Undated int `json:"undated"` // nobody noted their day
}

// crowd is nil without any baseline.
func (r *groupTally) crowd(entries []*entry, w weighed) *Crowd {
	c := Crowd{Crowd: scoring.AgainstCrowd(w.forecasts)}
	if c.N == 0 {
		return nil
	}
	for i, f := range w.forecasts {
		if f.Baseline == nil || f.Later {
			continue
		}
		switch e := entries[r.entries[w.numberAt[i]]]; {
		case e.baselineOn == 0:
			c.Undated++
		case e.baselineOn > e.stated.Day():
			c.Later++
		}
	}
	return &c
}
