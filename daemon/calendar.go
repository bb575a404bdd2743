package daemon

import (
	"fmt"
	"strings"
	"time"
)

// Repeats returns how long after one time the next comes, for a schedule of
// "@every"; 0 for one of given times.
func (s Schedule) Repeats() time.Duration { return s.every }

// Crontab returns the schedule in the five fields that every cron reads
// alike: no ?, no names, and no step that begins with a star, of which crons
// disagree when a day of the week is given as well. It is "" for "@every".
func (s Schedule) Crontab() string {
	if s.fields == nil {
		return ""
	}
	f := s.fields
	return strings.Join([]string{list(f.Minute, 0, 59, "%d", "-"), list(f.Hour, 0, 23, "%d", "-"), list(f.Dom, 1, 31, "%d", "-"),
		list(f.Month, 1, 12, "%d", "-"), list(f.Dow, 0, 6, "%d", "-")}, " ")
}

// Calendar returns the schedule as values of systemd's OnCalendar, in the
// schedule's zone: two where a day of the month and one of the week are both
// given, of which either will do. It is empty for "@every".
func (s Schedule) Calendar() []string {
	if s.fields == nil {
		return nil
	}
	f := s.fields
	date := func(dom uint64) string {
		return "*-" + list(f.Month, 1, 12, "%02d", "..") + "-" + list(dom, 1, 31, "%02d", "..")
	}
	clock := list(f.Hour, 0, 23, "%02d", "..") + ":" + list(f.Minute, 0, 59, "%02d", "..") + ":00 " + s.zone.String()
	const all = star | (1<<32 - 2)
	weekdays := weekdays(f.Dow)
	switch {
	case weekdays == "":
		return []string{date(f.Dom) + " " + clock}
	case f.Dom&star != 0 || f.Dow&star != 0:
		return []string{weekdays + " " + date(f.Dom) + " " + clock}
	}
	return []string{date(f.Dom) + " " + clock, weekdays + " " + date(all) + " " + clock}
}

// weekdays names the days of the week in a set, "" for all.
func weekdays(set uint64) string {
	var names []string
	for d := range 7 {
		if has(set, d) {
			names = append(names, time.Weekday(d).String()[:3])
		}
	}
	if len(names) == 7 {
		return ""
	}
	return strings.Join(names, ",")
}

// list writes the members of a set between two bounds: * for all of them, and
// runs of three and more as a range.
func list(set uint64, first, last int, number, to string) string {
	var parts []string
	for n := first; n <= last; n++ {
		if !has(set, n) {
			continue
		}
		end := n
		for end < last && has(set, end+1) {
			end++
		}
		switch {
		case n == first && end == last:
			return "*"
		case end-n >= 2:
			parts = append(parts, fmt.Sprintf(number+to+number, n, end))
			n = end
		default:
			parts = append(parts, fmt.Sprintf(number, n))
		}
	}
	return strings.Join(parts, ",")
}
