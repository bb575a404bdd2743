package date

import (
	"strings"

	"tracker/calendar"
)

// near reads today, yesterday and their neighbours.
func (r reader) near() (calendar.Day, error) {
	switch strings.Join(r.words, " ") {
	case "today", "now":
		return r.o.Today, nil
	case "yesterday":
		return r.o.Today - 1, nil
	case "tomorrow":
		return r.o.Today + 1, nil
	case "the day before yesterday", "day before yesterday":
		return r.o.Today - 2, nil
	case "the day after tomorrow", "day after tomorrow":
		return r.o.Today + 2, nil
	}
	return 0, nil
}

// counted reads "3 days ago" and "in two weeks".
func (r reader) counted() (calendar.Day, error) {
	w, sign := r.words, 1
	switch {
	case len(w) == 3 && w[2] == "ago":
		w, sign = w[:2], -1
	case len(w) == 3 && w[0] == "in":
		w = w[1:]
	default:
		return 0, nil
	}
	n, ok := count(w[0])
	if !ok || n > 9999 {
		return 0, nil
	}
	switch strings.TrimSuffix(w[1], "s") {
	case "day":
		return r.o.Today + calendar.Day(sign*n), nil
	case "week":
		return r.o.Today + calendar.Day(sign*7*n), nil
	case "month":
		return r.o.Today.AddMonths(sign * n), nil
	case "year":
		return r.o.Today.AddYears(sign * n), nil
	}
	return 0, nil
}

// weekday reads "Monday", "last Monday", "this Monday" and "next Monday", by
// ISO weeks as the deadline room does.
func (r reader) weekday() (calendar.Day, error) {
	w, which := r.words, ""
	if len(w) == 2 && (w[0] == "last" || w[0] == "next" || w[0] == "this" || w[0] == "on") {
		w, which = w[1:], w[0]
	}
	if len(w) != 1 {
		return 0, nil
	}
	day, ok := weekday(w[0])
	if !ok {
		return 0, nil
	}
	today := r.o.Today
	ahead := calendar.Day((int(day) - int(today.Weekday()) + 7) % 7)
	behind := calendar.Day((int(today.Weekday()) - int(day) + 7) % 7)
	switch {
	case which == "last":
		if behind == 0 {
			behind = 7
		}
		return today - behind, nil
	case which == "next":
		return today.Monday() + 7 + calendar.Day((int(day)+6)%7), nil
	case which == "this":
		return today + ahead, nil
	case r.o.Lean == Future:
		return today + ahead, nil
	}
	return today - behind, nil
}
