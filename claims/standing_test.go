package claims

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// said is a claim about September 2025, of a day in August.
func said(typ Type, polarity Polarity, words string) Claim {
	reading := hedge.Builtin().Read(words)
	c := Claim{Type: typ, Polarity: polarity, Statement: "The ferry goes into service", StatedOn: "2025-08-06",
		Window: givenWindow("", deadline.In, day("2025-09-01"), day("2025-09-30"), time.UTC)}
	if words != "" {
		c.Hedge = ReadHedge(reading, hedge.Builtin().Name())
	}
	return c
}

// told is right and standing as a test writes them.
func told(s Standing, right *bool) string {
	if right == nil {
		return string(s)
	}
	return fmt.Sprintf("%s %t", s, *right)
}

// Every type, polarity, side and outcome, inside the window, before and after
// it, in part and not at all.
func TestStanding(t *testing.T) {
	const order = "inside before after part-inside part-after not"
	verdicts := []Verdict{
		{Outcome: Yes, Day: day("2025-09-10")}, {Outcome: Yes, Day: day("2025-08-20")}, {Outcome: Yes, Day: day("2025-10-20")},
		{Outcome: Partial, Extent: new(.7), Day: day("2025-09-10")}, {Outcome: Partial, Extent: new(.7), Day: day("2025-10-20")}, {Outcome: No},
	}
	for _, row := range []struct {
		typ      Type
		polarity Polarity
		words    string
		want     string // by order
	}{
		{Promise, Will, "", "kept true; kept-early true; kept-late false; kept-in-part true; kept-late false; broken false"},
		{Plan, Will, "planned", "kept true; kept-early true; kept-late false; kept-in-part true; kept-late false; broken false"},
		{Promise, Will, "might", "kept true; kept-early true; kept-late false; kept-in-part true; kept-late false; broken false"},
		{Forecast, Will, "", "right true; early false; late false; in-part true; late false; wrong false"},
		{Forecast, Will, "likely", "right true; early false; late false; in-part true; late false; wrong false"},
		{"", Will, "80 %", "right true; early false; late false; in-part true; late false; wrong false"},
		{Forecast, Will, "unlikely", "wrong false; right true; right true; in-part false; right true; right true"},
		{Forecast, Will, "30 %", "wrong false; right true; right true; in-part false; right true; right true"},
		{Forecast, Will, "may", "no-side; no-side; no-side; no-side; no-side; no-side"},
		{Forecast, Will, "fifty-fifty", "no-side; no-side; no-side; no-side; no-side; no-side"},
		{Forecast, Will, "my gut says", "no-side; no-side; no-side; no-side; no-side; no-side"},
		{Promise, WillNot, "", "broken false; kept true; kept true; kept-in-part false; kept true; kept true"},
		{Plan, WillNot, "", "broken false; kept true; kept true; kept-in-part false; kept true; kept true"},
		{Forecast, WillNot, "expected", "wrong false; right true; right true; in-part false; right true; right true"},
		{Forecast, WillNot, "20 %", "right true; early false; late false; in-part true; late false; wrong false"},
		{Forecast, WillNot, "might", "no-side; no-side; no-side; no-side; no-side; no-side"},
	} {
		for i, want := range strings.Split(row.want, "; ") {
			c := said(row.typ, row.polarity, row.words)
			v := verdicts[i]
			c.Verdict = &v
			if got := told(c.Standing(instant("2026-02-01T00:00:00Z"), Judging{})); got != want {
				t.Errorf("%s %s %q, %s: %s, want %s", row.typ, row.polarity, row.words, strings.Fields(order)[i], got, want)
			}
		}
	}
}

