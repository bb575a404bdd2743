package draft

import (
	"strings"

	"tracker/reading/clause"
)

// refusesToSay reports what somebody will not or would not tell: "would give no
// date", "I'm not going to make promises", "we won't discuss contracts". By a day
// it may be a pledge: "will not name the team before Friday".
func refusesToSay(t *clause.Text, c cue) bool {
	if c.rule != "will" && c.rule != "would" && c.rule != "going-to" && c.rule != "under-way" || datedAfter(t, c.lead) {
		return false
	}
	denied := false
	for i := c.at - 1; i <= c.lead; i++ {
		if w := t.Word(i); w == "not" || w == "never" || w == "neither" || w == "nor" || w == "only" && c.rule == "would" {
			denied = true
		}
	}
	return tells(t, c.lead, denied)
}

// tells reports a verb of telling at i, or one with a noun of it, that is denied.
func tells(t *clause.Text, i int, denied bool) bool {
	next := t.Word(i + 1)
	switch w := t.Word(i); w {
	case "putting", "giving", "making", "naming", "setting":
		for j := i + 1; j < min(i+4, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
			if isOfTelling(t.Word(j)) {
				return denied
			}
		}
	case "say", "comment", "discuss", "speculate", "elaborate", "disclose", "answer", "predict", "forecast", "guess", "talk", "debate", "promise", "guarantee", "tell", "confirm", "deny", "specify", "bet":
		return denied
	case "drawn":
		return denied && (t.Word(i-1) == "be")
	case "get", "go", "enter":
		return denied && next == "into"
	case "make", "give", "offer", "put", "name", "provide", "set":
		if w == "put" && t.Word(i+2) == "name" {
			return false // "will not put our name to it"
		}
		for j := i + 1; j < min(i+6, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
			if isOfTelling(t.Word(j)) {
				return denied || next == "no"
			}
		}
	}
	return false
}

// isOfTelling reports nouns for what is told: promises, a date, details.
func isOfTelling(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "promise", "prediction", "forecast", "guess", "statement", "comment", "detail", "date", "figure", "timetable", "timeline", "number", "name", "guarantee", "interview", "reason", "explanation", "bet":
		return true
	}
	return false
}

// leavesOpen reports that cue b stands in a question that the verb of cue a
// leaves open: "would not say whether the rest would be restored".
func leavesOpen(t *clause.Text, a, b cue) bool {
	if !tells(t, a.verb, true) && t.Word(a.verb) != "see" && t.Word(a.verb) != "know" {
		return false
	}
	for i := a.verb + 1; i < b.at; i++ {
		switch t.Word(i) {
		case "whether", "if", "how", "when", "who", "what", "where", "why", "which":
			return true
		}
	}
	return false
}

// leavesOut reports a modal without its verb, which stands elsewhere: "as it
// said it would". Whoever reads that alone learns nothing.
func leavesOut(t *clause.Text, c cue) bool {
	i := max(c.at, c.inner) + 1
	if c.inner == 0 && c.rule != "will" && c.tier != weak || !clause.IsModal(t.Word(i-1)) {
		return false
	}
	for t.Word(i) == "not" || t.Word(i) == "never" || t.Word(i) == "also" {
		i++
	}
	if c.rule == "could" && t.Word(i) == "be" {
		i++ // "hardly anybody thinks it could be"
	}
	switch w := t.Word(i); w {
	case "and", "but", "or":
		return true
	case "be", "do":
		if next := t.Word(i + 1); next == "too" || next == "likewise" || next == "as" && t.Word(i+2) == "well" { // "and my constituents will be too"
			return clause.IsMark(t.Word(i+2)) || clause.IsMark(t.Word(i+3))
		}
		return false
	case ",":
		if strings.HasSuffix(t.Word(i+1), "ly") && i+3 >= len(t.Words) {
			return true // "I will, gladly"
		}
		rest := t.Source[t.Words[i].End:]
		return strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "”") // what is quoted ends there
	default:
		return i >= len(t.Words) || w == "." || w == ";"
	}
}
