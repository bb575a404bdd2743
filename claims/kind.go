package claims

import (
	"strings"

	"tracker/reading/clause"
	"tracker/reading/undertaking"
)

// reads reports whether the words of d are still to be read: somebody who has
// settled both window and hedge has read them.
func (d *Draft) reads() bool { return d.Window == nil || d.Hedge == nil }

// kind reads the type of c out of its words, and the condition of a new claim,
// unless they are given.
func (r *Reader) kind(d Draft, c *Claim) {
	if !d.reads() {
		return
	}
	quote := clause.Cut(c.Quote)
	if d.Type == "" {
		if c.Type = Type(typed(quote, c).Type); c.Type == Forecast {
			c.Type = ""
		}
	}
	if strings.TrimSpace(d.Condition) == "" && d.UID == "" && !d.Firm {
		c.Condition = quote.Condition()
	}
}

// typed reads the type out of the quote of c, or its statement where there is none.
func typed(quote *clause.Text, c *Claim) undertaking.Reading {
	by := undertaking.Speaker{Name: c.Speaker, Kind: string(c.SpeakerKind)}
	if c.Quote == "" {
		return undertaking.Read("", c.Statement, by)
	}
	return undertaking.ReadAbout(quote, c.Statement, by)
}

// If is the condition of c as a clause, "" for none: "if talks fail", "unless
// they open their market".
func (c *Claim) If() string {
	first, _, _ := strings.Cut(strings.ToLower(c.Condition), " ")
	switch first {
	case "", "unless", "barring", "absent", "if":
		return c.Condition
	}
	return "if " + c.Condition
}
