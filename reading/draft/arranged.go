package draft

import (
	"strings"

	"tracker/reading/clause"
)

// arrangedAt reads what is arranged or expected at i: is to, is set to, is due
// in, is expected to, is on track for.
func arrangedAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, tier: modal}
	if t.Word(i-1) == "been" && t.Word(i-2) == "had" {
		return cue{}, false
	}
	next := t.Word(i + 1)
	switch w := t.Word(i); w {
	case "set", "poised", "bound", "certain", "sure", "tipped", "destined", "about", "forecast", "likely", "unlikely", "expected", "scheduled", "slated", "due", "projected", "predicted", "planned", "meant", "supposed", "seen", "earmarked", "pencilled", "booked", "timetabled", "rescheduled", "anticipated", "targeted", "estimated", "hoped", "penciled", "determined", "committed", "confident", "optimistic", "obliged", "required", "foreseen", "envisaged", "billed", "touted", "arranged", "called", "convened", "fixed":
		if n := arrangedEnd(t, i); n > 0 && t.Word(i-1) != "as" && (isBefore(t, i) || headless(t, i)) {
			c.rule, c.end, c.verb, c.past = arrangedRule(w), n, verbAfter(t, n), wasBefore(t, i)
			if w == "confident" || w == "optimistic" || w == "determined" || w == "committed" {
				c.tier = commitment
				c.owner = ownerOf(t, beAt(t, i))
			}
			if w == "obliged" || w == "required" || w == "supposed" || w == "meant" {
				c.tier = weak
			}
			return c, true
		}
	case "on":
		if (next == "track" || next == "course" || next == "schedule" || next == "target") && (t.Word(i+2) == "to" || t.Word(i+2) == "for") && (isBefore(t, i) || clause.IsMark(t.Word(i-1)) || t.Word(i-1) == "believe" || t.Word(i-1) == "stay" || t.Word(i-1) == "still") {
			c.rule, c.end, c.verb, c.past = "arranged", i+3, verbAfter(t, i+3), wasBefore(t, i)
			return c, true
		}
	case "is", "are", "was", "were":
		if n := verbAfter(t, i+1); t.Word(n) == "to" && (n == i+1 || t.Word(i+1) != "not" || true) && plainVerb(t, n+1) && !isAimed(t, i) && !isBlame(t.Word(verbAfter(t, n+1))) {
			c.rule, c.end, c.verb, c.past, c.backshifted = "is-to", n+1, verbAfter(t, n+1), w == "was" || w == "were", false
			return c, true
		}
	case "to":
		if headlineTo(t, i) {
			c.rule, c.end, c.verb, c.past = "heading-to", i+1, verbAfter(t, i+1), wasBefore(t, i)
			return c, true
		}
	}
	return cue{}, false
}

// arrangedEnd is the first word of what is arranged after the participle at i: 0
// when none follows.
func arrangedEnd(t *clause.Text, i int) int {
	next := t.Word(i + 1)
	switch t.Word(i) {
	case "set", "poised", "billed", "touted", "bound", "certain", "sure", "about", "ready", "tipped", "destined", "meant", "supposed", "determined", "obliged", "required":
		if next == "to" && (plainVerb(t, i+2) || t.Word(i+2) == "") {
			return i + 2
		}
		if t.Word(i) == "tipped" && next == "for" {
			return i + 2
		}
		if t.Word(i) == "set" && (next == "for" || next == "as") {
			return i + 2
		}
		if t.Word(i) == "certain" && (next == "on" || next == "by" || next == "before") && nearDate(t, i+2) {
			return i + 1
		}
		return 0
	case "called", "convened", "fixed":
		if next == "for" && (nearDate(t, i+2) || isNumberWord(t, i+2)) {
			return i + 1
		}
	case "seen":
		if before := t.Word(i - 1); before != "is" && before != "are" && before != "was" && before != "were" && before != "not" && before != "now" && before != "currently" && before != "still" && before != "widely" {
			return 0
		}
		if strings.HasSuffix(next, "ing") || next == "at" {
			return i + 1
		}
	case "committed":
		if next == "to" {
			return i + 2
		}
	case "confident", "optimistic":
		if !clause.IsMark(next) && next != "about" && (next != "of" && next != "in" || datedAfter(t, i+1)) {
			if next == "that" {
				return i + 2
			}
			return i + 1
		}
	case "likely", "unlikely":
		if next == "to" {
			return i + 2
		}
		if next == "that" || next == "by" || next == "in" || next == "this" || next == "next" || next == "before" {
			return i + 1
		}
		return i + 1
	case "due":
		if next == "to" && plainVerb(t, i+2) {
			return i + 2
		}
		if next == "in" || next == "on" || next == "by" || next == "for" || next == "at" || next == "out" || next == "off" || next == "before" || next == "until" || next == "within" || next == "any" || next == "from" || next == "next" || next == "later" || next == "this" || next == "tomorrow" || next == "back" || isWeekday(next) || isMonth(next) || isNumberWord(t, i+1) || next == "online" {
			return i + 1
		}
	case "expected", "foreseen", "envisaged", "scheduled", "slated", "planned", "projected", "predicted", "forecast", "anticipated", "targeted", "estimated", "rescheduled", "timetabled", "booked", "hoped", "pencilled", "penciled", "earmarked", "arranged":
		if next == "to" {
			return i + 2
		}
		if next == "for" && lasting(t.Word(i+2)) {
			return 0
		}
		if next == "for" || next == "in" || next == "on" || next == "by" || next == "at" || next == "next" || next == "this" || next == "later" || next == "tomorrow" || next == "within" || next == "before" || next == "that" || next == "not" || next == "around" || next == "between" || next == "from" || next == "as" || next == "soon" || next == "shortly" || next == "during" || next == "after" || next == "until" || next == "over" || next == "today" || next == "tonight" || next == "any" || next == "back" || isWeekday(next) || clause.IsMark(next) {
			return i + 1
		}
	}
	return 0
}

