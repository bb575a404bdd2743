package report

import (
	"testing"

	"tracker/claims"
	"tracker/reading/deadline"
)

// What was made of the words of time is said of this claim, in the words of
// readers: no rule for all claims, no X, no table of ours.
func TestPlainRule(t *testing.T) {
	for _, tt := range []struct {
		phrase, earliest, latest string
		relation                 deadline.Relation
		granularity              deadline.Granularity
		class                    deadline.Class
		want                     string
	}{
		{"by 2021", "2025-08-06", "2025-12-31", deadline.By, deadline.Year, deadline.ClassBounded, "Any day from the statement on, to the last day of the time named."},
		{"by Friday", "2025-08-08", "2025-08-08", deadline.By, deadline.Day, deadline.ClassExact, ""},
		{"before May", "2025-08-06", "2026-04-30", deadline.Before, deadline.Month, deadline.ClassBounded, "Any day from the statement on, before the time named begins."},
		{"next week", "2025-08-11", "2025-08-17", deadline.On, deadline.Week, deadline.ClassBounded, "The whole week, Monday to Sunday."},
		{"late October", "2025-10-21", "2025-10-31", deadline.On, deadline.MonthPart, deadline.ClassFuzzy, "Early, mid and late in a month are taken as ten days each."},
		{"soon", "2025-08-06", "2025-09-05", deadline.Vague, deadline.NoGranularity, deadline.ClassVague, "The words name no days: the end is a convention."},
		{"on 8 August", "2025-08-08", "2025-08-08", deadline.On, deadline.Day, deadline.ClassExact, ""},
		{"in due course", "2025-08-06", "", deadline.NoBound, deadline.NoGranularity, deadline.ClassNone, ""},
	} {
		c := made{speaker: "The ministry", statement: "The talks resume", quote: tt.phrase, said: "2025-08-06", window: read(tt.phrase, tt.earliest, tt.latest)}.claim(1)
		c.Window.Relation, c.Window.Granularity, c.Window.Class, c.Window.Rule = tt.relation, tt.granularity, tt.class, "by"
		if got := plainRule(&c); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.phrase, got, tt.want)
		}
		c.Window.Rule = claims.RuleGiven
		if got := plainRule(&c); got != "The desk set the days." {
			t.Errorf("%s, given: %q", tt.phrase, got)
		}
	}
	for _, r := range []deadline.Relation{deadline.By, deadline.Before, deadline.Within, deadline.In, deadline.Earliest, deadline.After} {
		if boundWords[r] == "" {
			t.Errorf("nothing is said of %s", r)
		}
	}
}
