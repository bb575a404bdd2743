package scoring

import (
	"math"
	"testing"
)

// The exact p-value of calibration in the large is what many draws come to, with
// rows that share their events too.
func TestExactCountsAreThoseOfDraws(t *testing.T) {
	for _, of := range []int{1, 2, 5} {
		var fs []Forecast
		for i := range 30 {
			fs = append(fs, Forecast{Event: string(rune('a' + i/of)), P: []float64{0.2, 0.55, 0.9}[i%3], Y: float64(i % 2)})
		}
		s := sampleOf(given(fs), false)
		const draws = 200_000
		low, high, y := 0, 0, 15.0
		g := newGenerator(7, forMiscalibration, of)
		luck := make([]float64, s.events)
		for range draws {
			for e := range luck {
				luck[e] = g.float()
			}
			sum := 0.0
			for _, r := range s.rows {
				if luck[r.event] < r.p {
					sum++
				}
			}
			if sum <= y {
				low++
			}
			if sum >= y {
				high++
			}
		}
		want := min(1, 2*float64(min(low, high))/draws)
		if got := s.inTheLargeP(s.eachEvent()); math.Abs(got-want) > 0.01 {
			t.Errorf("%d on an event: p %g, of draws %g", of, got, want)
		}
	}
}

// Fewer draws say the same as all of them, within a few tenths of a p-value.
func TestFewDrawsSayWhatAllSay(t *testing.T) {
	far, soon := 0, 0
	for seed := range uint64(60) {
		g := newGenerator(seed, forBand, 0)
		s := sampleOf(given(randomBook(&g, 40, bookKind{})), false)
		o := Options{}.withDefaults()
		mcb := s.measure(o).Corp.MCB
		few := s.simulated(o, mcb)
		o.allDraws = true
		all := s.simulated(o, mcb)
		if len(all) != DefaultResamples {
			t.Fatalf("%d draws are all", len(all))
		}
		if len(few) < len(all) {
			soon++
		}
		a, b := *miscalibrationP(mcb, few), *miscalibrationP(mcb, all)
		if math.Abs(a-b) > 0.3*max(a, b) || (a < 0.05) != (b < 0.05) && math.Abs(b-0.05) > 0.005 {
			far++
			t.Logf("p %g after %d draws, %g after all", a, len(few), b)
		}
	}
	if far > 1 || soon < 20 {
		t.Errorf("%d of 60 p-values are far from those of all draws; %d needed fewer", far, soon)
	}
}

// Where an exact p-value would take minutes, draws tell the same: of many rows on
// few events as of few.
func TestTooManyRowsToCountAreDrawn(t *testing.T) {
	for of, countable := range map[int]bool{40: true, 400: true, 2000: false} {
		var fs []Forecast
		for i := range 12 * of {
			event := i / of
			fs = append(fs, Forecast{Event: string(rune('a' + event)), P: 0.3 + 0.01*float64(event) + 0.1*float64(i%3), Y: float64(event % 2)})
		}
		s := sampleOf(given(fs), false)
		if s.countable() != countable {
			t.Errorf("%d rows on each of 12 events are countable: %v", of, !countable)
		}
		drawn := s.drawnInTheLargeP(Options{}.withDefaults())
		if want := s.inTheLargeP(s.eachEvent()); math.Abs(drawn-want) > 0.12 {
			t.Errorf("%d on an event: p %g by draws, exactly %g", of, drawn, want)
		}
		if got := *s.measure(Options{}.withDefaults()).Citl.PValue; !countable && got < drawn {
			t.Errorf("%d on an event: p %g, by draws %g", of, got, drawn)
		}
	}
}
