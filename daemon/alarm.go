package daemon

import "time"

// Alarm tells the ticks of a clock that have a time of a schedule behind them
// from those that have not. The first tick rings whatever the schedule says:
// what was missed while nothing ran is made up for at once, and once.
type Alarm struct {
	schedule Schedule
	last     time.Time // when it last rang and was answered
}

// NewAlarm returns an alarm for a schedule.
func NewAlarm(s Schedule) *Alarm { return &Alarm{schedule: s} }

// Rings reports whether the schedule has come up since the alarm was last
// answered: once however often it did, after a suspend or a clock that was
// put forward. A clock that was put back rings for nothing twice, and the
// alarm goes by it from there on.
func (a *Alarm) Rings(now time.Time) bool {
	now = now.Round(0) // the clock on the wall: the other one sleeps in a suspend
	if a.last.IsZero() {
		return true
	}
	if now.Before(a.last) {
		a.last = now
		return false
	}
	next, ok := a.schedule.Next(a.last)
	return ok && !next.After(now)
}

// Answered says that what was to be done has been done; until then the alarm
// goes on ringing.
func (a *Alarm) Answered(now time.Time) { a.last = now.Round(0) }

// Next returns when the alarm rings next, as far as the schedule says.
func (a *Alarm) Next(now time.Time) (time.Time, bool) { return a.schedule.Next(now) }
