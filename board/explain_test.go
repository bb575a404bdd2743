package board

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// explained is a book in which two claims share an event, one has no number
// and one no verdict.
func explained() []claims.Claim {
	var list []claims.Claim
	for i, event := range []string{"a", "A", "b", "", "c", "d"} {
		c := claims.Claim{ID: claims.ID(i + 1), UID: claims.UID(fmt.Sprint(i)), Speaker: "desk", Event: event, Polarity: claims.Will,
			Hedge:  claims.Hedge{P: new(0.8), Low: new(0.8), High: new(0.8), Kind: hedge.Explicit},
			Window: claims.Window{Earliest: 1, Latest: 10}, Verdict: &claims.Verdict{Outcome: claims.Yes, Day: 5}}
		switch i {
		case 1:
			c.Verdict = &claims.Verdict{Outcome: claims.No}
		case 4:
			c.Hedge = claims.Hedge{}
		case 5:
			c.Verdict = nil
		}
		list = append(list, c)
	}
	return list
}

func TestExplainedSumsEqualTheBoard(t *testing.T) {
	for _, weigh := range []Weigh{WeighEvents, WeighClaims} {
		b := Score(slices.Values(explained()), BySpeaker, Policy{Windows: WindowsDefault, Weigh: weigh}, calendar.Day(100), Options{})
		x, g := b.Explain("desk"), b.Groups[0]
		got := x.Sum
		if got.N != 4 || got.N != g.N || math.Abs(got.Brier/got.Weight-*g.Brier) > 1e-15 {
			t.Errorf("%s: sum %v of %d, the board has %v of %d", weigh, got.Brier, got.N, *g.Brier, g.N)
		}
		if got.Right != g.Hit.K || got.Sided != g.Hit.N {
			t.Errorf("%s: %v of %d right, the board has %v of %d", weigh, got.Right, got.Sided, g.Hit.K, g.Hit.N)
		}
		brier, share := 0.0, 0.0
		for _, c := range x.Claims {
			if c.Weight != nil {
				brier += *c.Weight * *c.Brier
			}
			if c.Share != nil && *c.Right {
				share += *c.Share
			}
		}
		if math.Abs(brier-got.Brier) > 1e-15 || math.Abs(share-got.Right) > 1e-15 {
			t.Errorf("%s: the claims add up to %v and %v, the sums are %v and %v", weigh, brier, share, got.Brier, got.Right)
		}
		if want := scoring.IntervalMethod(g.Events); got.Method != want {
			t.Errorf("method %q, the board's %d events have %q", got.Method, g.Events, want)
		}
	}
}

// Two claims share event a, one of them right: events weigh ½ + 1 + 1 + 1 of
// four, claims 4 of five, which count as 25/7.
func TestWeighing(t *testing.T) {
	hit := func(w Weigh) (float64, int, float64) {
		b := Score(slices.Values(explained()), BySpeaker, Policy{Windows: WindowsDefault, Weigh: w}, calendar.Day(100), Options{})
		return b.Groups[0].Hit.K, b.Groups[0].Hit.N, b.Explain("desk").Sum.Independent
	}
	if k, n, independent := hit(WeighEvents); k != 3.5 || n != 4 || independent != 4 {
		t.Errorf("by event %v of %d, as %v; want 3.5 of 4, as 4", k, n, independent)
	}
	if k, n, independent := hit(WeighClaims); k != 4 || n != 5 || independent != 25.0/7 {
		t.Errorf("by claim %v of %d, as %v; want 4 of 5, as 25/7", k, n, independent)
	}
}
