package board

import (
	"slices"

	"tracker/calendar"
	"tracker/claims"
)

// Promises is what became of promises and plans, each counted once: a promise
// whose date was moved counts by its first date. N are those that can be told:
// kept, in whatever way, or broken.
type Promises struct {
	N              int      `json:"n"`
	Kept           int      `json:"kept"`
	KeptEarly      int      `json:"kept_early"`
	KeptLate       int      `json:"kept_late"`
	InPart         int      `json:"in_part"`
	Broken         int      `json:"broken"` // also what came early where the day was the point
	Open           int      `json:"open"`   // no verdict yet, or one before the window closed
	Void           int      `json:"void"`
	Unclear        int      `json:"unclear"`
	Moves          int      `json:"moves"`            // how often a date was put off
	MovedDays      *int     `json:"moved_days"`       // by how much in all; null when no chain has both ends
	SlipDaysMedian *float64 `json:"slip_days_median"` // of those kept late; null without any
}

// Any reports whether there is anything to tell.
func (p Promises) Any() bool { return p.N+p.Open+p.Void+p.Unclear > 0 }

// promiseTally is Promises while they are gathered.
type promiseTally struct {
	Promises
	slips []int32 // days by which the late ones came late
}

// standing is where a promise or a plan stands for the table: open until its
// window is over, so that what is kept does not show before what is broken.
func (p Policy) standing(c *claims.Claim, asOf calendar.Day) claims.Standing {
	s, _ := c.StandingOn(asOf, p.judging())
	switch s {
	case claims.Kept, claims.KeptEarly, claims.KeptInPart, claims.Broken, claims.StandsDue:
		if !c.Window.ClosedOn(asOf) || s == claims.StandsDue {
			return claims.StandsOpen
		}
	}
	return s
}

// take books one claim; n is 1, or -1 to take it out again.
func (t *promiseTally) take(c *claims.Claim, s claims.Standing, n int) {
	if c.Type == claims.Forecast || c.Type == "" || c.Repeats != "" {
		return
	}
	count := t.of(s)
	if count == nil {
		return // withdrawn, or without an end that anybody could hold them to
	}
	*count += n
	if s != claims.KeptLate {
		return
	}
	if n > 0 {
		t.slips = append(t.slips, int32(c.Slips()))
	} else if i := slices.Index(t.slips, int32(c.Slips())); i >= 0 {
		t.slips = slices.Delete(t.slips, i, i+1)
	}
}

// of is where promises of a standing are counted; nil where none are.
func (t *promiseTally) of(s claims.Standing) *int {
	switch s {
	case claims.Kept:
		return &t.Kept
	case claims.KeptEarly:
		return &t.KeptEarly
	case claims.KeptLate:
		return &t.KeptLate
	case claims.KeptInPart:
		return &t.InPart
	case claims.Broken, claims.StoodEarly:
		return &t.Broken
	case claims.StandsOpen:
		return &t.Open
	case claims.StandsVoid:
		return &t.Void
	case claims.StandsUnclear:
		return &t.Unclear
	}
	return nil
}

// merge makes one promise of the links of a chain that is one, which have been
// taken one by one: its first date, and what came of it.
func (t *promiseTally) merge(c Chain, p Policy, asOf calendar.Day) {
	for _, j := range c.Links {
		t.take(j.Claim, p.standing(j.Claim, asOf), -1)
	}
	first := c.asPromise()
	t.take(&first, p.standing(&first, asOf), 1)
	t.Moves += c.Postponements()
	if days, ok := c.SlipDays(); ok {
		if t.MovedDays != nil {
			days += *t.MovedDays
		}
		t.MovedDays = &days
	}
}

// verdict is what became of the promise behind the chain: the verdict on its
// first date, unless that is missing, or says no and it happened after all.
func (c Chain) verdict() *claims.Verdict {
	v := c.Links[0].Claim.Verdict
	for _, j := range c.Links[1:] {
		later := j.Claim.Verdict
		if later != nil && (v == nil || v.Outcome == claims.No && later.Happened()) {
			v = later
		}
	}
	return v
}

// done ends the claims.
func (t *promiseTally) done() Promises {
	p := t.Promises
	p.N = p.Kept + p.KeptEarly + p.KeptLate + p.InPart + p.Broken
	if len(t.slips) > 0 {
		p.SlipDaysMedian = new(medianDays(t.slips))
	}
	return p
}
