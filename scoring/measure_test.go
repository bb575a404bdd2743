package scoring

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// few makes resampling cheap where its digits do not matter.
var few = Options{Resamples: 50}

// bookKind is what a random book may hold.
type bookKind struct{ ties, fractions, weights, events bool }

func (k bookKind) String() string {
	return fmt.Sprintf("ties=%v fractions=%v weights=%v events=%v", k.ties, k.fractions, k.weights, k.events)
}

var bookKinds = []bookKind{
	{}, {ties: true}, {fractions: true, ties: true}, {weights: true, ties: true}, {events: true},
	{ties: true, fractions: true, weights: true, events: true},
}

// randomBook draws n forecasts of a kind.
func randomBook(g *generator, n int, k bookKind) []Forecast {
	fs := make([]Forecast, n)
	for i := range fs {
		f := Forecast{P: g.float(), Weight: 1}
		if k.ties {
			f.P = float64(g.below(11)) / 10
		}
		f.Low, f.High = f.P*g.float(), f.P+(1-f.P)*g.float()
		if g.float() < f.P {
			f.Y = 1
		}
		if k.fractions && g.below(3) == 0 {
			f.Y = float64(g.below(5)) / 4
		}
		if k.weights {
			f.Weight = float64(1 + g.below(4))
		}
		if k.events && g.below(4) > 0 {
			f.Event = fmt.Sprint("event ", g.below(n))
		}
		fs[i] = f
	}
	return fs
}

// eachBook runs check on random books of every kind.
func eachBook(t *testing.T, books int, check func(t *testing.T, g *generator, k bookKind, fs []Forecast)) {
	t.Helper()
	for _, k := range bookKinds {
		t.Run(k.String(), func(t *testing.T) {
			for seed := range books {
				g := newGenerator(uint64(seed), 0, 0)
				if check(t, &g, k, randomBook(&g, 1+g.below(30), k)); t.Failed() {
					t.Fatalf("with seed %d", seed)
				}
			}
		})
	}
}

func TestAgainstDefinitions(t *testing.T) {
	eachBook(t, 15, func(t *testing.T, _ *generator, k bookKind, fs []Forecast) {
		g, want := Measure(given(fs), few), naive(fs)
		near(t, "base rate", *g.BaseRate, want.base())
		near(t, "brier", *g.Brier, want.brier())
		near(t, "log", *g.Log, want.mean(func(f Forecast) float64 { return naiveLog(f.P, f.Y) }))
		near(t, "spherical", *g.Spherical, want.mean(func(f Forecast) float64 { return naiveSpherical(f.P, f.Y) }))
		near(t, "unc", g.Corp.UNC, want.unc())
		near(t, "mcb", g.Corp.MCB, want.brier()-want.recalibrated())
		near(t, "dsc", g.Corp.DSC, want.unc()-want.recalibrated())
		whole := want.whole()
		if g.AUC != nil {
			near(t, "auc", *g.AUC, whole.auc())
		}
		if g.ECE != nil {
			near(t, "ece", *g.ECE, whole.ece())
		}
		if g.Spiegelhalter != nil && g.Spiegelhalter.Z != nil {
			near(t, "spiegelhalter", *g.Spiegelhalter.Z, whole.z(func(p float64) float64 { return 1 - 2*p }))
			atLeastNormal(t, *g.Spiegelhalter.PValue, *g.Spiegelhalter.Z)
		}
		if g.Citl != nil && g.Citl.Z != nil {
			near(t, "citl", *g.Citl.Z, want.z(func(float64) float64 { return 1 }))
			atLeastNormal(t, *g.Citl.PValue, *g.Citl.Z)
		}
		if g.Citl != nil && g.FractionsLeftOut != len(fs)-len(whole) {
			t.Errorf("%d fractions left out of %d, whole are %d", g.FractionsLeftOut, len(fs), len(whole))
		}
		if g.BrierLow != nil {
			low, high := want.interval()
			near(t, "brier low", *g.BrierLow, low)
			near(t, "brier high", *g.BrierHigh, high)
		}
		want.checkHit(t, g.Hit)
		want.checkBins(t, g.Bins)
		if k.weights != (g.Citl == nil) && slices.ContainsFunc(fs, func(f Forecast) bool { return f.Weight != 1 }) {
			t.Errorf("weights=%v, citl = %v", k.weights, g.Citl)
		}
	})
}

