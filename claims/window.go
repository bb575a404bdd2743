package claims

import (
	"cmp"
	"time"

	"tracker/calendar"
	"tracker/reading/deadline"
)

// Window is the closed interval of local days, in Zone, in which the event
// must happen, with the words and the rule it was read from. Earliest and
// Latest are null for an event without a date; Latest is null whenever there
// is no end.
type Window struct {
	Phrase       string                 `json:"phrase"`
	Said         *bool                  `json:"said" ledger:"-"` // whether the quote has the phrase; only in a View, nil without one
	Earliest     calendar.Day           `json:"earliest"`
	Latest       calendar.Day           `json:"latest"`
	Zone         string                 `json:"zone"`
	Granularity  deadline.Granularity   `json:"granularity"`
	Class        deadline.Class         `json:"class"`
	Relation     deadline.Relation      `json:"relation"`
	Rule         string                 `json:"rule"`
	Rules        string                 `json:"rules"` // version of the rules; empty for a window given by hand
	GraceDays    int                    `json:"grace_days"`
	Alternatives []deadline.Alternative `json:"alternatives"`
	Accepted     bool                   `json:"accepted"`
	DueAt        Instant                `json:"due_at"` // 00:00 of the first day after Latest and grace; null without an end
}

// RuleGiven is the rule of a window whose dates a person typed.
const RuleGiven = "given"

// rulePast is the deadline room's rule for words about a time that is over.
const rulePast = "past"

// ruleNone is its rule for words that set no deadline.
const ruleNone = "none"

// ruleUnread is its rule for words beside which something was left unread.
const ruleUnread = "unread"

// ReadWindow freezes what the deadline room read by some rules.
func ReadWindow(r deadline.Reading, rules string, zone *time.Location) Window {
	w := Window{
		Phrase: r.Phrase, Earliest: r.Earliest, Latest: r.Latest, Zone: zone.String(),
		Granularity: r.Granularity, Class: r.Class, Relation: r.Relation, Rule: r.Rule,
		Rules: rules, GraceDays: deadline.Grace(r.Relation, r.Granularity),
		Alternatives: r.Alternatives,
	}
	return w.closed(zone)
}

// givenWindow is a window whose days a person typed.
func givenWindow(phrase string, rel deadline.Relation, earliest, latest calendar.Day, zone *time.Location) Window {
	w := Window{
		Phrase: phrase, Earliest: earliest, Latest: latest, Zone: zone.String(),
		Granularity: deadline.Day, Class: deadline.ClassExact, Relation: rel,
		Rule: RuleGiven, Alternatives: []deadline.Alternative{}, Accepted: true,
	}
	return w.closed(zone)
}

// closed returns w with DueAt worked out from Latest and GraceDays.
func (w Window) closed(zone *time.Location) Window {
	w.DueAt = 0
	if w.Latest != 0 {
		// 0 means none, so what falls due with 1970 is a millisecond late.
		w.DueAt = cmp.Or(At((w.Latest + calendar.Day(w.GraceDays) + 1).Start(zone)), 1)
	}
	return w
}

// Soft reports whether the end of the window is a convention or a lower bound
// that nobody has accepted: it asks for review and is never scored.
func (w Window) Soft() bool {
	return !w.Accepted && (w.Class == deadline.ClassVague || w.Relation == deadline.Earliest)
}

// ClosedOn reports whether the window and its grace are over on day.
func (w Window) ClosedOn(day calendar.Day) bool {
	return w.Latest != 0 && day > w.Latest+calendar.Day(w.GraceDays)
}

// Timing is where an event fell against the window.
type Timing string

const (
	Early  Timing = "early"
	OnTime Timing = "on-time"
	Late   Timing = "late"
)

// Timing places an event that happened on day; a day inside the grace is on
// time, and so is an unknown day.
func (w Window) Timing(day calendar.Day) Timing {
	grace := calendar.Day(w.GraceDays)
	switch {
	case day == 0:
		return OnTime
	case w.Earliest != 0 && day < w.Earliest-grace:
		return Early
	case w.Latest != 0 && day > w.Latest+grace:
		return Late
	}
	return OnTime
}

// Slip returns how many days an event on day missed the window by, counted
// from the window's own edge: negative for early, 0 when on time.
func (w Window) Slip(day calendar.Day) int {
	switch w.Timing(day) {
	case Early:
		return int(day - w.Earliest)
	case Late:
		return int(day - w.Latest)
	}
	return 0
}

// What the words of a window given in a file may be.
var (
	classes = []deadline.Class{deadline.ClassExact, deadline.ClassBounded, deadline.ClassFuzzy, deadline.ClassVague,
		deadline.ClassEvent, deadline.ClassNone}
	relations = []deadline.Relation{deadline.On, deadline.By, deadline.Before, deadline.In, deadline.Within,
		deadline.Earliest, deadline.After, deadline.Vague, deadline.NoBound}
	granularities = []deadline.Granularity{deadline.Hour, deadline.Day, deadline.WeekPart, deadline.Week, deadline.Weekend,
		deadline.MonthPart, deadline.Month, deadline.Quarter, deadline.Half, deadline.Season, deadline.YearPart,
		deadline.Year, deadline.Decade, deadline.NoGranularity}
)
