package main

import (
	"encoding/json"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"tracker/board"
)

// TestExplainEqualsScore: for every speaker of the demo, and under several
// policies, the sums at the foot of explain are the figures of score.
func TestExplainEqualsScore(t *testing.T) {
	b := newTestBook(t)
	dir := t.TempDir()
	b.run(0, "demo", "--dir", dir)
	t.Setenv("TRACKER_DB", filepath.Join(dir, "book.db"))
	t.Setenv("TRACKER_NOW", "2026-11-26")
	for _, policy := range [][]string{nil, {"--windows", "all"}, {"--windows", "exact", "--late", "linear:90d"}, {"--until", "2020-01-01", "+cars"}} {
		var scored struct{ Groups []board.Group }
		readJSON(t, b.run(0, slices.Concat([]string{"score", "--json"}, policy)...), &scored)
		if len(scored.Groups) == 0 {
			t.Fatalf("%v: no speakers", policy)
		}
		for _, g := range scored.Groups {
			var x explained
			readJSON(t, b.run(0, slices.Concat([]string{"explain", g.Name, "--json"}, policy)...), &x)
			checkExplained(t, g, x)
		}
	}
}

// explained is what the test reads of explain --json.
type explained struct {
	Claims []struct {
		Brier  *float64
		Weight *float64
		Share  *float64
		Why    string `json:"why_not_in"`
		Right  *bool
	}
	Sum board.Sum
}

func checkExplained(t *testing.T, g board.Group, x explained) {
	t.Helper()
	sum, weight, n, right, sided := 0.0, 0.0, 0, 0, 0
	for _, c := range x.Claims {
		if c.Brier != nil && c.Why != board.WhyRepeat {
			n++
		}
		if c.Weight != nil {
			sum, weight = sum+*c.Weight**c.Brier, weight+*c.Weight
		}
		if c.Share != nil {
			sided++
			if *c.Right {
				right++
			}
		}
	}
	if n != g.N || n != x.Sum.N || len(x.Claims) != g.Denominator.Logged {
		t.Errorf("%s: %d of %d claims scored, the board has %d of %d", g.Name, n, len(x.Claims), g.N, g.Denominator.Logged)
	}
	if n > 0 && (math.Abs(sum/weight-*g.Brier) > 1e-12 || math.Abs(sum-x.Sum.Brier) > 1e-12) {
		t.Errorf("%s: the claims sum to %v, the foot says %v, the board %v", g.Name, sum, x.Sum.Brier, *g.Brier*weight)
	}
	if right != g.Hit.ClaimsRight || sided != g.Hit.Claims || x.Sum.Right != g.Hit.K || x.Sum.Sided != g.Hit.N {
		t.Errorf("%s: %d of %d right, the foot says %v of %d, the board %d of %d", g.Name, right, sided, x.Sum.Right, x.Sum.Sided, g.Hit.ClaimsRight, g.Hit.Claims)
	}
}

func readJSON(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}
