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

func TestAddEqualsBoard(t *testing.T) {
	b := Score(slices.Values(explained()), BySpeaker, Policy{Windows: WindowsDefault}, calendar.Day(100), Options{})
	got, g := Add(b.Judged), b.Groups[0]
	if got.N != 4 || got.N != g.N || math.Abs(got.Brier/float64(got.N)-*g.Brier) > 1e-15 {
		t.Errorf("sum %v of %d, the board has %v of %d", got.Brier, got.N, *g.Brier, g.N)
	}
	if got.Right != g.Hit.ClaimsRight || got.Sided != g.Hit.Claims || got.Right != 4 || got.Sided != 5 {
		t.Errorf("%d of %d right, the board has %d of %d", got.Right, got.Sided, g.Hit.ClaimsRight, g.Hit.Claims)
	}
	if want := 25.0 / (4 + 1 + 1 + 1); got.Independent != want { // a and A are one event
		t.Errorf("%v independent claims, want %v", got.Independent, want)
	}
	if want := scoring.IntervalMethod(g.Events); got.Method != want {
		t.Errorf("method %q, the board's %d events have %q", got.Method, g.Events, want)
	}
}
