package scoring

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// questionBook draws claims on a few events, several windows an event.
func questionBook(g *generator, n int) []Forecast {
	fs := make([]Forecast, n)
	for i := range fs {
		p := float64(1+g.below(19)) / 20
		fs[i] = Forecast{P: p, Low: p, High: p, Y: float64(g.below(2)), Weight: 1, Later: g.below(5) == 0,
			Event: fmt.Sprint(g.below(1 + n/4)), Question: fmt.Sprint(g.below(3))}
		if g.below(6) == 0 {
			fs[i].Event = ""
		}
	}
	return fs
}

// The variance over events with several windows is that of all pairs, one by
// one.
func TestVarianceAcrossWindows(t *testing.T) {
	for seed := range 60 {
		g := newGenerator(uint64(seed), 0, 0)
		fs := questionBook(&g, 2+g.below(40))
		got := Measure(given(fs), few)
		near(t, "citl", *got.Citl.Z, naive(fs).z(func(float64) float64 { return 1 }))
		if z := got.Spiegelhalter.Z; z != nil {
			near(t, "spiegelhalter", *z, naive(fs).z(func(p float64) float64 { return 1 - 2*p }))
		}
	}
}

// Two claims at .3 on one event: with one window their errors are one error,
// so the variance is four times that of one claim; with two windows the same,
// because equal p share their luck wholly; at .3 and .6 they share less.
func TestVarianceByHand(t *testing.T) {
	one := func(p float64, question string) Forecast {
		return Forecast{Event: "e", Question: question, P: p, Weight: 1}
	}
	for _, c := range []struct {
		name string
		fs   []Forecast
		want float64
	}{
		{"one window", []Forecast{one(0.3, "a"), one(0.3, "a")}, 4 * 0.21},
		{"two windows, one p", []Forecast{one(0.3, "a"), one(0.3, "b")}, 4 * 0.21},
		{"one window, two p", []Forecast{one(0.3, "a"), one(0.6, "a")}, square(math.Sqrt(0.21) + math.Sqrt(0.24))},
		{"two windows, two p", []Forecast{one(0.3, "a"), one(0.6, "b")}, 0.21 + 0.24 + 2*(0.3-0.18)},
		{"two events", []Forecast{one(0.3, "a"), {P: 0.6, Weight: 1}}, 0.21 + 0.24},
		{"certain", []Forecast{one(0, "a"), one(1, "b")}, 0},
	} {
		near(t, c.name, errorVariance(sampleOf(given(c.fs), false).eachEvent(), inTheLarge), c.want)
	}
	opposite := []Forecast{one(0.3, "a"), one(0.7, "a")}
	if v := errorVariance(sampleOf(given(opposite), false).eachEvent(), spiegelhalter); v != 0 {
		t.Errorf("errors that cancel leave a variance of %v", v)
	}
}

// A p-value is never below the normal one, and with one p the simulated one is
// that of a binomial: 7 of 10 at .4, P(X ≥ 7) = 0.0548.
func TestSimulatedPIsBinomial(t *testing.T) {
	fs := make([]Forecast, 10)
	for i := range fs {
		fs[i] = Forecast{P: 0.4, Low: 0.4, High: 0.4, Weight: 1}
		if i < 7 {
			fs[i].Y = 1
		}
	}
	c := Measure(given(fs), Options{Resamples: 20_000}).Citl
	if math.Abs(*c.PValue-2*0.05476) > 0.01 || *c.Normal > 0.06 {
		t.Errorf("p = %v, normal %v", *c.PValue, *c.Normal)
	}
}

