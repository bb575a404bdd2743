// Package deadline reads the words by which people say when something will
// happen, and works out the window of days that holds them to it.
//
// It knows English words for time, the civil calendar, the rules listed by
// Rules and the conventions listed by VagueTable. It does not know claims,
// verdicts, files or the clock on the wall: the day of the statement is handed
// in, and the same words on the same day always give the same answer.
//
//	r, err := deadline.New(deadline.Options{})
//	said := deadline.Said{On: calendar.Date(2025, time.August, 6)}
//	w := r.Read("The meeting could take place as early as next week.", said)
//	// w.Phrase "as early as next week", w.Relation "earliest", w.Rule "lower",
//	// w.Earliest 2025-08-11, w.Latest 2025-08-17
//
// A text is cut into tokens (token.go, lexicon.go, tables.go). From every token that can
// begin a phrase the parser (parser.go) tries a relation word (relation.go) and
// then a name of a time: a date, a weekday, a period, a counted span, a vague
// word or an event, each in the file of its name. The relation turns the named
// period into a window (window.go). Of several phrases in a sentence govern.go
// chooses the one that carries the promise.
package deadline

import (
	"time"

	"tracker/calendar"
)

// Version names this edition of the rules. It is frozen into every claim, so
// it changes whenever any phrase would be read differently.
const Version = "2026.2"

// Relation says how the named time bounds the window.
type Relation string

// The relations. By covers until and through; Earliest is a lower bound whose
// latest day is only a soft end; After has no end at all.
const (
	On       Relation = "on"
	By       Relation = "by"
	Before   Relation = "before"
	In       Relation = "in"
	Within   Relation = "within"
	Earliest Relation = "earliest"
	After    Relation = "after"
	Vague    Relation = "vague"
	NoBound  Relation = "none"
)

// Granularity is the size of the unit that the words name.
type Granularity string

// The granularities, from fine to coarse.
const (
	Hour          Granularity = "hour"
	Day           Granularity = "day"
	WeekPart      Granularity = "week-part"
	Week          Granularity = "week"
	Weekend       Granularity = "weekend"
	MonthPart     Granularity = "month-part"
	Month         Granularity = "month"
	Quarter       Granularity = "quarter"
	Half          Granularity = "half"
	Season        Granularity = "season"
	YearPart      Granularity = "year-part"
	Year          Granularity = "year"
	Decade        Granularity = "decade"
	NoGranularity Granularity = "none"
)

// Class says how hard the edges of a window are.
type Class string

// The classes: a day or a counted span, a named period, a part of a period, a
// convention of the vague table, an event, or no deadline at all.
const (
	ClassExact   Class = "exact"
	ClassBounded Class = "bounded"
	ClassFuzzy   Class = "fuzzy"
	ClassVague   Class = "vague"
	ClassEvent   Class = "event"
	ClassNone    Class = "none"
)

// Alternative is another window that a reasonable reader could take the words
// for, and why.
type Alternative struct {
	Earliest calendar.Day `json:"earliest"`
	Latest   calendar.Day `json:"latest"`
	Why      string       `json:"why"`
}

// Reading is what the reader understood. Windows are whole local days, both
// ends inclusive.
type Reading struct {
	// Phrase is the words as found, preposition included; empty when there are none.
	Phrase string `json:"phrase"`
	// Start and End are the byte span of Phrase in the text.
	Start, End int `json:"-"`
	// Relation is how the named time bounds the window.
	Relation Relation `json:"relation"`
	// Earliest is the first day of the window; 0 only for undated events.
	Earliest calendar.Day `json:"earliest"`
	// Latest is the last day of the window; 0 when it has no end.
	Latest calendar.Day `json:"latest"`
	// Granularity is the unit that the words name.
	Granularity Granularity `json:"granularity"`
	// Class says how hard the edges are; ClassNone when there is no deadline.
	Class Class `json:"class"`
	// Rule is the id of the rule, one of Rules.
	Rule string `json:"rule"`
	// Alternatives are other readings, likeliest first; never nil.
	Alternatives []Alternative `json:"alternatives"`
	// Conditional says that the phrase stands in a clause with a condition of
	// its own, so that it dates the condition and not the promise.
	Conditional bool `json:"-"`
	// Superseded says that the phrase names what was expected once.
	Superseded bool `json:"-"`
	// Minor says that the phrase gives an hour, a length or what a noun is of, which
	// count only where no other phrase does: "for 24 hours", "the May wages".
	Minor bool `json:"-"`
	// Remark says in one line what the reading leaves open; empty otherwise.
	Remark string `json:"remark,omitempty"`
	// Refused says in one line why a phrase was refused; empty otherwise.
	Refused string `json:"problem,omitempty"`
}

// Said is when, and how, the words were spoken.
type Said struct {
	// On is the statement day in the claim's zone.
	On calendar.Day
	// At is the instant, in the claim's zone; zero when only the day is known.
	At time.Time
	// Quoted tells the speaker's own words from the outlet's: inside a quote a
	// weekday equal to the statement day is the one a week later.
	Quoted bool
	// Field says that the words were given as a deadline, by themselves: a
	// bare day, month, quarter or year then means by it.
	Field bool
}

// Options fit a Reader to a book.
type Options struct {
	// Events gives the day of a dated event of the book, by a name in lower
	// case without its article ("midterms"); nil when there are none.
	Events func(name string) (calendar.Day, bool)
	// Southern takes the seasons of the southern hemisphere.
	Southern bool
	// DayFirst reads 03/04/2026 as 3 April.
	DayFirst bool
	// Vague replaces or adds rows of the vague table by key; nil for the built-in.
	Vague map[string]Distance
}

// Grace returns the days of grace on either side of a window: "in six months"
// is not held to the day.
func Grace(rel Relation, g Granularity) int {
	if rel != In {
		return 0
	}
	switch g {
	case Week:
		return 3
	case Month:
		return 15
	case Year:
		return 180
	}
	return 0
}