// What stands in the way of judging a claim, in its order.
func TestStandingUnsettled(t *testing.T) {
	never := func(c *Claim) { c.Window.Latest, c.Window.DueAt, c.Window.Class = 0, 0, deadline.ClassNone }
	vague := func(c *Claim) { c.Window.Class, c.Window.Accepted = deadline.ClassVague, false }
	gave := func(v Verdict) func(*Claim) { return func(c *Claim) { c.Verdict = &v } }
	not := func(c *Claim) { c.Polarity = WillNot }
	on := func(s string) Verdict { return Verdict{Outcome: Yes, Day: day(s)} }
	for name, row := range map[string]struct {
		now    string
		change []func(*Claim)
		want   string
	}{
		"withdrawn, whatever its verdict": {"2026-02-01", []func(*Claim){gave(on("2025-09-10")), func(c *Claim) { c.Withdrawn = "typo" }}, "withdrawn"},
		"void":                            {"2026-02-01", []func(*Claim){never, gave(Verdict{Outcome: Void})}, "void"},
		"unclear":                         {"2026-02-01", []func(*Claim){vague, gave(Verdict{Outcome: Unclear})}, "unclear"},
		"no end":                          {"2026-02-01", []func(*Claim){never, gave(on("2025-09-10"))}, "untestable"},
		"no end, nothing yet":             {"2025-08-10", []func(*Claim){never}, "untestable"},
		"vague":                           {"2026-02-01", []func(*Claim){vague, gave(on("2025-09-10"))}, "unaccepted"},
		"vague and open":                  {"2025-08-10", []func(*Claim){vague}, "unaccepted"},
		"open":                            {"2025-09-30", nil, "open"},
		"due":                             {"2025-10-01", nil, "due"},
		"not yet":                         {"2025-09-20", []func(*Claim){gave(Verdict{Outcome: No})}, "open"},
		"it has happened, not matured":    {"2025-09-20", []func(*Claim){gave(on("2025-09-10"))}, "right"},
		"a breach is one at once":         {"2025-09-20", []func(*Claim){not, gave(on("2025-09-10"))}, "wrong false"},
		"a breach without an end":         {"2025-09-20", []func(*Claim){not, never, gave(on("2025-09-10"))}, "wrong false"},
		"a breach of a vague window":      {"2025-09-20", []func(*Claim){not, vague, gave(on("2025-09-10"))}, "unaccepted"},
		"a breach before the window":      {"2025-09-20", []func(*Claim){not, gave(on("2025-08-20"))}, "open"},
		"a breach that nobody can date":   {"2026-02-01", []func(*Claim){not, gave(Verdict{Outcome: Yes})}, "unclear"},
		"half":                            {"2026-02-01", []func(*Claim){gave(Verdict{Outcome: Partial, Extent: new(.5), Day: day("2025-09-10")})}, "in-part"},
		"a day that nobody knows":         {"2026-02-01", []func(*Claim){gave(Verdict{Outcome: Yes})}, "right true"},
	} {
		c := said(Forecast, Will, "")
		for _, fn := range row.change {
			fn(&c)
		}
		if got := told(c.Standing(instant(row.now+"T12:00:00Z"), Judging{})); got != row.want {
			t.Errorf("%s: %s, want %s", name, got, row.want)
		}
	}
}

// Whether earlier was as good: the report's policy, else the verdict's answer,
// else what is usual for such a claim.
func TestEarly(t *testing.T) {
	for name, row := range map[string]struct {
		typ       Type
		statement string
		relation  deadline.Relation
		answer    *bool
		policy    EarlyPolicy
		want      Standing
	}{
		"a promise":              {Promise, "Two thousand nurses are hired", deadline.In, nil, "", KeptEarly},
		"a delivery":             {Plan, "The ferry goes into service", deadline.In, nil, "", KeptEarly},
		"a report":               {Plan, "The report on endorsements is published", deadline.In, nil, "", KeptEarly},
		"an end":                 {Plan, "The truce ends", deadline.On, nil, "", StoodEarly},
		"an expiry":              {Plan, "The licence expires", deadline.On, nil, "", StoodEarly},
		"a meeting":              {Plan, "The two presidents meet", deadline.On, nil, "", StoodEarly},
		"a vote":                 {Plan, "Parliament votes on the bill", deadline.On, nil, "", StoodEarly},
		"not before":             {Promise, "The ferry goes into service", deadline.Earliest, nil, "", StoodEarly},
		"after":                  {Plan, "The ferry goes into service", deadline.After, nil, "", StoodEarly},
		"somebody said no":       {Promise, "The tax is scrapped", deadline.In, new(false), "", StoodEarly},
		"somebody said yes":      {Plan, "The truce ends", deadline.On, new(true), "", KeptEarly},
		"strict":                 {Promise, "The tax is scrapped", deadline.In, new(true), EarlyStrict, StoodEarly},
		"credit":                 {Plan, "The truce ends", deadline.On, new(false), EarlyCredit, KeptEarly},
		"never for forecasts":    {Forecast, "The ferry goes into service", deadline.In, new(true), EarlyCredit, StoodEarly},
		"electricity is no vote": {Plan, "The electric line is built", deadline.In, nil, "", KeptEarly},
	} {
		c := said(row.typ, Will, "")
		c.Statement, c.Window.Relation, c.Window.Accepted = row.statement, row.relation, true
		c.Verdict = &Verdict{Outcome: Yes, Day: day("2025-08-20"), EarlyCounts: row.answer}
		if got, _ := c.Standing(instant("2026-02-01T00:00:00Z"), Judging{Early: row.policy}); got != row.want {
			t.Errorf("%s: %s, want %s", name, got, row.want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, row := range []struct {
		quote, words string
		want         bool
	}{
		{"The ferry will sail by the end of September.", "by the end of September", true},
		{"The ferry will sail by  the\nend of SEPTEMBER.", "By the end of September", true},
		{"There's a 70% chance.", "70 % chance", true},
		{"We'll “likely” sail.", "we'll \"likely\" sail", true},
		{"We’ll sail.", "we'll", true},
		{"It is unlikely.", "likely", false},
		{"It is likely to sail in the coming days, we think.", "likely … in the coming days", true},
		{"In the coming days it is likely.", "likely ... in the coming days", false},
		{"Endless talks, then the end.", "end", true},
		{"", "likely", false},
		{"It will.", "…", false},
	} {
		if got := Quoted(row.quote, row.words); got != row.want {
			t.Errorf("%q in %q: %v", row.words, row.quote, got)
		}
	}
}
