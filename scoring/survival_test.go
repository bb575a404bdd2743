package scoring

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// naiveSurvival is the product over the times up to t of the part of those at
// risk who did not happen, and Greenwood's sum, from the definition.
func naiveSurvival(ds []Duration, t float64) (s, greenwood float64) {
	s = 1
	seen := map[float64]bool{}
	for _, d := range ds {
		if d.Fate != Met || d.T > t || seen[d.T] {
			continue
		}
		seen[d.T] = true
		risk, happened := 0.0, 0.0
		for _, o := range ds {
			if o.Fate == Never || o.T >= d.T {
				risk++
			}
			if o.Fate == Met && o.T == d.T {
				happened++
			}
		}
		s *= 1 - happened/risk
		greenwood += happened / risk / (risk - happened)
	}
	return s, greenwood
}

func randomDurations(g *generator, n int) []Duration {
	ds := make([]Duration, n)
	for i := range ds {
		ds[i] = Duration{float64(1+g.below(12)) / 4, []Fate{Met, Met, Met, Waiting, Never}[g.below(5)]}
	}
	return ds
}

func TestSurvivalAgainstDefinitions(t *testing.T) {
	for seed := range 80 {
		g := newGenerator(uint64(seed), 0, 0)
		ds := randomDurations(&g, 1+g.below(25))
		s := Survive(ds)
		if s.Met+s.Never+s.Waiting != len(ds) {
			t.Fatalf("%+v of %d", s, len(ds))
		}
		for _, step := range s.Steps {
			left, greenwood := naiveSurvival(ds, step.T)
			near(t, "S", step.S, left)
			if left > 0 {
				wide := 1.959963984540054 * math.Sqrt(greenwood) / math.Log(left)
				near(t, "low", step.Low, math.Exp(-math.Exp(math.Log(-math.Log(left))-wide)))
				near(t, "high", step.High, math.Exp(-math.Exp(math.Log(-math.Log(left))+wide)))
			}
		}
		for _, q := range []float64{0.25, 0.5, 0.8} {
			checkQuantile(t, ds, s.Quantile(q), q)
		}
	}
}

// checkQuantile looks at every time for the first that reaches q, and for the
// first and last at which the test of 1 − q does not refuse.
func checkQuantile(t *testing.T, ds []Duration, got *Quantile, q float64) {
	t.Helper()
	var want Quantile
	reached := false
	for k := 1; k <= 12 && !reached; k++ {
		if s, _ := naiveSurvival(ds, float64(k)/4); s <= 1-q+1e-12 {
			want.T, reached = float64(k)/4, true
		}
	}
	if reached != (got != nil) {
		t.Fatalf("reached %v, got %v", reached, got)
	}
	if got == nil {
		return
	}
	near(t, "quantile", got.T, want.T)
	if got.Low == nil || *got.Low > got.T || got.High != nil && *got.High < got.T {
		t.Errorf("%v outside its interval %v to %v", got.T, got.Low, got.High)
	}
}

// By hand: happened at 1, 2 and 3, one waiting since 2.5, one never. At risk 5,
// 4, 2: S = 4/5, 3/5, 3/10. Half is reached at 3.
func TestSurvivalByHand(t *testing.T) {
	ds := []Duration{{1, Met}, {2, Met}, {3, Met}, {2.5, Waiting}, {0.1, Never}}
	s := Survive(ds)
	for i, want := range []float64{0.8, 0.6, 0.3} {
		near(t, "S", s.Steps[i].S, want)
	}
	if q := s.Quantile(0.5); q.T != 3 || *q.Low != 1 || q.High != nil {
		t.Errorf("half by %+v", q)
	}
	if q := s.Quantile(0.8); q != nil {
		t.Errorf("four in five by %+v, though one in five never came", q)
	}
}

func TestOverrun(t *testing.T) {
	for _, c := range []struct {
		p    Promise
		want float64
		ok   bool
	}{
		{Promise{0, 10, Met, 10}, 1, true},
		{Promise{100, 110, Met, 125}, 2.5, true},
		{Promise{0, 7, Waiting, 14}, 2, true},
		{Promise{0, 6, Met, 6}, 0, false},
	} {
		d, ok := c.p.Overrun()
		if ok != c.ok || d.T != c.want {
			t.Errorf("%+v: %v, %v", c.p, d, ok)
		}
	}
}

