package deadline

import "tracker/calendar"

// candidate is a phrase of time and how it stands in its sentence.
type candidate struct {
	Reading
	tense tense
	said  calendar.Day
}

// weight orders candidates: a phrase after "will" carries the promise and one
// in a condition does not, and a dated phrase says more than a vague one.
func (c candidate) weight() int {
	w := 4
	switch {
	case c.Rule == "past":
		return -2
	case c.Rule == "none":
		return -1
	case c.Rule == "refused":
		w = 1
	case c.Class == ClassVague:
		w = 3
	case c.Class == ClassEvent:
		w = 2
	}
	if c.tense == future {
		w += 8
	}
	if c.Conditional {
		w -= 9
	}
	return max(w, 0)
}

// mostPhrases is how many phrases of a text are weighed against each other.
const mostPhrases = 64

// govern returns the weightiest candidate, the first among equals, with the
// windows of the others as alternatives.
func govern(found []candidate) Reading {
	best := 0
	for i, c := range found {
		if c.weight() > found[best].weight() {
			best = i
		}
	}
	w := found[best].Reading
	if w.Conditional && w.Class != ClassNone {
		return conditionOnly(found, w)
	}
	if w.Class == ClassNone {
		return w
	}
	for i, c := range found {
		if i != best && c.Class != ClassNone && (c.Earliest != w.Earliest || c.Latest != w.Latest) {
			w.Alternatives = append(w.Alternatives, Alternative{c.Earliest, c.Latest, `the other phrase, "` + c.Phrase + `"`})
		}
	}
	return w
}

// conditionOnly is the reading of a text whose only time is that of a
// condition: no deadline, with that time as another reading.
func conditionOnly(found []candidate, c Reading) Reading {
	w := Reading{Relation: NoBound, Earliest: found[0].said, Granularity: NoGranularity, Class: ClassNone, Rule: ruleCondition,
		Remark: `"` + c.Phrase + `" dates the condition, not what is promised`, Alternatives: []Alternative{}}
	if c.Latest != 0 {
		w.Alternatives = append(w.Alternatives, Alternative{c.Earliest, c.Latest, `the time of the condition, "` + c.Phrase + `"`})
	}
	return w
}
