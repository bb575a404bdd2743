package board

import (
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/scoring"
)

func TestFatesOfPromises(t *testing.T) {
	day := func(s string) calendar.Day { d, _ := calendar.Parse(s); return d }
	at := claims.At(day("2025-01-01").Start(time.UTC))
	asOf := day("2025-02-01")
	for name, tt := range map[string]struct {
		typ  claims.Type
		end  string
		v    *claims.Verdict
		why  leftOut
		fate scoring.Fate
		at   calendar.Day
	}{
		"met late":            {claims.Plan, "2024-03-01", &claims.Verdict{Outcome: claims.Yes, Day: day("2024-05-01")}, "", scoring.Met, day("2024-05-01")},
		"not there":           {claims.Promise, "2024-03-01", &claims.Verdict{Outcome: claims.No, At: at}, "", scoring.Waiting, day("2025-01-01")},
		"in part":             {claims.Promise, "2024-03-01", &claims.Verdict{Outcome: claims.Partial, Day: day("2024-02-01"), At: at}, "", scoring.Waiting, day("2025-01-01")},
		"retracted":           {claims.Plan, "2024-03-01", &claims.Verdict{Outcome: claims.Void, Reason: "retracted"}, "", scoring.Never, 0},
		"void otherwise":      {claims.Plan, "2024-03-01", &claims.Verdict{Outcome: claims.Void, Reason: "duplicate"}, notAPromise, 0, 0},
		"no day":              {claims.Plan, "2024-03-01", &claims.Verdict{Outcome: claims.Yes}, notDated, 0, 0},
		"nobody looked":       {claims.Plan, "2024-03-01", nil, notChecked, 0, 0},
		"too short":           {claims.Plan, "2024-01-05", &claims.Verdict{Outcome: claims.Yes, Day: day("2024-01-05")}, tooShort, scoring.Met, day("2024-01-05")},
		"forecast":            {claims.Forecast, "2024-03-01", &claims.Verdict{Outcome: claims.Yes, Day: day("2024-05-01")}, notAPromise, 0, 0},
		"kept before it ends": {claims.Plan, "2025-03-01", &claims.Verdict{Outcome: claims.Yes, Day: day("2024-05-01")}, notAPromise, 0, 0},
	} {
		c := claims.Claim{Type: tt.typ, StatedOn: "2024-01-01", Polarity: claims.Will, Verdict: tt.v,
			Window: claims.Window{Earliest: day("2024-01-01"), Latest: day(tt.end), Class: deadline.ClassExact}}
		got := promiseOf(&c, 0, asOf)
		if got.why != tt.why || tt.why == "" && (got.Fate != tt.fate || got.At != int(tt.at)) {
			t.Errorf("%s: got %+v", name, got)
		}
	}
}

// The chain of the claim asked about is left out whole, and counts once, by its
// first date, for others.
func TestAPromiseSaysNothingAboutItself(t *testing.T) {
	zero := calendar.Date(2024, 1, 1)
	plan := func(uid, supersedes claims.UID, stated, end int) claims.Claim {
		return claims.Claim{UID: uid, Supersedes: supersedes, Type: claims.Plan, Polarity: claims.Will,
			StatedOn: claims.Moment((zero + calendar.Day(stated)).String()), Window: claims.Window{Latest: zero + calendar.Day(end), Class: deadline.ClassExact}}
	}
	list := []claims.Claim{plan("a", "", 0, 100), plan("b", "a", 110, 400), plan("c", "", 0, 100)}
	list[2].Verdict = &claims.Verdict{Outcome: claims.Yes, Day: zero + 150}
	of := NewReferences(zero + 200)
	for i := range list {
		of.Add(&list[i])
	}
	if s := of.Of("b"); s.N != 1 || s.Met != 1 {
		t.Errorf("of the others: %+v", s)
	}
	if s := of.Of(""); s.N != 2 || s.Waiting != 1 || s.Unchecked != 0 {
		t.Errorf("of all: %+v", s)
	}
}
