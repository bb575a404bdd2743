package post

import (
	"fmt"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/clean"
	"tracker/remind"
	"tracker/telling/report"
)

// Asked is a claim and why it is asked about or not, in two lines.
func Asked(c claims.Claim, now claims.Instant) string {
	return fmt.Sprintf("%d  %s: %s\n%s\n", c.ID, clean.Line(c.Speaker), clean.Line(c.Statement), asked(c, now))
}

func asked(c claims.Claim, now claims.Instant) string {
	switch status := c.Status(now); {
	case status == claims.Withdrawn:
		return "withdrawn: nobody is asked"
	case status == claims.Resolved, status == claims.Disputed:
		return string(status) + ": nobody is asked"
	case c.Window.DueAt == 0:
		return "its window has no end: nobody is asked"
	case status == claims.Snoozed:
		return "snoozed until " + report.Day(c.SnoozedUntil)
	case status == claims.Open:
		return "not due yet; its window ends on " + report.Day(c.Window.Latest)
	}
	return "waits for a verdict; its window ended on " + report.Day(c.Window.Latest)
}

// Told is what became of one prompt; store.Told says what its members are.
type Told struct {
	Channel, Recipient string
	Rule               remind.Rule
	Occurrence         calendar.Day
	State              string
	At                 claims.Instant
	Attempts           int
	Error              string
}

// Line says in a line what became of the prompt.
func (t Told) Line(zone *time.Location) string {
	line := fmt.Sprintf("%s: the prompt of %s ", whom(t.Recipient, t.Channel), report.Day(t.Occurrence))
	switch t.State {
	case "sent":
		line += "was sent " + Moment(t.At, zone)
	case "dropped":
		line += "was not needed any more"
	case "dead":
		line += "could not be delivered"
	default:
		line += "waits to be sent"
	}
	if t.Error != "" {
		line += fmt.Sprintf(" after %s: %s", report.Count(t.Attempts, "attempt"), oneLine(t.Error))
	}
	return line
}

// Next is when a recipient is asked about a claim next; means is whether the
// route leads there for it at all.
func Next(r remind.Route, c claims.Claim, means bool, now claims.Instant) string {
	day, ok := r.Next(c, now)
	switch who := whom(r.Recipient, r.Channel); {
	case !means:
		return who + ": is not told of it"
	case !ok:
		return who + ": no more prompts"
	default:
		return who + ": next on " + report.Day(day)
	}
}
