package claims

import (
	"strings"
	"testing"
)

func ptr(x float64) *float64 { return &x }

func TestJudge(t *testing.T) {
	c := Claim{Window: window(t, "UTC", "2025-08-11", "2025-08-17", 0)}
	today := day("2025-09-01")
	for name, v := range map[string]struct {
		in     Verdict
		extent *float64
		timing Timing
	}{
		"yes on time":      {Verdict{Outcome: Yes, Day: day("2025-08-15")}, nil, OnTime},
		"yes early":        {Verdict{Outcome: Yes, Day: day("2025-08-10")}, nil, Early},
		"yes late":         {Verdict{Outcome: Yes, Day: day("2025-08-18")}, nil, Late},
		"yes, no day":      {Verdict{Outcome: Yes}, nil, OnTime},
		"yes today":        {Verdict{Outcome: Yes, Day: today}, nil, Late},
		"no":               {Verdict{Outcome: No}, nil, ""},
		"partial, by half": {Verdict{Outcome: Partial, Day: day("2025-08-15")}, ptr(0.5), OnTime},
		"partial, a third": {Verdict{Outcome: Partial, Extent: ptr(0.3)}, ptr(0.3), OnTime},
		"partial, nothing": {Verdict{Outcome: Partial, Extent: ptr(0)}, ptr(0), OnTime},
		"unclear":          {Verdict{Outcome: Unclear, Reason: "no-consensus"}, nil, ""},
		"void":             {Verdict{Outcome: Void, Reason: "condition-unmet"}, nil, ""},
	} {
		v.in.Note = "seen"
		got, err := c.Judge(v.in, today)
		if err != nil || got.Timing != v.timing || (got.Extent == nil) != (v.extent == nil) || got.Extent != nil && *got.Extent != *v.extent {
			t.Errorf("%s: %+v, %v; want extent %v, timing %q", name, got, err, v.extent, v.timing)
		}
		if got.Evidence == nil {
			t.Errorf("%s: evidence is null, not an empty list", name)
		}
	}
}

func TestJudgeRefuses(t *testing.T) {
	c := Claim{Window: window(t, "UTC", "2025-08-11", "2025-08-17", 0)}
	for name, x := range map[string]struct {
		v            Verdict
		field, words string
	}{
		"no outcome":           {Verdict{Note: "x"}, "outcome", "yes, no, partial"},
		"another outcome":      {Verdict{Outcome: "right", Note: "x"}, "outcome", "is not an outcome"},
		"no evidence":          {Verdict{Outcome: Yes}, "evidence", "at least one piece"},
		"a blank note":         {Verdict{Outcome: Yes, Note: " \n"}, "evidence", "at least one piece"},
		"neither url nor file": {Verdict{Outcome: Yes, Evidence: []Evidence{{}}}, "evidence", "a url, or a file"},
		"both":                 {Verdict{Outcome: Yes, Evidence: []Evidence{{URL: "https://example.org", File: "f", SHA256: strings.Repeat("a", 64)}}}, "evidence", "a url, or a file"},
		"a file without hash":  {Verdict{Outcome: Yes, Evidence: []Evidence{{File: "f"}}}, "evidence", "sha256"},
		"a script for a url":   {Verdict{Outcome: Yes, Evidence: []Evidence{{URL: "javascript:x"}}}, "evidence", "not a web address"},
		"extent of yes":        {Verdict{Outcome: Yes, Note: "x", Extent: ptr(1)}, "extent", "only partial"},
		"extent above one":     {Verdict{Outcome: Partial, Note: "x", Extent: ptr(1.01)}, "extent", "not between"},
		"reason of no":         {Verdict{Outcome: No, Note: "x", Reason: "duplicate"}, "reason", "takes no reason"},
		"void without reason":  {Verdict{Outcome: Void, Note: "x"}, "reason", "needs a reason"},
		"another reason":       {Verdict{Outcome: Unclear, Note: "x", Reason: "boredom"}, "reason", "is not a reason"},
		"no with a date":       {Verdict{Outcome: No, Note: "x", Day: day("2025-08-15")}, "event_date", "yes with that date"},
		"void with a date":     {Verdict{Outcome: Void, Reason: "duplicate", Note: "x", Day: day("2025-08-15")}, "event_date", "takes no date"},
		"tomorrow":             {Verdict{Outcome: Yes, Note: "x", Day: day("2025-09-02")}, "event_date", "in the future"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.Judge(x.v, day("2025-09-01"))
			refusal(t, err, x.field, x.words)
		})
	}
}

func TestY(t *testing.T) {
	for _, c := range []struct {
		v      Verdict
		y      float64
		scored bool
	}{
		{Verdict{Outcome: Yes}, 1, true}, {Verdict{Outcome: No}, 0, true}, {Verdict{Outcome: Partial, Extent: ptr(0.3)}, 0.3, true},
		{Verdict{Outcome: Unclear}, 0, false}, {Verdict{Outcome: Void}, 0, false},
	} {
		if y, ok := c.v.Y(); y != c.y || ok != c.scored {
			t.Errorf("%s: %v, %v", c.v.Outcome, y, ok)
		}
	}
}
