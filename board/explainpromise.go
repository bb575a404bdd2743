package board

import (
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// ExplainedPromise is one promise or plan as the tables of promises and of how
// long they took have it.
type ExplainedPromise struct {
	Claims   []claims.ID     `json:"claims"` // its first date, and the later ones
	Standing claims.Standing `json:"standing"`
	DaysLate *int            `json:"days_late"` // of one kept late
	Moved    *int            `json:"moved"`     // days from its first end to its last; null when it was not, or either is missing
	Said     calendar.Day    `json:"said"`
	Promised calendar.Day    `json:"promised"`
	Fate     string          `json:"fate"`     // met, waiting or never; "" for one that is not over
	Day      calendar.Day    `json:"day"`      // it happened or was last looked at; null for never
	Times    *float64        `json:"times"`    // the time promised, until it happened or was last looked at
	LeftOut  string          `json:"left_out"` // why it has no time: short, undated, unchecked
}

// explainPromises takes the promises of a row one by one.
func (b Board) explainPromises(list []ExplainedClaim) []ExplainedPromise {
	judged := make([]Judged, len(list))
	for i, c := range list {
		judged[i] = c.Judged
	}
	linked := map[claims.ID]bool{}
	out := []ExplainedPromise{}
	add := func(c claims.Claim, p slipped, moved *int) {
		var t promiseTally
		standing := b.Policy.standing(&c, b.AsOf)
		t.take(&c, standing, 1)
		if t.done().Any() {
			out = append(out, explainPromise(&c, standing, p, moved))
		}
	}
	for _, c := range Chains(judged) {
		if !c.Promised() {
			continue
		}
		for _, j := range c.Links {
			linked[j.Claim.ID] = true
		}
		var moved *int
		if days, ok := c.SlipDays(); ok {
			moved = &days
		}
		add(c.asPromise(), c.slipped(b.AsOf), moved)
	}
	for _, j := range judged {
		if !linked[j.Claim.ID] {
			add(*j.Claim, promiseOf(j.Claim, 0, b.AsOf), nil)
		}
	}
	return out
}

func explainPromise(c *claims.Claim, standing claims.Standing, p slipped, moved *int) ExplainedPromise {
	x := ExplainedPromise{Claims: p.links, Standing: standing, Moved: moved, Said: c.StatedOn.Day(), Promised: c.Window.Latest}
	if p.links == nil {
		x.Claims = []claims.ID{c.ID}
	}
	if standing == claims.KeptLate {
		x.DaysLate = new(c.Slips())
	}
	switch d, ok := p.Overrun(); {
	case p.why == notAPromise:
	case p.why != "":
		x.LeftOut = string(p.why)
	case ok:
		x.Fate = map[scoring.Fate]string{scoring.Met: "met", scoring.Waiting: "waiting", scoring.Never: "never"}[p.Fate]
		if p.Fate != scoring.Never {
			x.Day, x.Times = calendar.Day(p.At), &d.T
		}
	}
	return x
}
