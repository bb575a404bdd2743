package remind

import (
	"context"

	"tracker/calendar"
	"tracker/claims"
)

// Next is the day after today on which the recipient is prompted for a claim
// if nothing changes; ok is false when never.
func (r Rules) Next(c claims.Claim, now claims.Instant) (day calendar.Day, ok bool) {
	if c.Window.DueAt == 0 || c.Withdrawn != "" || c.Verdict != nil {
		return 0, false
	}
	today := c.Today(now)
	if day = c.AsksOn() - calendar.Day(r.Ahead); r.Ahead > 0 && day > today {
		return day, true
	}
	first := c.AsksOn() + calendar.Day(r.After)
	for _, after := range []calendar.Day{0, 3, 7} {
		if day = first + after; day > today {
			return day, r.Times == 0 || times(after) <= r.Times
		}
	}
	after := ((today-first)/7 + 1) * 7
	return first + after, r.Times == 0 || times(after) <= r.Times
}

// Means reports whether the recipient is told of a claim at all.
func (r Route) Means(ctx context.Context, box Outbox, c claims.Claim) (bool, error) {
	narrow := func(list []claims.Filter) (out []claims.Filter) {
		for _, f := range list {
			f.IDs = []claims.ID{c.ID}
			out = append(out, f)
		}
		return out
	}
	r.Only, r.Except = narrow(orEverything(r.Only)), narrow(r.Except)
	list, err := r.waiting(ctx, box, max(c.Window.DueAt, c.SnoozeEnds()))
	return len(list) > 0, err
}

// orEverything is filters of which none are everything.
func orEverything(list []claims.Filter) []claims.Filter {
	if len(list) == 0 {
		return []claims.Filter{{}}
	}
	return list
}
