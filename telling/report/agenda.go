package report

import (
	"slices"

	"tracker/calendar"
	"tracker/claims"
)

// AgendaWeek is what will wait for a verdict from one day to another.
type AgendaWeek struct {
	From   calendar.Day  `json:"from"` // 0 for what waits already
	To     calendar.Day  `json:"to"`
	Claims []claims.View `json:"claims"`
}

// Week is so many weeks in days.
func Week(n int) calendar.Day { return calendar.Day(7 * n) }

// Agenda puts claims, in the order of when they ask, into weeks from Monday
// to Sunday; what asks already at now comes first.
func Agenda(list []claims.View, now claims.Instant, today calendar.Day) []AgendaWeek {
	weeks := []AgendaWeek{}
	for _, v := range list {
		day := v.AsksOn()
		from, to := day.Monday(), day.Monday()+6
		if v.Claim.Status(now) == claims.Due {
			from, to = 0, today
		}
		i := slices.IndexFunc(weeks, func(w AgendaWeek) bool { return w.From == from })
		if i < 0 { // midnight comes to one zone before the other
			i, weeks = len(weeks), append(weeks, AgendaWeek{From: from, To: to})
		}
		weeks[i].Claims = append(weeks[i].Claims, v)
	}
	return weeks
}

// Heading says which week it is.
func (w AgendaWeek) Heading() string {
	if w.From == 0 {
		return "waits already"
	}
	return Days(w.From, w.To)
}
