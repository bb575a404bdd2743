package claims

import "testing"

func TestIdentity(t *testing.T) {
	base := Claim{Speaker: "Ren\u00e9", StatedOn: "2025-08-06", Statement: "S", Quote: "Q", Window: Window{Phrase: "P"}}
	with := func(change func(*Claim)) Claim {
		c := base
		change(&c)
		return c
	}
	keyed := with(func(c *Claim) { c.UID, c.Key = "u1", "k" })
	for name, c := range map[string]struct {
		a, b Claim
		want bool
	}{
		"another way of Unicode":         {with(func(c *Claim) { c.Speaker = "Rene\u0301" }), base, true},
		"the speaker in another case":    {with(func(c *Claim) { c.Speaker = "REN\u00c9" }), base, true},
		"members beside it":              {with(func(c *Claim) { c.Event, c.Notes = "another", "notes" }), base, true},
		"text moved to another member":   {with(func(c *Claim) { c.Statement, c.Quote = "SQ", "" }), base, false},
		"the statement in another case":  {with(func(c *Claim) { c.Statement = "s" }), base, false},
		"no uid and no key":              {base, keyed, true},
		"one uid, other words":           {with(func(c *Claim) { c.UID, c.Statement = "u1", "T" }), keyed, true},
		"another uid, one key":           {with(func(c *Claim) { c.UID, c.Key = "u2", "k" }), keyed, false},
		"one key, other words":           {with(func(c *Claim) { c.Key, c.Statement = "k", "T" }), keyed, true},
		"a key beside what has none":     {with(func(c *Claim) { c.Key = "k" }), base, false},
		"another key with the same word": {with(func(c *Claim) { c.Key = "l" }), keyed, false},
	} {
		a, b := c.a.Identity(), c.b.Identity()
		if got := a.Is(b); got != c.want {
			t.Errorf("%s: Is = %v, want %v", name, got, c.want)
		}
	}
}