func TestOutlook(t *testing.T) {
	took := func(times ...float64) (ds []Duration) {
		for _, x := range times {
			ds = append(ds, Duration{x, Met})
		}
		return ds
	}
	never := func(n int) []Duration {
		ds := make([]Duration, n)
		for i := range ds {
			ds[i].Fate = Never
		}
		return ds
	}
	eleven := took(0.9, 1, 1.1, 1.2, 1.2, 1.4, 1.6, 1.8, 2.2, 3, 4)
	for _, c := range []struct {
		name   string
		ds     []Duration
		half   float64 // 0 is none
		most   float64
		record string
		noMost string
	}{
		// half of 14 is read at 0.5·15/14 = 7.5/14: the eighth; four in five at 12/14, which is not reached.
		{"fourteen", append(eleven, never(3)...), 1.8, 0, "Of 14 such dates 11 were met in the end, half within 1.8 times", "3 never came, so no date can be given for four in five."},
		// 0.5·12/11 = 6/11: the sixth; 0.8·12/11 = 9.6/11: the tenth.
		{"all met", eleven, 1.4, 3, "Of 11 such dates 11 were met in the end, half within 1.4 times", ""},
		{"four ended", took(1, 1, 1, 1), 0, 0, "Of 4 such dates 4 were met in the end", "Too few ended (4)"},
		{"two met", append(took(1, 1), never(4)...), 0, 0, "Of 6 such dates 2 were met in the end", "Too few ended (6)"},
		{"five ended", append(took(1, 1.2, 1.5, 2), never(1)...), 1.5, 0, "or later, no upper limit known)", "Too few ended (5)"},
	} {
		o := NewOutlook(c.ds)
		check := func(what string, q *Quantile, want float64) {
			if (q != nil) != (want != 0) || q != nil && q.T != want {
				t.Errorf("%s: %s by %+v, want %v", c.name, what, q, want)
			}
		}
		check("half", o.Half, c.half)
		check("four in five", o.Most, c.most)
		if !strings.Contains(o.Record(), c.record) || !strings.HasPrefix(o.NoMost(), c.noMost) || (c.noMost == "") != (o.NoMost() == "") {
			t.Errorf("%s: %q, %q", c.name, o.Record(), o.NoMost())
		}
	}
	q := Quantile{1.6, ptr(1.2), nil}
	if day, low, _, limited := q.Days(100); day != 160 || low != 120 || limited {
		t.Errorf("%d days, from %d, limited %v", day, low, limited)
	}
}

func TestHalves(t *testing.T) {
	days := make([]int, 17)
	for i := range days {
		days[i] = 100 - i
	}
	first, second, ok := Halves(days)
	if !ok || len(first) != 8 || len(second) != 9 || first[0] != 16 {
		t.Errorf("%v %v %v", first, second, ok)
	}
	if _, _, ok := Halves(days[:15]); ok {
		t.Error("seven and eight are enough")
	}
	for i := range days {
		days[i] = i / 9 // nine on the first day
	}
	if first, second, ok := Halves(days); !ok || len(first) != 9 || len(second) != 8 {
		t.Errorf("a day is torn apart: %v %v %v", first, second, ok)
	}
	if Quarter(2025, 3) != 20251 || Quarter(2025, 12) != 20254 {
		t.Error("quarters")
	}
	c := ShiftOf([]float64{1, 2, 3}, []float64{4, 5, 6})
	half := 2.7764451051977934 * math.Sqrt(2.0/3)
	near(t, "difference", c.Difference, 3)
	near(t, "low", *c.Low, 3-half)
	near(t, "high", *c.High, 3+half)
}

// The skill against a crowd: its p-value is that of all signs, and its interval
// holds just the skills that the same test would not refuse.
func TestCrowdAgainstDefinitions(t *testing.T) {
	for seed := range 10 {
		g := newGenerator(uint64(seed), 0, 0)
		var fs []Forecast
		n := 7 + g.below(3)
		for e := range n {
			y := float64(g.below(2))
			for range 1 + g.below(2) {
				fs = append(fs, Forecast{Event: fmt.Sprint(e), P: g.float(), Y: y, Weight: 1, Baseline: ptr(0.05 + 0.9*g.float())})
			}
		}
		own, crowd := make([]float64, n), make([]float64, n)
		for i, e := range naive(fs).events() {
			own[i] = e.brier()
			crowd[i] = e.mean(func(f Forecast) float64 { return square(*f.Baseline - f.Y) })
		}
		p := func(skill float64) float64 {
			as, sum := 0, 0.0
			for i := range own {
				sum += own[i] - (1-skill)*crowd[i]
			}
			for signs := range 1 << n {
				flipped := 0.0
				for i := range own {
					flipped += (own[i] - (1-skill)*crowd[i]) * float64(2*(signs>>i&1)-1)
				}
				if math.Abs(flipped) >= math.Abs(sum)-1e-9 {
					as++
				}
			}
			return float64(as) / float64(int(1)<<n)
		}
		c := AgainstCrowd(given(append(fs, Forecast{P: 0.5})))
		near(t, "skill", *c.Skill, 1-meanOf(own)/meanOf(crowd))
		near(t, "p", *c.PValue, p(0))
		if c.N != len(fs) || c.Events != n || c.Low == nil {
			t.Fatalf("%+v", c)
		}
		const step = 1e-6
		if in, out := p(*c.Low+step), p(*c.Low-step); in < 0.05-1e-9 || out >= 0.05 {
			t.Errorf("seed %d: lower end: p = %v inside, %v outside", seed, in, out)
		}
		if in, out := p(*c.High-step), p(*c.High+step); in < 0.05-1e-9 || out >= 0.05 {
			t.Errorf("seed %d: upper end: p = %v inside, %v outside", seed, in, out)
		}
	}
	if c := AgainstCrowd(given([]Forecast{{P: 0.5}})); c.N != 0 || c.Skill != nil {
		t.Errorf("no baseline: %+v", c)
	}
}
