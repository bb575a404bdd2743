package post

import (
	"fmt"
	"strings"
	"time"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// Moment is an instant as people read it.
func Moment(at claims.Instant, zone *time.Location) string {
	return at.Time(zone).Format("Mon 2 Jan 2006 15:04 MST")
}

// Passes says when a pass last succeeded, 0 for never, when the next is to be
// expected, and how many claims are due, a line each. Told says that somebody
// was: passes that only print leave nothing else.
func Passes(last, next claims.Instant, zone *time.Location, due int, told bool) []string {
	lines := []string{"no pass was ever made"}
	switch {
	case last == 0 && told:
		lines = []string{"passes are counted once there are recipients, or a daemon"}
	case last != 0:
		lines = []string{"last good pass " + Moment(last, zone)}
		if next > last {
			lines = append(lines, "next expected "+Moment(next, zone))
		}
	}
	return append(lines, waits(due, "claim")+" for a verdict")
}

// Mailbox is how things stand with one channel and recipient; store.Mailbox
// says what its members are.
type Mailbox struct {
	Channel, Recipient string
	Sent               int
	SentAt             claims.Instant
	Planned, Trying    int
	NextAt             claims.Instant
	Dead, DeadPrompts  int
	Error              string
}

// Line is the mailbox in a line.
func (m Mailbox) Line(now claims.Instant, zone *time.Location) string {
	parts := []string{fmt.Sprintf("%d sent", m.Sent)}
	if m.SentAt > 0 {
		parts[0] += " (last " + Moment(m.SentAt, zone) + ")"
	}
	if m.Planned > 0 {
		parts = append(parts, fmt.Sprintf("%d to be sent", m.Planned))
	}
	if m.Trying > 0 {
		again := "in the next pass"
		if m.NextAt > now {
			again = "from " + Moment(m.NextAt, zone)
		}
		parts = append(parts, fmt.Sprintf("%d tried again %s", m.Trying, again))
	}
	if m.Dead > 0 {
		parts = append(parts, fmt.Sprintf("%s dead with %s (tracker remind resend %s)", report.Count(m.Dead, "letter"), report.Count(m.DeadPrompts, "prompt"), m.Channel))
	}
	line := whom(m.Recipient, m.Channel) + ": " + strings.Join(parts, ", ")
	if m.Error != "" {
		line += "; last error: " + oneLine(m.Error)
	}
	return line
}

// whom names a recipient and a channel.
func whom(recipient, channel string) string {
	if recipient == "" {
		return channel
	}
	return recipient + " by " + channel
}

// oneLine is the text of an error in a line.
func oneLine(text string) string { return clean.Line(strings.Join(strings.Fields(text), " ")) }

// NotDelivered says what happened to a test, as a refusal.
func NotDelivered(channel string, err error) error {
	if list, ok := claims.ProblemsOf(err); ok {
		return list.Err()
	}
	return (&claims.Error{Kind: claims.Refused, Msg: "not delivered: " + oneLine(err.Error())}).
		WithHint("mend [channels.%s] and try again: tracker remind test %s", channel, channel)
}