func TestDecompositionsAddUp(t *testing.T) {
	eachBook(t, 30, func(t *testing.T, _ *generator, _ bookKind, fs []Forecast) {
		g := Measure(given(fs), few)
		c := g.Corp
		if sum := c.MCB - c.DSC + c.UNC; math.Abs(sum-*g.Brier) > 1e-12 {
			t.Errorf("MCB − DSC + UNC = %v, Brier %v", sum, *g.Brier)
		}
		if c.MCB < 0 || c.DSC < 0 {
			t.Errorf("mcb = %v, dsc = %v", c.MCB, c.DSC)
		}
		for i, b := range c.Blocks {
			if i > 0 && (b.CEP <= c.Blocks[i-1].CEP || b.PMin <= c.Blocks[i-1].PMax) {
				t.Errorf("block %d does not ascend: %+v", i, c.Blocks)
			}
		}
		if m := g.Murphy; m != nil && g.FractionsLeftOut == 0 {
			if sum := m.REL - m.RES + m.UNC + m.WBV - 2*m.WBC; math.Abs(sum-*g.Brier) > 1e-12 {
				t.Errorf("five terms = %v, Brier %v", sum, *g.Brier)
			}
		}
	})
}

func TestOrderDoesNotMatter(t *testing.T) {
	eachBook(t, 20, func(t *testing.T, g *generator, _ bookKind, fs []Forecast) {
		want := Measure(given(fs), few)
		mixed := slices.Clone(fs)
		for i := len(mixed) - 1; i > 0; i-- {
			j := g.below(i + 1)
			mixed[i], mixed[j] = mixed[j], mixed[i]
		}
		if diff := cmp.Diff(want, Measure(given(mixed), few), cmpopts.EquateApprox(0, 1e-15)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestWholeWeightsAreRepetitions(t *testing.T) {
	for seed := range 40 {
		g := newGenerator(uint64(seed), 0, 0)
		fs := randomBook(&g, 1+g.below(30), bookKind{ties: true, weights: true})
		fs[0].Weight = 2 // so that at least one weight is not 1
		var repeated []Forecast
		for _, f := range fs {
			n := int(f.Weight)
			f.Weight = 1
			for range n {
				repeated = append(repeated, f)
			}
		}
		a, b := Measure(given(fs), few), Measure(given(repeated), few)
		near(t, "base rate", *a.BaseRate, *b.BaseRate)
		near(t, "mean p", *a.MeanP, *b.MeanP)
		near(t, "brier", *a.Brier, *b.Brier)
		near(t, "best", *a.BrierBest, *b.BrierBest)
		near(t, "worst", *a.BrierWorst, *b.BrierWorst)
		near(t, "log", *a.Log, *b.Log)
		near(t, "spherical", *a.Spherical, *b.Spherical)
		nearPtr(t, "bss", a.BSSClimatology, b.BSSClimatology)
		nearPtr(t, "hit share", a.Hit.Share, b.Hit.Share)
		near(t, "mcb", a.Corp.MCB, b.Corp.MCB)
		near(t, "dsc", a.Corp.DSC, b.Corp.DSC)
		for i := range b.Bins {
			near(t, "frequency", a.Bins[i].Freq, b.Bins[i].Freq)
			near(t, "mean p of bin", a.Bins[i].MeanP, b.Bins[i].MeanP)
		}
		for i := range b.Corp.Blocks {
			near(t, "cep", a.Corp.Blocks[i].CEP, b.Corp.Blocks[i].CEP)
			near(t, "weight", a.Corp.Blocks[i].Weight, b.Corp.Blocks[i].Weight)
		}
		if a.AUC != nil || a.ECE != nil || a.Murphy != nil || a.Spiegelhalter != nil || a.Citl != nil || a.Corp.PValue != nil {
			t.Error("figures that know no weights are not nil")
		}
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

func TestIntervalsHoldTheirFigure(t *testing.T) {
	for _, n := range []int{2, 5, 49, 50, 200, 5001} {
		g := newGenerator(3, 0, n)
		fs := randomBook(&g, n, bookKind{})
		f := Measure(given(fs), few)
		if !(0 <= *f.BrierLow && *f.BrierLow <= *f.Brier && *f.Brier <= *f.BrierHigh && *f.BrierHigh <= 1) {
			t.Errorf("%d events: brier %v in %v to %v", n, *f.Brier, *f.BrierLow, *f.BrierHigh)
		}
		if !(*f.BrierBest <= *f.Brier && *f.Brier <= *f.BrierWorst) {
			t.Errorf("%d events: brier %v, best %v, worst %v", n, *f.Brier, *f.BrierBest, *f.BrierWorst)
		}
		if h := f.Hit; h.N > 0 && !(0 <= *h.Low && *h.Low <= *h.Share && *h.Share <= *h.High && *h.High <= 1) {
			t.Errorf("%d events: hit share %v in %v to %v", n, *h.Share, *h.Low, *h.High)
		}
	}
}

func TestRobustInterval(t *testing.T) {
	g := newGenerator(4, 0, 0)
	fs := randomBook(&g, 9000, bookKind{events: true, weights: true})
	f := Measure(given(fs), few)
	if f.Events <= manyEvents {
		t.Fatalf("only %d events", f.Events)
	}
	near(t, "half width", (*f.BrierHigh-*f.BrierLow)/2, naive(fs).robust())
}

// Two events, both certain and right: the data have no variance at all, and
// the interval comes from the pseudo-events alone. By hand: p = 0.9 twice,
// y = 1; losses 0.01, 0.01; pseudo-events 0.01 and 0.81. The mean is
// 0.84/4 = 0.21; squares 3·0.2² + 0.6² = 0.48; se = √(0.48/12) = 0.2;
// t₁ = 12.7062.
func TestPseudoEventsByHand(t *testing.T) {
	low, high := pseudoEvents([]cluster{{1, 0.01}, {1, 0.01}}, 0.01, 0.81).interval()
	near(t, "low", low, 0.21-12.706204736174706*0.2)
	near(t, "high", high, 0.21+12.706204736174706*0.2)
}

func TestHitShareCountsEvents(t *testing.T) {
	alone := HitShare(slices.Values([]Sided{{"", true, 0}, {"", true, 0}, {"", false, 0}, {"", true, 0}}))
	paired := HitShare(slices.Values([]Sided{{"a", true, 0}, {"a", true, 0}, {"b", false, 0}, {"b", true, 0}}))
	if alone.K != 3 || alone.N != 4 || paired.K != 3 || paired.N != 4 {
		t.Fatalf("%+v %+v", alone, paired)
	}
	low, high := jeffreys(0.75, 2) // four claims on two events are worth two
	near(t, "low", *paired.Low, low)
	near(t, "high", *paired.High, high)
	if *alone.Low <= *paired.Low || *alone.High >= *paired.High {
		t.Errorf("four events give %v–%v, two give %v–%v", *alone.Low, *alone.High, *paired.Low, *paired.High)
	}
	if h := HitShare(slices.Values([]Sided{})); h != (Hit{}) {
		t.Errorf("no claims: %+v", h)
	}
	if h := HitShare(slices.Values([]Sided{{"", true, 0}})); *h.High != 1 || *h.Low <= 0 {
		t.Errorf("one of one: %v to %v", *h.Low, *h.High)
	}
}

func TestSides(t *testing.T) {
	for _, c := range []struct {
		low, high, y float64
		n, k         int
	}{
		{0.55, 0.8, 1, 1, 1},
		{0.55, 0.8, 0, 1, 0},
		{0.55, 0.8, 0.5, 0, 0}, // half happened: nobody was right
		{0.1, 0.4, 0.25, 1, 1},
		{0.15, 0.6, 0, 0, 0}, // "could" takes no side
		{0.5, 0.8, 1, 0, 0},
		{0.5, 0.5, 1, 0, 0},
	} {
		h := Measure(given([]Forecast{{P: (c.low + c.high) / 2, Low: c.low, High: c.high, Y: c.y}}), few).Hit
		if h.N != c.n || h.ClaimsRight != c.k {
			t.Errorf("[%v, %v], %v happened: %d of %d, want %d of %d", c.low, c.high, c.y, h.ClaimsRight, h.N, c.k, c.n)
		}
	}
}

func TestTooFew(t *testing.T) {
	g := newGenerator(1, 0, 0)
	fs := randomBook(&g, 9, bookKind{})
	f := Measure(given(fs), Options{NeedEvents: BookEvents})
	if f.Corp != nil || f.Murphy != nil || f.AUC != nil || f.ECE != nil || f.Spiegelhalter != nil || f.BSSHalf != nil || f.BSSClimatology != nil {
		t.Errorf("nine events give %+v", f)
	}
	if f.Brier == nil || f.BrierLow == nil || f.Citl == nil || len(f.Bins) == 0 {
		t.Errorf("nine events do not give %+v", f)
	}
	if f := Measure(given(randomBook(&g, 10, bookKind{})), Options{NeedEvents: BookEvents}); f.Corp == nil || f.AUC == nil {
		t.Errorf("ten events give %+v", f)
	}
	if diff := cmp.Diff(Figures{Bins: []Bin{}}, Measure(given(nil), Options{})); diff != "" {
		t.Error(diff)
	}
}

func TestIntervalMethodOfEachSize(t *testing.T) {
	seen := map[string]bool{}
	for _, events := range []int{1, 2, manyEvents, manyEvents + 1} {
		seen[IntervalMethod(events)] = true
	}
	if len(seen) != 3 {
		t.Errorf("%d methods, want 3: %v", len(seen), seen)
	}
}
