package draft

import (
	"strings"
	"time"

	"tracker/calendar"
	"tracker/reading/clause"
)

// ago is how many days before the article something was said, as the words of
// the attribution tell: "said on Tuesday", "told us yesterday".
func (p *page) ago(t *clause.Text, a *attribution) int {
	from := a.first
	if k := beforeComma(t, from); k > 0 && !a.after && clause.IsMark(t.Word(k-2)) && t.Word(k-1) == "in" && isMonth(t.Word(k)) && a.verb > from && !isNow(t.Word(a.verb)) {
		if ago := p.sinceEnd(t, k); ago > longestWeek {
			return ago
		}
	}
	if from > 1 && isWeekday(t.Word(from-1)) && t.Word(from-2) == "on" {
		from -= 2
	}
	for i := from; i < a.last && i < len(t.Words); i++ {
		switch w := t.Word(i); {
		case w == "yesterday":
			return 1
		case w == "in" && (i > a.verb && isMonth(t.Word(i+1)) || (i > a.verb || t.Word(i-1) == ",") && isYear(t.Word(i+1))):
			return p.sinceEnd(t, i+1)
		case isWeekday(w) && t.Word(i+1) != "'s" && t.Word(i-1) != "last":
			return (int(p.Said.On.Weekday()) - int(weekdays[w]) + 7) % 7
		}
	}
	return 0
}

// beforeComma is the word before i, or before the comma that stands there.
func beforeComma(t *clause.Text, i int) int {
	if t.Word(i-1) == "," {
		return i - 2
	}
	return i - 1
}

// sinceEnd is how many days before the article the month or year at i was over, of
// which somebody said something: 0 where it was not.
func (p *page) sinceEnd(t *clause.Text, i int) int {
	year, month := p.Said.On.Year(), time.December
	for m := time.January; m <= time.December && !isYear(t.Word(i)); m++ {
		if strings.EqualFold(m.String(), t.Word(i)) {
			if month = m; m >= p.Said.On.Month() {
				year--
			}
		}
	}
	if w := t.Word(i); isYear(w) {
		year = int(t.Words[i].Number)
	} else if isYear(t.Word(i + 1)) {
		year = int(t.Words[i+1].Number)
	}
	over := calendar.Date(year, month+1, 0)
	return max(0, int(p.Said.On-over))
}

var weekdays = map[string]time.Weekday{"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday}

// dayIn reports whether an attribution names the day on which somebody spoke.
func dayIn(t *clause.Text, a *attribution) bool {
	for i := a.first; i < a.last && i < len(t.Words); i++ {
		if w := t.Word(i); isWeekday(w) || w == "yesterday" || w == "today" {
			return true
		}
	}
	return false
}