// lasting reports how long something took: "planned for months".
func lasting(word string) bool {
	switch word {
	case "months", "years", "weeks", "days", "decades", "hours", "some", "nearly", "almost", "more", "over":
		return true
	}
	return false
}

func arrangedRule(word string) string {
	switch word {
	case "likely", "unlikely", "certain", "sure", "bound", "tipped", "destined":
		return "likely"
	case "expected", "seen", "projected", "predicted", "forecast", "anticipated", "estimated", "hoped", "confident", "optimistic":
		return "expected"
	}
	return "arranged"
}

// beAt is the form of be before the participle at i, or i.
func beAt(t *clause.Text, i int) int {
	for j := i - 1; j >= max(0, i-4); j-- {
		if w := t.Word(j); isBeForm(w) || w == "looks" || w == "look" || w == "seems" || w == "appears" || w == "remains" || w == "remain" {
			return j
		}
	}
	return i
}

// headless reports whether a heading leaves out the be before the participle at
// i: "Bridge set to open in May".
func headless(t *clause.Text, i int) bool {
	if i == 0 || t.Words[i].Joined || clause.IsDeterminer(t.Word(i-1)) || clause.IsMark(t.Word(i-1)) && t.Word(i-1) != "" {
		return false
	}
	switch w := t.Word(i); w {
	case "set", "likely", "poised", "expected", "unlikely", "tipped", "due", "scheduled":
	default:
		return false
	}
	for j := range t.Words {
		if w := t.Word(j); clause.IsModal(w) || clause.IsAuxiliary(w) || isSaying(w) && j < i || j < i && (isCommitting(w) || isBelieving(w)) || w == "." {
			return false
		}
	}
	return true
}

// headlineTo reports the "to" of a heading: "Bridge to open in May".
func headlineTo(t *clause.Text, i int) bool {
	if i == 0 || i > 8 || !clause.IsVerb(t.Word(i+1)) && t.Word(i+1) != "be" || clause.IsMark(t.Word(i-1)) {
		return false
	}
	for j := range t.Words {
		w := t.Word(j)
		if clause.IsModal(w) || clause.IsAuxiliary(w) || w == "'s" && j < i && false || w == "." || j < i && (clause.IsVerb(w) && j > 0 || isCommitting(w) || isBelieving(w) || isSaying(w) || presentVerb(w) && j > 0 || clause.IsPast(w) || isAimNoun(w) || isUrge(w)) {
			return false
		}
	}
	return true
}

func isUrge(word string) bool {
	switch word {
	case "way", "how", "time", "chance", "bid", "move", "call", "calls", "order", "right", "ability", "need", "reason", "urged", "able", "plea", "pressure", "effort", "efforts", "failure", "decision", "what", "where", "when", "who", "why", "things", "ways", "happy", "close", "thanks", "next", "from", "back", "up", "race", "road":
		return true
	}
	return false
}

// isAimed reports whether the subject of "is to" at i is an aim, not a doer:
// "the problem is to find".
func isAimed(t *clause.Text, i int) bool {
	for j := max(0, i-6); j < i; j++ {
		if isAimNoun(t.Word(j)) {
			return true
		}
	}
	if t.Word(i-1) == "," && t.Clauses[t.Of[max(i-2, 0)]].Role != clause.Condition && i > 4 {
		return false
	}
	return t.Word(i-1) == "it" || t.Word(i-1) == "that" || t.Word(i-1) == "this" || t.Word(i-1) == "what" || t.Word(i-1) == "all" || clause.IsMark(t.Word(i-1))
}

func isAimNoun(word string) bool {
	switch word {
	case "aim", "goal", "idea", "plan", "plans", "purpose", "job", "task", "problem", "challenge", "question", "answer", "way", "point", "thing", "intention", "objective", "priority", "solution", "role", "mission", "alternative", "option", "strategy", "trick", "ambition", "hope", "target", "step", "response", "duty", "advice", "choice", "function", "focus", "dream", "key":
		return true
	}
	return false
}

func isBlame(word string) bool {
	switch word {
	case "blame", "say", "come", "date", "follow", "expect":
		return word != "come" && word != "follow"
	}
	return false
}
