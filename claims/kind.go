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
	if d.Type == "" {
		by := undertaking.Speaker{Name: c.Speaker, Kind: string(c.SpeakerKind)}
		if c.Type = Type(undertaking.Read(c.Quote, c.Statement, by).Type); c.Type == Forecast {
			c.Type = ""
		}
	}
	if strings.TrimSpace(d.Condition) == "" && d.UID == "" && !d.Firm {
		t := clause.Cut(c.Quote)
		c.Condition = t.Condition()
	}
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
