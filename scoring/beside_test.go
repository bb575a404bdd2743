package scoring

import (
	"fmt"
	"math"
	"testing"
)

// What is set beside the others is what the leaderboard says: in mode skill the
// adjusted figure is the mean of loss less difficulty, in mode record the mean
// of the losses; a pair is named by the same rule.
func TestBesideIsTheLeaderboard(t *testing.T) {
	for _, mode := range []Mode{ModeSkill, ModeRecord} {
		var fs []Forecast
		for i := range 24 {
			for s, p := range map[string]float64{"close": 0.9, "even": 0.55, "far": 0.15} {
				event := fmt.Sprint("event ", i)
				if mode == ModeRecord {
					event = fmt.Sprint(s, i)
				}
				f := Forecast{Speaker: s, Event: event, P: p - float64(i%5)/50, Y: 1, Weight: 1}
				if i%7 == 0 {
					f.Y = 0
				}
				f.Low, f.High = f.P, f.P
				fs = append(fs, f)
			}
		}
		l := Rank(given(fs), Options{})
		if l.Mode != mode {
			t.Fatalf("mode %s, want %s", l.Mode, mode)
		}
		named := 0
		for _, place := range l.Rows {
			x := SetBeside(given(fs), Options{}, place.Name)
			mean := 0.0
			for _, c := range x.Cells {
				mean += c.Loss / float64(len(x.Cells))
				if c.Difficulty != nil {
					mean -= *c.Difficulty / float64(len(x.Cells))
				}
			}
			if math.Abs(mean-place.AdjustedBrier) > 1e-9 || len(x.Others) != 2 {
				t.Errorf("%s %s: mean %v beside %d, want %v beside 2", mode, place.Name, mean, len(x.Others), place.AdjustedBrier)
			}
			variance := max(x.Spread.Borrowed, x.Spread.Pseudo)
			if mode == ModeSkill {
				variance = x.Spread.Left * x.Spread.Leverage
			}
			if math.Abs(math.Sqrt(variance)-place.SE) > 1e-12 || x.Spread.N != place.Events || x.Draws == 0 {
				t.Errorf("%s %s: √%v of %+v in %d draws, want the standard error %v", mode, place.Name, variance, x.Spread, x.Draws, place.SE)
			}
			for _, o := range x.Others {
				if o.Named != "" && (math.Abs(o.Difference) <= o.Bar || x.GateP > 0.05) {
					t.Errorf("%s: %s is named beside %s at %v of %v, gate %v", mode, o.Name, place.Name, o.Difference, o.Bar, x.GateP)
				}
				if o.Named != "" {
					named++
				}
			}
		}
		if named != 2*len(l.Named) || named == 0 {
			t.Errorf("%s: %d named from both sides, %d on the board", mode, named, len(l.Named))
		}
	}
	if SetBeside(given([]Forecast{{Speaker: "alone", P: 1}}), Options{}, "alone") != nil {
		t.Error("one who is not ranked stands beside somebody")
	}
}
