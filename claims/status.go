package claims

import (
	"cmp"
	"time"

	"tracker/calendar"
)

// Status is where a claim stands. It is derived, never typed.
type Status string

const (
	Open      Status = "open"      // the window, with its grace, has not closed
	Due       Status = "due"       // closed, and no verdict
	Resolved  Status = "resolved"  // a verdict stands
	Snoozed   Status = "snoozed"   // put off to a later day, without a verdict
	Disputed  Status = "disputed"  // a verdict stands and is disputed
	Withdrawn Status = "withdrawn" // logged in error
)

// Statuses lists every status.
var Statuses = []Status{Open, Due, Resolved, Snoozed, Disputed, Withdrawn}

// Status returns where c stands at now. A snooze ends at 00:00 of its day in
// the claim's zone.
func (c *Claim) Status(now Instant) Status {
	switch {
	case c.Withdrawn != "":
		return Withdrawn
	case c.Contested():
		return Disputed
	case c.Verdict != nil:
		return Resolved
	case c.SnoozedUntil != 0 && now < c.SnoozeEnds():
		return Snoozed
	case c.Window.DueAt != 0 && now >= c.Window.DueAt:
		return Due
	}
	return Open
}

// Hindsight reports whether c came to say what it says when it could be known
// what came of it: after its window had closed, or after the day on which the
// event happened. That goes by the book's own journal, and by LoggedAt only
// for a claim that no book holds.
func (c *Claim) Hindsight() bool {
	recorded := cmp.Or(c.RecordedAt, c.LoggedAt)
	if c.Window.DueAt != 0 && recorded >= c.Window.DueAt {
		return true
	}
	v := c.Verdict
	return v != nil && v.Happened() && v.Day != 0 && recorded >= At((v.Day+1).Start(c.Location()))
}

// Location returns the claim's zone, UTC when this machine does not know it.
func (c *Claim) Location() *time.Location {
	loc, err := Zone(c.Window.Zone)
	if err != nil {
		return time.UTC
	}
	return loc
}

// SnoozeEnds returns the instant a snooze is over, 0 when there is none.
func (c *Claim) SnoozeEnds() Instant {
	if c.SnoozedUntil == 0 {
		return 0
	}
	return At(c.SnoozedUntil.Start(c.Location()))
}

// AsksOn returns the day, local to its zone, from which c waits for a verdict:
// the first after window and grace, or the end of a snooze; 0 for never.
func (c *Claim) AsksOn() calendar.Day {
	if c.Window.DueAt == 0 {
		return 0
	}
	return calendar.Of(max(c.Window.DueAt, c.SnoozeEnds()).Time(c.Location()))
}

// Today returns the local day of the claim's zone at now.
func (c *Claim) Today(now Instant) calendar.Day { return calendar.Of(now.Time(c.Location())) }

// Contested reports whether c has a verdict that somebody disputes.
func (c *Claim) Contested() bool {
	return c.Withdrawn == "" && c.Verdict != nil && c.Disputed != ""
}
