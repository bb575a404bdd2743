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
func (w *weighed) crowd() *Crowd {
	c := Crowd{Crowd: scoring.AgainstCrowd(w.forecasts())}
	if c.N == 0 {
		return nil
	}
	for i := range w.numbered() {
		e := w.of.at(int(w.at[i]))
		if e.Baseline == nil || w.entered[i] == entersLater {
			continue
		}
		switch {
		case e.baselineOn == 0:
			c.Undated++
		case e.baselineOn > e.stated.Day():
			c.Later++
		}
	}
	return &c
}
