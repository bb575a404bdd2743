package report

import (
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/scoring"
)

// Outlook says how long promises like one stated on a day for another really
// took, and what that would mean for it; of names whose they were. It is "" where
// too few ended to tell, and where the promise gives too few days.
func Outlook(o scoring.Outlook, of string, stated, end, today calendar.Day) string {
	given := int(end - stated)
	if !o.Enough() || given < 7 {
		return ""
	}
	text := o.Record() + "."
	if o.Half != nil {
		text += " At that pace: " + byDay(*o.Half, given, stated, today) + "."
	} else {
		text += " Too few came to give a date for half."
	}
	if o.Most != nil {
		text += " Four in five: " + byDay(*o.Most, given, stated, today) + "."
	} else {
		text += " " + o.NoMost()
	}
	return text + " Such dates: the promises and plans of " + of + " whose time is over."
}

// byDay is a quantile as a day with its interval: "by 4 Mar 2027 (Nov 2026 to
// Sep 2028)".
func byDay(q scoring.Quantile, given int, stated, today calendar.Day) string {
	day, low, high, limited := q.Days(given)
	text := "by " + dayWords(stated+calendar.Day(day))
	if stated+calendar.Day(day) < today {
		text += ", which is past"
	}
	from := monthWords(stated + calendar.Day(low))
	if !limited {
		return fmt.Sprintf("%s (%s or later, no upper limit known)", text, from)
	}
	if to := monthWords(stated + calendar.Day(high)); to != from {
		return fmt.Sprintf("%s (%s to %s)", text, from, to)
	}
	return fmt.Sprintf("%s (%s to %s)", text, dayWords(stated+calendar.Day(low)), dayWords(stated+calendar.Day(high)))
}

func monthWords(d calendar.Day) string {
	y, m, _ := d.Civil()
	return fmt.Sprintf("%s %d", m.String()[:3], y)
}

// PeriodText is a period and when it was, unless its name says that: "first
// half, Jan 2022 to Mar 2023".
func PeriodText(name string, from, to calendar.Day) string {
	first, last := monthWords(from), monthWords(to)
	switch {
	case !strings.HasSuffix(name, "half"):
		return name
	case first == last:
		return name + ", " + first
	}
	return name + ", " + first + " to " + last
}

// Times is a quantile in units of the time promised: "1.6 [1.2–3.0]"; "too few"
// for none.
func Times(q *scoring.Quantile, enough bool) string { return quantile(q, enough, "%.1f") }

// SlipDays is a quantile in days after the last day promised.
func SlipDays(q *scoring.Quantile, enough bool) string { return quantile(q, enough, "%.0f") }

func quantile(q *scoring.Quantile, enough bool, format string) string {
	switch {
	case !enough:
		return "too few"
	case q == nil:
		return "not reached"
	}
	low, high := "?", "…"
	if q.Low != nil {
		low = fmt.Sprintf(format, *q.Low)
	}
	if q.High != nil {
		high = fmt.Sprintf(format, *q.High)
	}
	sep := "–"
	if q.Low != nil && *q.Low < 0 {
		sep = " to "
	}
	return fmt.Sprintf(format+" [%s%s%s]", q.T, low, sep, high)
}
