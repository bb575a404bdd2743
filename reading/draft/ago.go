package draft

import (
	"time"

	"tracker/reading/clause"
)

// ago is how many days before the article something was said, as the words of
// the attribution tell: "said on Tuesday", "told us yesterday".
func (p *page) ago(t *clause.Text, a *attribution) int {
	from := a.first
	if from > 1 && isWeekday(t.Word(from-1)) && t.Word(from-2) == "on" {
		from -= 2
	}
	for i := from; i < a.last && i < len(t.Words); i++ {
		switch w := t.Word(i); {
		case w == "yesterday":
			return 1
		case isWeekday(w) && t.Word(i+1) != "'s" && t.Word(i-1) != "last":
			return (int(p.Said.On.Weekday()) - int(weekdays[w]) + 7) % 7
		}
	}
	return 0
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
