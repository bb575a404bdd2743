package scoring

import (
	"math"
	"testing"
)

func TestLate(t *testing.T) {
	for _, c := range []struct {
		policy string
		days   int
		want   float64
	}{
		{"strict", 0, 1}, {"strict", 1, 0}, {"strict", -3, 1},
		{"linear:30d", 0, 1}, {"linear:30d", 3, 0.9}, {"linear:30d", 30, 0}, {"linear:30d", 99, 0},
		{"decay:14d", 0, 1}, {"decay:14d", 14, 0.5}, {"decay:14d", 28, 0.25},
	} {
		l, err := ParseLate(c.policy)
		if err != nil {
			t.Fatal(err)
		}
		near(t, c.policy, l.Credit(c.days), c.want)
		if l.String() != c.policy {
			t.Errorf("%q prints as %q", c.policy, l)
		}
	}
	for _, bad := range []string{"", "Strict", "linear", "linear:", "linear:30", "linear:0d", "linear:-1d", "decay:1.5d", "half:3d", "linear:99999999999999999999d", "strict:3d"} {
		if l, err := ParseLate(bad); err == nil {
			t.Errorf("%q is read as %v", bad, l)
		}
	}
}

// No forecast inside the range leaves the bounds, and the bounds are reached.
func TestBrierRangeBounds(t *testing.T) {
	for seed := range 200 {
		g := newGenerator(uint64(seed), 0, 0)
		low := g.float()
		high := low + (1-low)*g.float()
		y := float64(g.below(5)) / 4
		best, worst := BrierRange(low, high, y)
		least, greatest := math.Inf(1), 0.0
		for i := range 1001 {
			b := square(low + (high-low)*float64(i)/1000 - y)
			least, greatest = math.Min(least, b), math.Max(greatest, b)
		}
		if math.Abs(least-best) > 1e-5 || math.Abs(greatest-worst) > 1e-9 || best > least+1e-15 {
			t.Errorf("[%v, %v], %v: %v to %v, want %v to %v", low, high, y, best, worst, least, greatest)
		}
	}
}

func TestBeyondTesting(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		want      bool
	}{{0.15, 0.6, true}, {0.3, 0.7, false}, {0.6, 1, false}, {0.1, 0.5, false}, {0.1, 0.51, true}} {
		if got := BeyondTesting(c.low, c.high); got != c.want {
			t.Errorf("[%v, %v]: %v", c.low, c.high, got)
		}
	}
}
