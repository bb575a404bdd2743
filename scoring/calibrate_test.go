package scoring

import (
	"math"
	"strings"
	"testing"
)

func TestCalibrationSentences(t *testing.T) {
	g := newGenerator(1, 0, 0)
	calm := world{a: 1, b: 1, claims: 1}.calibratedBook(&g, 200)
	wild := make([]Forecast, 40) // says 90 %, half of it happens
	for i := range wild {
		wild[i] = Forecast{P: 0.9, Low: 0.9, High: 0.9, Y: float64(i % 2), Weight: 1}
	}
	weighted := []Forecast{{P: 0.5, Weight: 2}}
	graded := append([]Forecast{{P: 0.9, Y: 0.5, Weight: 1}}, wild[:19]...)
	for _, c := range []struct {
		name string
		fs   []Forecast
		want string
	}{
		{"calibrated", calm, "; no sign that said and happened differ (p = 0."},
		{"wild", wild, "said 36.0 would happen, 20 did; said and happened differ by more than chance (p < 0.001)"},
		{"few", wild[:3], "said 2.7 would happen, 1 did; too few for a curve: 3 of the 10 events it needs"},
		{"weighted", weighted, "weighted forecasts: no count of what was expected"},
		{"graded", graded, "said 18.0 would happen, 9.5 did"},
		{"nothing", nil, "no forecasts"},
	} {
		if got := Calibrate(given(c.fs)).Sentence; !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// The sentence and the curve of the worked 25 forecasts.
func TestCalibrateTwentyFive(t *testing.T) {
	c := readCases(t).Toy25
	got := Calibrate(given(c.Input.forecasts()))
	if !strings.HasPrefix(got.Sentence, "said 12.6 would happen, 13 did; too few to tell: one who says 90 % of what happens in 75 % would be noticed ") {
		t.Errorf("sentence %q", got.Sentence)
	}
	checkCorp(t, got.Corp.Decomposition, c.Expected.Brier, c.Expected.Corp)
	checkCorp(t, *got.CorpLog, c.Expected.Log, c.Expected.CorpLog)
	if len(got.Band) != 20 { // 25 forecasts, 20 of them different
		t.Fatalf("band at %d points", len(got.Band))
	}
	for i, b := range got.Band {
		if !(0 <= b.Low && b.Low <= b.High && b.High <= 1) {
			t.Errorf("band %+v", b)
		}
		if i > 0 && (b.P <= got.Band[i-1].P || b.Low < got.Band[i-1].Low || b.High < got.Band[i-1].High) {
			t.Errorf("band falls at %+v", b)
		}
	}
}

// With one forecast value the curve is the share of events: its band is that
// of a binomial, and the p-value the probability of as odd a count.
func TestOneValueIsBinomial(t *testing.T) {
	fs := make([]Forecast, 20)
	for i := range fs {
		fs[i] = Forecast{P: 0.3, Low: 0.3, High: 0.3, Weight: 1}
		if i < 10 {
			fs[i].Y = 1
		}
	}
	got := Calibrate(given(fs))
	if len(got.Band) != 1 || math.Abs(got.Band[0].Low-0.15) > 0.03 || math.Abs(got.Band[0].High-0.45) > 0.03 {
		t.Errorf("band %+v, want 3 to 9 of 20", got.Band)
	}
	// P(X ≥ 10) + P(X ≤ 2) for Binomial(20, 0.3), both as far from 6 as 10 is.
	if p := *got.Corp.PValue; math.Abs(p-(0.04796+0.03548)) > 0.02 {
		t.Errorf("p = %v", p)
	}
}

func TestBandOfManyValues(t *testing.T) {
	g := newGenerator(2, 0, 0)
	got := Calibrate(given(randomBook(&g, 600, bookKind{})))
	if n := len(got.Band); n != maxBandPoints {
		t.Errorf("band at %d points", n)
	}
	large := Calibrate(given(randomBook(&g, manyEvents+1, bookKind{})))
	if len(large.Band) != 0 || large.Corp.PValue != nil || large.Corp == nil {
		t.Errorf("above %d events: %d points, p = %v", manyEvents, len(large.Band), large.Corp.PValue)
	}
}

// Claims on one event share their luck: saying everything five times over does
// not make a calibrated speaker look worse.
func TestRepeatsShareTheirLuck(t *testing.T) {
	g := newGenerator(5, 0, 0)
	once := world{a: 1, b: 1, claims: 1}.calibratedBook(&g, 40)
	var often []Forecast
	for range 5 {
		often = append(often, once...)
	}
	a, b := *Calibrate(given(once)).Corp.PValue, *Calibrate(given(often)).Corp.PValue
	if math.Abs(a-b) > 0.05 {
		t.Errorf("p = %v once, %v five times", a, b)
	}
}

// One forecast value is a binomial: with ten at 90 % the test refuses what a
// calibrated speaker reaches in under 5 %, 6 or fewer of 10 (1.3 %; MCB of 10 of
// 10 is smaller than that of 8), and who means 75 % gets there in 22.4 %.
func TestPowerOfOneValue(t *testing.T) {
	fs := make([]Forecast, 10)
	for i := range fs {
		fs[i] = Forecast{P: 0.9, Low: 0.8, High: 0.95, Y: 1, Weight: 1}
	}
	c := Calibrate(given(fs))
	if c.Power == nil || math.Abs(*c.Power-0.2241) > 0.03 {
		t.Errorf("power %v, want 0.224", *c.Power)
	}
	near(t, "low", c.Low, 8)
	near(t, "high", c.High, 9.5)
	if near(t, "mean where it happened", *c.MeanYes, 0.9); c.MeanNo != nil {
		t.Errorf("nothing failed to happen: %v", *c.MeanNo)
	}
	near(t, "moderate", moderate(0.9), 0.75)
}
