package board

import (
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Undertaking is one promise or plan, held to its first date: what the table of
// promises and the slips count, one by one.
type Undertaking struct {
	IDs                       []claims.ID  // of all its dates, in order
	Speaker, Event, Statement string       // of the first
	Latest                    calendar.Day // the last day of the first
	Judged                    bool         // there is a verdict
	Day                       calendar.Day // on which it happened; 0 for not, and where nobody knows
	Standing                  claims.Standing
	Extent                    float64           // of what happened: ½ for half of it; 0 for nothing
	Disputed                  bool              // somebody contests the verdict on one of its dates
	Overrun                   *scoring.Duration // nil for one that has none, or is left out of the slips
}

// whole are the promises and plans among the claims that the board kept, in the
// order of their first dates in it. What repeats another is none.
func (b Board) whole() (list []Undertaking) {
	first, later := map[claims.UID]Chain{}, map[claims.UID]bool{}
	for _, c := range Chains(b.Judged) {
		if !c.Promised() {
			continue
		}
		first[c.Links[0].Claim.UID] = c
		for _, j := range c.Links[1:] {
			later[j.Claim.UID] = true
		}
	}
	for _, j := range b.Judged {
		c, moved := first[j.Claim.UID]
		switch {
		case later[j.Claim.UID] || j.Claim.Repeats != "":
		case moved:
			list = append(list, b.moved(c))
		case undertaken(j):
			list = append(list, b.undertaking(j.Claim, 0, j.Claim.ID))
		}
	}
	return list
}

// moved is the one promise behind a chain.
func (b Board) moved(c Chain) Undertaking {
	var ids []claims.ID
	looked := calendar.Day(0)
	for _, j := range c.Links {
		ids = append(ids, j.Claim.ID)
		looked = max(looked, j.Claim.StatedOn.Day())
	}
	first := c.asPromise()
	u := b.undertaking(&first, looked, ids...)
	u.Disputed = slices.ContainsFunc(c.Links, func(j Judged) bool { return j.Claim.Contested() })
	return u
}

func (b Board) undertaking(c *claims.Claim, looked calendar.Day, ids ...claims.ID) Undertaking {
	u := Undertaking{IDs: ids, Speaker: c.Speaker, Event: c.Event, Statement: c.Statement, Latest: c.Window.Latest, Standing: b.Policy.standing(c, b.AsOf)}
	u.Disputed = c.Contested()
	if v := c.Verdict; v != nil {
		u.Judged = true
		u.Extent, _ = v.Y()
		if v.Happened() {
			u.Day = v.Day
		}
	}
	if p := promiseOf(c, looked, b.AsOf); p.why == "" {
		if d, ok := p.Overrun(); ok {
			u.Overrun = &d
		}
	}
	return u
}

// Told reports whether what became of it can be told: kept in whatever way, or
// broken.
func (u *Undertaking) Told() bool {
	return slices.Contains([]claims.Standing{claims.Kept, claims.KeptEarly, claims.KeptLate, claims.KeptInPart, claims.Broken, claims.StoodEarly}, u.Standing)
}

// InTime reports whether it came in time.
func (u *Undertaking) InTime() bool {
	return u.Standing == claims.Kept || u.Standing == claims.KeptEarly
}
