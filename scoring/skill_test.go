package scoring

import (
	"fmt"
	"math"
	"testing"
)

// TestReferenceSkill: six yes at .8, four no at .3, on ten events; B = .06.
func TestReferenceSkill(t *testing.T) {
	var fs []Forecast
	for i := range 10 {
		f := Forecast{Event: fmt.Sprint(i), P: 0.8, Y: 1}
		if i >= 6 {
			f.P, f.Y = 0.3, 0
			if i >= 8 {
				f.Baseline = ptr(0.6)
			}
		}
		fs = append(fs, f)
	}
	other := (6*math.Pow(1-5.0/9, 2) + 4*math.Pow(6.0/9, 2)) / 10
	for _, c := range []struct {
		r    Reference
		n    int
		want float64
	}{
		{AgainstHalf, 10, 1 - 0.06/0.25},
		{AgainstBase, 10, 1 - 0.06/0.24},
		{AgainstBook, 10, 1 - 0.06/other},
		{AgainstBaseline, 2, 1 - 0.09/0.36},
	} {
		got := c.r.Of(given(fs)).Skill(given(fs), 10)
		if got.N != c.n || got.Skill == nil || math.Abs(*got.Skill-c.want) > 1e-12 {
			t.Errorf("%s: n %d, skill %v; want %d, %v", c.r, got.N, show(got.Skill), c.n, c.want)
		}
		if few := c.r.Of(given(fs)).Skill(given(fs[:9]), 9); few.Skill != nil {
			t.Errorf("%s on nine events: %v, want none", c.r, *few.Skill)
		}
	}
	if got := Reference("").Of(given(fs)).Skill(given(fs), 10); got != nil {
		t.Errorf("without a reference: %v, want none", got)
	}
}

func show(x *float64) string {
	if x == nil {
		return "none"
	}
	return fmt.Sprint(*x)
}