// In a book every event weighs the same, a later version of a claim nothing,
// and calibration counts claims.
func TestEventsWeighTheSame(t *testing.T) {
	for seed := range 40 {
		g := newGenerator(uint64(seed), 0, 0)
		fs := questionBook(&g, 8+g.below(40))
		got, plain := Measure(given(fs), Options{Resamples: 50, ByEvent: true}), Measure(given(fs), few)
		var first naive
		for _, f := range fs {
			if !f.Later {
				first = append(first, f)
			}
		}
		briers, logs, right, sided := 0.0, 0.0, 0.0, 0.0
		for _, e := range first.events() {
			briers += e.brier()
			logs += e.mean(func(f Forecast) float64 { return naiveLog(f.P, f.Y) })
			if k, n := e.rightOfSided(); n > 0 {
				right += k / n
				sided++
			}
		}
		n := float64(len(first.events()))
		near(t, "brier", *got.Brier, briers/n)
		near(t, "log", *got.Log, logs/n)
		near(t, "k", got.Hit.K, right)
		if got.Hit.N != int(sided) {
			t.Errorf("n = %d, want %v", got.Hit.N, sided)
		}
		low, high := first.eventInterval(fs)
		near(t, "low", *got.BrierLow, low)
		near(t, "high", *got.BrierHigh, high)
		near(t, "corp", got.Corp.MCB-got.Corp.DSC+got.Corp.UNC, *plain.Brier)
		near(t, "citl", got.Citl.Observed, plain.Citl.Observed)
		near(t, "mean p", *got.MeanP, *plain.MeanP)
		if t.Failed() {
			t.Fatalf("with seed %d", seed)
		}
	}
}

// rightOfSided counts the claims that took a side.
func (fs naive) rightOfSided() (k, n float64) {
	for _, f := range fs {
		if f.P != 0.5 {
			n++
			if (f.P > 0.5) == (f.Y == 1) {
				k++
			}
		}
	}
	return k, n
}

// eventInterval is that of the mean over events; all are the claims whose p
// say what was possible.
func (fs naive) eventInterval(all naive) (low, high float64) {
	best, worst := 1.0, 0.0
	for _, f := range all {
		best = math.Min(best, math.Min(square(f.P), square(1-f.P)))
		worst = math.Max(worst, math.Max(square(f.P), square(1-f.P)))
	}
	sum, n := best+worst, float64(len(fs.events()))
	for _, e := range fs.events() {
		sum += e.brier()
	}
	m := sum / (n + 2)
	s := square(best-m) + square(worst-m)
	for _, e := range fs.events() {
		s += square(e.brier() - m)
	}
	half := naiveT(n-1) * math.Sqrt(s/((n+1)*(n+2)))
	return math.Max(0, m-half), math.Min(1, m+half)
}

func TestEventShareOfParts(t *testing.T) {
	h := EventShare(slices.Values([]Sided{{"a", true, 0}, {"a", true, 0}, {"a", false, 0}, {"b", true, 0}, {"", false, 0}}))
	near(t, "k", h.K, 2.0/3+1)
	near(t, "share", *h.Share, (2.0/3+1)/3)
	if h.N != 3 || h.Claims != 5 || h.ClaimsRight != 3 || h.String() != "1.7 of 3" {
		t.Errorf("%+v, %s", h, h)
	}
	if all := EventShare(slices.Values([]Sided{{"a", true, 0}, {"a", true, 0}, {"a", true, 0}})); all.K != 1 || *all.High != 1 {
		t.Errorf("all right: %+v", all)
	}
}

// What came true in part stands where it stood once it is put back.
func TestWholeIsPutBack(t *testing.T) {
	apart := 0
	eachBook(t, 15, func(t *testing.T, _ *generator, _ bookKind, fs []Forecast) {
		s := sampleOf(given(fs), false)
		before := slices.Clone(s.rows)
		whole, back := s.whole()
		if slices.ContainsFunc(whole.rows, row.fraction) {
			t.Error("what came true in part is still there")
		}
		apart += len(before) - len(whole.rows)
		if back(); !slices.Equal(s.rows, before) {
			t.Errorf("put back as\n%v\nit was\n%v", s.rows, before)
		}
	})
	if apart == 0 {
		t.Fatal("nothing came true in part")
	}
}
