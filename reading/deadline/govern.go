package deadline

import (
	"slices"

	"tracker/calendar"
)

// candidate is a phrase of time and how it stands in its sentence.
type candidate struct {
	Reading
	tense   tense
	said    calendar.Day
	content bool // says what, not when
	brief   bool // minutes, which say how long more often than when
	recurs  bool // says how often
	lasts   bool // says how long: "walk out for 24 hours on Friday"
	aside   bool // in a clause that only says which: "which returns on Monday"
	epithet int  // how little it dates, as it stands before a noun: "the May wages", "Sunday opening"
}

// weight orders candidates: a phrase after "will" carries the promise and one
// in a condition does not, and a dated phrase says more than a vague one.
func (c *candidate) weight() int {
	w := 4
	switch {
	case c.Rule == "past":
		return -2
	case c.Rule == "none":
		return -1
	case c.Rule == "refused", c.Rule == ruleUnread:
		w = 1
	case c.Class == ClassVague:
		w = 3
	case c.Class == ClassEvent:
		w = 2
	}
	if c.tense == future {
		w += 8
	}
	if c.Conditional || c.content || c.recurs {
		w -= 9
	}
	if c.brief {
		w -= 8
	}
	if c.Superseded {
		w -= 9
	}
	if c.Rule == "clock" { // a time without its day
		w -= 8
	}
	if c.aside || c.lasts {
		w -= 3
	}
	w -= c.epithet
	return max(w, 0)
}

// OtherPhrase begins why a reading is offered that another phrase of the text
// gives; the phrase follows in quotation marks.
const OtherPhrase = "the other phrase, "

// mostPhrases is how many phrases of a text are weighed against each other.
const mostPhrases = 64

// govern returns the weightiest candidate, the first among equals, with the
// windows of the others as alternatives.
func govern(found []candidate) Reading {
	best := 0
	for i := 1; i < len(found); i++ {
		if found[i].weight() > found[best].weight() {
			best = i
		}
	}
	best = specified(found, best)
	w := found[best].Reading
	switch c := &found[best]; {
	case w.Class == ClassNone:
		return w
	case c.Conditional:
		return c.only(ruleCondition, "dates the condition, not what is promised", "the time of the condition")
	case c.recurs:
		return c.only(ruleContent, "says how often, not when", "the next such time")
	case c.content:
		return c.only(ruleContent, "says what, not when", "the time named")
	}
	for i := range found {
		if c := &found[i]; i != best && c.Class != ClassNone && (c.Earliest != w.Earliest || c.Latest != w.Latest) {
			w.Alternatives = append(slices.Clip(w.Alternatives), Alternative{c.Earliest, c.Latest, OtherPhrase + `"` + c.Phrase + `"`})
		}
	}
	return w
}

// specified is the date by which the counted span that governs is spelt out:
// "within six months, by mid-July".
func specified(found []candidate, best int) int {
	c := &found[best]
	if best+1 == len(found) || !c.spans() || c.Relation != Within && c.Relation != Vague {
		return best
	}
	next := &found[best+1]
	if next.Start-c.End <= len(", ") && next.Relation == By && !next.spans() && next.Latest != 0 && next.Class != ClassEvent && next.weight() >= c.weight() {
		return best + 1
	}
	return best
}

// only is the reading of a text whose only time sets no deadline, with that
// time as another reading.
func (c *candidate) only(rule, remark, why string) Reading {
	w := Reading{Relation: NoBound, Earliest: c.said, Granularity: NoGranularity, Class: ClassNone, Rule: rule,
		Remark: `"` + c.Phrase + `" ` + remark, Alternatives: []Alternative{}}
	if c.Latest != 0 {
		w.Alternatives = append(w.Alternatives, Alternative{c.Earliest, c.Latest, why + `, "` + c.Phrase + `"`})
	}
	return w
}
