package scoring

import (
	"math"
	"testing"
)

// The counts that are drawn have the chances of a binomial: the columns add up
// to them, and the draws come out like them.
func TestBinomialHasItsChances(t *testing.T) {
	g := newGenerator(1, forMiscalibration, 0)
	for _, c := range []struct {
		n int
		p float64
	}{{1, 0.3}, {2, 0.5}, {7, 0.92}, {40, 0.05}, {3, 0}, {3, 1}, {5000, 0.9}} {
		b, chances := newBinomial(c.n, c.p), make([]float64, c.n+1)
		for i, keep := range b.keep {
			part := float64(keep) / 0x1p64
			chances[i] += part / float64(len(b.keep))
			chances[b.other[i]] += (1 - part) / float64(len(b.keep))
		}
		for k, got := range chances {
			if want := binomialChance(c.n, k, c.p); math.Abs(got-want) > 1e-12 {
				t.Errorf("%d of %d at %g: chance %g, want %g", k, c.n, c.p, got, want)
			}
		}
		const draws = 20_000
		sum, mean, sd := 0.0, float64(c.n)*c.p, math.Sqrt(float64(c.n)*c.p*(1-c.p))
		for range draws {
			sum += float64(b.draw(&g))
		}
		if math.Abs(sum/draws-mean) > 5*sd/math.Sqrt(draws) {
			t.Errorf("%d at %g: a mean of %g, want %g", c.n, c.p, sum/draws, mean)
		}
	}
}

func binomialChance(n, k int, p float64) float64 {
	if p == 0 || p == 1 {
		if float64(k) == p*float64(n) {
			return 1
		}
		return 0
	}
	all, _ := math.Lgamma(float64(n + 1))
	own, _ := math.Lgamma(float64(k + 1))
	rest, _ := math.Lgamma(float64(n - k + 1))
	return math.Exp(all - own - rest + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
}

// Rows alone on their events are drawn by number, and those that share one by
// their event: both as often as one by one.
func TestLuckByNumberIsLuckRowByRow(t *testing.T) {
	var fs []Forecast
	for i := range 60 {
		fs = append(fs, Forecast{Event: []string{"", "a", "b", ""}[i%4], P: []float64{0.1, 0.6, 0.9}[i%3], Y: float64(i % 2)})
	}
	s := sampleOf(given(fs), false)
	drawn := s.simulated(Options{Resamples: 40_000, allDraws: true}.withDefaults(), 0)
	var mean, squares float64
	for _, d := range drawn {
		mean += d.lean / float64(len(drawn))
		squares += d.lean * d.lean / float64(len(drawn))
	}
	variance := s.errorVarianceByRow()
	if sd := math.Sqrt(variance / float64(len(drawn))); math.Abs(mean) > 5*sd {
		t.Errorf("a mean error of %g, where none is expected (± %g)", mean, sd)
	}
	if math.Abs(squares/variance-1) > 0.05 {
		t.Errorf("a variance of %g, want %g", squares, variance)
	}
}

// errorVarianceByRow is the variance of Σ(y* − p)(1 − 2p) with one random number an
// event: min(p_i, p_j) − p_i p_j for each pair on it.
func (s sample) errorVarianceByRow() float64 {
	sum := 0.0
	for _, a := range s.rows {
		for _, b := range s.rows {
			if a.event == b.event {
				sum += (min(a.p, b.p) - a.p*b.p) * (1 - 2*a.p) * (1 - 2*b.p)
			}
		}
	}
	return sum
}
