package main

import (
	"fmt"

	"tracker/calendar"
	"tracker/claims"
	"tracker/clean"
	"tracker/reading/hedge"
)

// longDay prints a day with its weekday: "Fri 15 Aug 2025".
func longDay(d calendar.Day) string {
	if d == 0 {
		return "–"
	}
	y, m, day := d.Civil()
	return fmt.Sprintf("%s %d %s %d", d.Weekday().String()[:3], day, m.String()[:3], y)
}

// span prints a window's days: "Mon 11 to Sun 17 Aug 2025".
func span(a, b calendar.Day) string {
	switch {
	case a == 0 && b == 0:
		return "no date yet"
	case b == 0:
		return "from " + longDay(a) + ", no end"
	case a == b:
		return longDay(a)
	case a == 0:
		return "until " + longDay(b)
	}
	y1, m1, d1 := a.Civil()
	y2, m2, _ := b.Civil()
	from := fmt.Sprintf("%s %d", a.Weekday().String()[:3], d1)
	if y1 != y2 {
		from = longDay(a)
	} else if m1 != m2 {
		from += " " + m1.String()[:3]
	}
	return from + " to " + longDay(b)
}

// distance says how far d lies from today: "in 3 days", "4 weeks ago".
func distance(d, today calendar.Day) string {
	n := int(d - today)
	switch {
	case n == 0:
		return "today"
	case n == 1:
		return "tomorrow"
	case n == -1:
		return "yesterday"
	case n < 0:
		return count(-n) + " ago"
	}
	return "in " + count(n)
}

// count prints a number of days in the unit people would use.
func count(days int) string {
	switch {
	case days < 15:
		return fmt.Sprintf("%d days", days)
	case days < 60:
		return fmt.Sprintf("%d weeks", days/7)
	case days < 730:
		return fmt.Sprintf("%d months", days*12/365)
	}
	return fmt.Sprintf("%d years", days/365)
}

// plural prints n with a noun: "1 claim", "2 claims".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// percent prints a probability as people say it: "40 %".
func percent(p float64) string { return fmt.Sprintf("%.4g %%", 100*p) }

// hedgeText prints a hedge with its numbers: `could 40 % [15–60], survey`.
func hedgeText(h claims.Hedge) string {
	words := clean.Line(h.Words)
	if words != "" {
		words = quotedIf(words, h.Said)
	}
	if h.P == nil {
		if words == "" {
			return "none found: a bare assertion, no number"
		}
		return words + ": no number"
	}
	s := percent(*h.P)
	if h.Low != nil && h.High != nil && *h.Low != *h.High {
		s += fmt.Sprintf(" [%.4g–%.4g]", 100**h.Low, 100**h.High)
	}
	switch {
	case words != "" && handSet(h):
		s += ", set by hand; the words: " + words
		return s
	case words != "":
		s = words + " → " + s
	}
	return s + ", " + string(h.Kind)
}

// quotedIf puts words in quotation marks when the quote has them, and says
// that they are ours when it has not; nil is not known.
func quotedIf(words string, said *bool) string {
	switch {
	case said == nil:
		return words
	case *said:
		return `"` + words + `"`
	}
	return words + " (in our words)"
}

// handSet reports whether the number of a hedge is not that of its words.
func handSet(h claims.Hedge) bool {
	return h.Kind == hedge.Explicit && hedge.Builtin().Read(h.Words).Kind != hedge.Explicit
}

// windowText prints a window in full: `"next week" → Mon 11 to Sun 17 Aug 2025, rule week`.
func windowText(w claims.Window) string {
	s := ""
	if w.Phrase != "" {
		s = quotedIf(clean.Line(w.Phrase), w.Said) + " → "
	}
	if w.Class == "none" {
		return s + "no deadline"
	}
	s += span(w.Earliest, w.Latest) + ", rule " + w.Rule
	if w.GraceDays > 0 {
		s += ", grace " + plural(w.GraceDays, "day")
	}
	switch {
	case w.Soft():
		s += ", " + softness(w) + ", not accepted"
	case w.Accepted && w.Rule != claims.RuleGiven:
		s += ", accepted"
	}
	return s
}

// softness says why the end of a window is not hard.
func softness(w claims.Window) string {
	if w.Relation == "earliest" {
		return "a lower bound"
	}
	return "a vague phrase"
}

// unscored says why the window of a claim keeps it from being scored, and
// what would change that; it is empty when nothing does.
func unscored(c claims.Claim) string {
	switch {
	case c.Window.Latest == 0:
		return fmt.Sprintf("no end to the window, so it cannot be scored: tracker amend %d --by DATE", c.ID)
	case c.Window.Soft():
		return fmt.Sprintf("the end is %s and not scored until somebody accepts it: tracker accept %d", softness(c.Window), c.ID)
	}
	return ""
}
