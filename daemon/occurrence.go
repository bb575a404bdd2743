package daemon

import (
	"math/bits"
	"time"
)

// Next returns the first time of the schedule after an instant; ok is false
// when there is none within eight years.
//
// A schedule with given hours follows the clock on the wall, and each of its
// times comes once a day: one that a change of the clocks skips comes with the
// first moment after the gap, and of one that comes round twice only the
// first counts. A schedule of every hour, and @every, follow the time that
// passes.
func (s Schedule) Next(after time.Time) (next time.Time, ok bool) {
	if s.every > 0 {
		return after.Add(s.every), true
	}
	if s.fields == nil {
		return time.Time{}, false
	}
	local := after.In(s.zone)
	// From the day before: a zone that skips a whole day, or changes at
	// midnight, may place a time of yesterday's clock after now.
	first := time.Date(local.Year(), local.Month(), local.Day()-1, 12, 0, 0, 0, time.UTC)
	for day := first; day.Before(first.AddDate(horizon, 0, 2)); day = day.AddDate(0, 0, 1) {
		if !s.runsOn(day) {
			continue
		}
		if next, ok := s.nextOn(day, after); ok {
			return next, true
		}
	}
	return time.Time{}, false
}

// star marks a field that was typed as * or ?, as the parser has it.
const star = 1 << 63

func has(set uint64, n int) bool { return set&(1<<n) != 0 }

// runsOn reports whether the schedule has times on a day. As in every cron,
// a day of the month and a day of the week that are both given mean either.
func (s Schedule) runsOn(day time.Time) bool {
	f := s.fields
	if !has(f.Month, int(day.Month())) {
		return false
	}
	dom, dow := has(f.Dom, day.Day()), has(f.Dow, int(day.Weekday()))
	if f.Dom&star != 0 || f.Dow&star != 0 {
		return dom && dow
	}
	return dom || dow
}

// nextOn returns the first time on a day that lies after an instant.
func (s Schedule) nextOn(day, after time.Time) (time.Time, bool) {
	var best time.Time
	for hour := range 24 {
		if !has(s.fields.Hour, hour) {
			continue
		}
		for minute := range 60 {
			if !has(s.fields.Minute, minute) {
				continue
			}
			for _, at := range s.moments(day, hour, minute) {
				if at.After(after) && (best.IsZero() || at.Before(best)) {
					best = at
				}
			}
		}
	}
	return best, !best.IsZero()
}

// moments returns when the clock on the wall shows a time for which the
// schedule comes up: mostly one moment.
func (s Schedule) moments(day time.Time, hour, minute int) []time.Time {
	wall := time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, time.UTC)
	shown := showing(wall, s.zone)
	always := bits.OnesCount64(s.fields.Hour&^star) == 24
	switch {
	case always:
		return shown
	case len(shown) == 0:
		return []time.Time{afterGap(wall, s.zone)}
	}
	return shown[:1]
}

// showing returns the instants at which the clocks of a zone show what wall
// says, in order: none in a gap, two in an overlap.
func showing(wall time.Time, zone *time.Location) []time.Time {
	var list []time.Time
	for _, offset := range offsets(wall, zone) {
		at := wall.Add(-offset).In(zone)
		if _, is := at.Zone(); time.Duration(is)*time.Second == offset {
			list = append(list, at)
		}
	}
	return list
}

// offsets returns how far the zone is ahead of UTC a day before and a day
// after a time of the clock, the larger first; once where it does not change.
func offsets(wall time.Time, zone *time.Location) []time.Duration {
	_, before := wall.Add(-26 * time.Hour).In(zone).Zone()
	_, later := wall.Add(26 * time.Hour).In(zone).Zone()
	if before == later {
		return []time.Duration{time.Duration(before) * time.Second}
	}
	return []time.Duration{time.Duration(max(before, later)) * time.Second, time.Duration(min(before, later)) * time.Second}
}

// afterGap returns the first moment after the gap in which wall lies.
func afterGap(wall time.Time, zone *time.Location) time.Time {
	both := offsets(wall, zone)
	// The larger offset would place wall before the change, the smaller after.
	_, end := wall.Add(-both[0]).In(zone).ZoneBounds()
	return end
}
