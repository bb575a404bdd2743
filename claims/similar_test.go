package claims

import "testing"

func TestSimilar(t *testing.T) {
	base := Claim{Speaker: "The ministry", StatedOn: "2025-08-06", Statement: "The talks resume in Geneva next week", Event: "talks"}
	with := func(change func(*Claim)) Claim {
		c := base
		change(&c)
		return c
	}
	for name, c := range map[string]struct {
		other Claim
		want  bool
	}{
		"itself":                    {base, true},
		"another case":              {with(func(c *Claim) { c.Speaker = "the MINISTRY" }), true},
		"another speaker":           {with(func(c *Claim) { c.Speaker = "The council" }), false},
		"14 days later":             {with(func(c *Claim) { c.StatedOn = "2025-08-20" }), true},
		"15 days later":             {with(func(c *Claim) { c.StatedOn = "2025-08-21" }), false},
		"14 days before":            {with(func(c *Claim) { c.StatedOn = "2025-07-23" }), true},
		"15 days before":            {with(func(c *Claim) { c.StatedOn = "2025-07-22" }), false},
		"an instant of the day":     {with(func(c *Claim) { c.StatedOn = "2025-08-06T10:00:00Z" }), true},
		"one event, other words":    {with(func(c *Claim) { c.Statement = "Both sides sit down" }), true},
		"the event in another case": {with(func(c *Claim) { c.Event, c.Statement = "TALKS", "Both sides sit down" }), true},
		"other event and words":     {with(func(c *Claim) { c.Event, c.Statement = "x", "Both sides sit down" }), false},
		"no event, one word of seven more": {with(func(c *Claim) {
			c.Event, c.Statement = "", "The talks resume in Geneva next week, reportedly"
		}), true},
		"no event, two of seven less": {with(func(c *Claim) {
			c.Event, c.Statement = "", "The talks resume next week"
		}), false},
		"no event and no words": {with(func(c *Claim) { c.Event, c.Statement = "", "…" }), false},
	} {
		if got := Similar(base, c.other); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if Similar(base, c.other) != Similar(c.other, base) {
			t.Errorf("%s: it depends on the order", name)
		}
	}
}
