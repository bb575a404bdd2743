package claims

import (
	"time"

	"tracker/calendar"
)

// skew is by how much the clock of another machine may be ahead.
const skew = Instant(time.Hour / time.Millisecond)

// Dated checks the instants that whoever hands in c, a file, says about it:
// nothing is logged or judged in the future, or before it was said. A day
// either way is left to time zones.
func (c *Claim) Dated(now Instant) error {
	var ps Problems
	ps.add(c.dated("logged_at", c.LoggedAt, now))
	if c.Verdict != nil {
		ps.add(c.dated("verdict.at", c.Verdict.At, now))
	}
	return ps.Err()
}

func (c *Claim) dated(field string, at, now Instant) *Error {
	switch {
	case at > now+skew:
		return Refuse(field, "%s is in the future", at).WithHint("leave it out: it is the present then")
	case !c.Forced && calendar.Of(at.Time(c.Location()))+1 < c.StatedOn.Day():
		return Refuse(field, "%s is before the statement of %s", at, c.StatedOn.Day()).WithHint("leave it out: it is the present then")
	}
	return nil
}
