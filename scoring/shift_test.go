package scoring

import (
	"math"
	"testing"
)

// A change of two periods against its definitions, over every way in which
// the values could have been split.
func TestChangeAgainstDefinitions(t *testing.T) {
	for seed := range 5 {
		g := newGenerator(uint64(seed), 0, 0)
		a, b := make([]float64, 5), make([]float64, 4)
		for i := range a {
			a[i] = g.float()
		}
		for i := range b {
			b[i] = g.float() + float64(seed)/10
		}
		tOf := func(x, y []float64) float64 {
			vx, vy := naiveVariance(x)/float64(len(x)), naiveVariance(y)/float64(len(y))
			return (naiveMean(y) - naiveMean(x)) / math.Sqrt(vx+vy)
		}
		all, as, of := append(append([]float64{}, a...), b...), 0, 0
		for split := range 1 << len(all) {
			var x, y []float64
			for i, v := range all {
				if split>>i&1 == 1 {
					x = append(x, v)
				} else {
					y = append(y, v)
				}
			}
			if len(x) == len(a) {
				if of++; math.Abs(tOf(x, y)) >= math.Abs(tOf(a, b))-1e-9 {
					as++
				}
			}
		}
		vx, vy := naiveVariance(a)/5, naiveVariance(b)/4
		df := (vx + vy) * (vx + vy) / (vx*vx/4 + vy*vy/3)
		exact := max(float64(as)/float64(of), 2*tBeyond(math.Abs(tOf(a, b)), df))
		c := ShiftOf(a, b)
		near(t, "difference", c.Difference, naiveMean(b)-naiveMean(a))
		if math.Abs(*c.PValue-exact) > 0.02 {
			t.Errorf("seed %d: p = %v, want %v", seed, *c.PValue, exact)
		}
		if (*c.Low > 0 || *c.High < 0) != (2*tBeyond(math.Abs(tOf(a, b)), df) < 0.05) {
			t.Errorf("seed %d: interval %v to %v, Welch's p %v", seed, *c.Low, *c.High, 2*tBeyond(math.Abs(tOf(a, b)), df))
		}
	}
}

// Where nothing varies within the periods there is no interval, and shuffling
// alone tells.
func TestChangeWithoutVariance(t *testing.T) {
	ones, zeros := []float64{1, 1, 1, 1, 1, 1, 1, 1}, make([]float64, 8)
	c := ShiftOf(zeros, ones)
	if c.Low != nil || *c.PValue > 0.01 || *c.PValue < 0.0001 {
		t.Errorf("%+v, p = %v", c, *c.PValue)
	}
	if c := ShiftOf(ones, ones); *c.PValue != 1 {
		t.Errorf("the same: p = %v", *c.PValue)
	}
	if c := ShiftOf(zeros[:1], ones); c.PValue != nil || c.Low != nil {
		t.Errorf("one value: %+v", c)
	}
	if ShiftOf(nil, ones) != nil {
		t.Error("nothing has a change")
	}
}

// The log-rank test against the sums that define it, time by time.
func TestPaceAgainstDefinitions(t *testing.T) {
	for seed := range 20 {
		g := newGenerator(uint64(seed), 0, 1)
		draw := func(n int, slow float64) (ds []Duration) {
			for range n {
				ds = append(ds, Duration{math.Round(10*slow*(0.5+g.float())) / 10, Fate(g.below(3))})
			}
			return ds
		}
		a, b := draw(9, 1), draw(8+g.below(4), 1+0.1*float64(seed))
		want, variance := 0.0, 0.0
		times := map[float64]bool{}
		for _, d := range append(append([]Duration{}, a...), b...) {
			if d.Fate == Met {
				times[d.T] = true
			}
		}
		count := func(ds []Duration, in func(Duration) bool) (n float64) {
			for _, d := range ds {
				if in(d) {
					n++
				}
			}
			return n
		}
		for at := range times {
			watched := func(d Duration) bool { return d.Fate == Never || d.T >= at }
			met := func(d Duration) bool { return d.Fate == Met && d.T == at }
			n1, n2, d1, d2 := count(a, watched), count(b, watched), count(a, met), count(b, met)
			n, d := n1+n2, d1+d2
			want += d*n2/n - d2
			if n > 1 {
				variance += d * n1 * n2 * (n - d) / (n * n * (n - 1))
			}
		}
		near(t, "z", *PaceOf(a, b).Z, want/math.Sqrt(variance))
		near(t, "z the other way", *PaceOf(b, a).Z, -want/math.Sqrt(variance))
	}
	slow, fast := make([]Duration, 8), make([]Duration, 8)
	for i := range slow {
		slow[i], fast[i] = Duration{3, Met}, Duration{1, Met}
	}
	if p := PaceOf(fast, slow); *p.Z < 3 || *p.PValue > 0.01 {
		t.Errorf("slower: z = %v, p = %v", *p.Z, *p.PValue)
	}
	both := append(append([]Duration{}, slow...), fast...)
	if p := PaceOf(both, both); *p.PValue < 0.99 {
		t.Errorf("the same: p = %v", *p.PValue)
	}
	if p := PaceOf([]Duration{{1, Waiting}}, []Duration{{2, Never}}); p.PValue != nil {
		t.Error("of promises of which none came nothing can be told")
	}
}

// Two periods that are alike are called different in at most one of twenty.
func TestHonestTrends(t *testing.T) {
	books := books()
	falseChange, falsePace := 0, 0
	for book := range books {
		g := newGenerator(uint64(book), 0, 2)
		var halves [2][]float64
		var took [2][]Duration
		for i := range halves {
			for range 8 + g.below(6) {
				p := 0.5 + 0.5*g.float()
				y := 0.0
				if g.float() < p {
					y = 1
				}
				halves[i] = append(halves[i], Brier(p, y))
				took[i] = append(took[i], Duration{0.5 - 2*math.Log(1-g.float()), []Fate{Met, Met, Met, Waiting, Never}[g.below(5)]})
			}
		}
		if *ShiftOf(halves[0], halves[1]).PValue < 0.05 {
			falseChange++
		}
		if *PaceOf(took[0], took[1]).PValue < 0.05 {
			falsePace++
		}
	}
	if most := float64(books) * (0.05 + slack(0.05, books)); float64(falseChange) > most || float64(falsePace) > most {
		t.Errorf("of %d alike, %d and %d are called different", books, falseChange, falsePace)
	}
	t.Logf("of %d alike: Brier %d, pace %d called different", books, falseChange, falsePace)
}

func naiveMean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(len(xs))
}

func naiveVariance(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += (x - naiveMean(xs)) * (x - naiveMean(xs))
	}
	return sum / float64(len(xs)-1)
}

// tBeyond is the chance of Student's t above x, by Simpson's rule on its
// density.
func tBeyond(x, df float64) float64 {
	const steps = 20_000
	gamma := func(x float64) float64 { v, _ := math.Lgamma(x); return v }
	c := math.Exp(gamma((df+1)/2)-gamma(df/2)) / math.Sqrt(df*math.Pi)
	density := func(u float64) float64 { return c * math.Pow(1+u*u/df, -(df+1)/2) }
	h, sum := x/steps, density(0)+density(x)
	for i := 1; i < steps; i++ {
		sum += float64(2+2*(i%2)) * density(float64(i)*h)
	}
	return 0.5 - sum*h/3
}
