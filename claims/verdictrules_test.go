package claims

import (
	"fmt"
	"strings"
	"testing"
)

// What had happened already was no prediction, and what was said not to
// happen needs its day.
func TestJudgeRules(t *testing.T) {
	for name, row := range map[string]struct {
		polarity Polarity
		verdict  Verdict
		want     string
	}{
		"before it was said":         {Will, Verdict{Outcome: Yes, Day: day("2025-08-05")}, "was no prediction"},
		"in part, before":            {Will, Verdict{Outcome: Partial, Day: day("2025-08-05")}, "was no prediction"},
		"before, said not to happen": {WillNot, Verdict{Outcome: Yes, Day: day("2025-08-05")}, "was no prediction"},
		"on the day it was said":     {Will, Verdict{Outcome: Yes, Day: day("2025-08-06")}, ""},
		"a breach without a day":     {WillNot, Verdict{Outcome: Yes}, "on which day decides"},
		"a day nobody knows":         {Will, Verdict{Outcome: Yes}, ""},
		"early, and it did not":      {Will, Verdict{Outcome: No, EarlyCounts: new(true)}, "did not happen early"},
	} {
		c := said(Promise, row.polarity, "")
		row.verdict.Note = "seen"
		_, err := c.Judge(row.verdict, day("2025-12-01"))
		if got := fmt.Sprint(err); (err == nil) != (row.want == "") || !strings.Contains(got, row.want) && err != nil {
			t.Errorf("%s: %v, want %q", name, err, row.want)
		}
	}
}

func TestContradicts(t *testing.T) {
	yes := func(on string) *Verdict { return &Verdict{Outcome: Yes, Day: day(on)} }
	no := func(at string) *Verdict { return &Verdict{Outcome: No, At: instant(at + "T12:00:00Z")} }
	for name, row := range map[string]struct {
		one, other *Verdict
		want       bool
	}{
		"in the window of the other":     {yes("2025-09-10"), no("2025-09-05"), true},
		"before the other said not":      {yes("2025-10-10"), no("2025-11-01"), true},
		"after window and verdict of it": {yes("2025-12-10"), no("2025-11-01"), false},
		"two days":                       {yes("2025-09-10"), yes("2025-09-12"), true},
		"two days far apart":             {yes("2026-09-12"), yes("2025-03-10"), true},
		"one day":                        {yes("2025-09-10"), yes("2025-09-10"), false},
		"one of two days unknown":        {yes("2025-09-10"), &Verdict{Outcome: Yes}, false},
		"in part and then wholly":        {&Verdict{Outcome: Partial, Day: day("2025-09-10")}, yes("2025-09-12"), false},
		"twice no":                       {no("2025-11-01"), no("2025-11-02"), false},
		"the other way round":            {no("2025-11-01"), yes("2025-09-10"), true},
		"a day that nobody knows":        {&Verdict{Outcome: Yes}, no("2025-11-01"), false},
	} {
		a, b := said(Forecast, Will, ""), said(Forecast, Will, "")
		a.UID, b.UID, a.Event, b.Event = "a", "b", "Ferry", "ferry"
		a.Verdict, b.Verdict = row.one, row.other
		if got := a.Contradicts(&b); got != row.want {
			t.Errorf("%s: %v", name, got)
		}
		if b.Event = "bridge"; a.Contradicts(&b) {
			t.Errorf("%s: on two events", name)
		}
	}
}

func TestParseReason(t *testing.T) {
	for given, want := range map[string]string{"condition-unmet": "condition-unmet", "Cond": "condition-unmet", "unmet": "condition-unmet", "dup": "duplicate",
		"pred": "not-a-prediction", "sup": "superseded", "source": "source-gone", "s": "", "": "", "because": ""} {
		if got, err := ParseReason(given); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", given, got, err)
		}
	}
}
