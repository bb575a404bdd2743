package draft

import (
	"strings"

	"tracker/reading/clause"
)

// attribution is a place of a sentence that says whose words stand beside it:
// words first to last-1 are "the minister said on Wednesday that", and verb is
// the number of "said".
type attribution struct {
	first, verb, last int
	subject           [2]int // its words; empty where a name is only carried
	after             bool   // what is said stands before it
	cites             bool   // "citing officials": who is behind the one before
	rule              string
	name              string // as the cast has it
	past              bool   // the words were said before the article's day
	held              bool   // somebody thinks so, and need not have said it
	had               bool   // had said: a report of a report
	ago               int    // how many days before the article
}

// attributions finds those of a text, outside its quotations.
func attributions(t *clause.Text, quoted func(i int) bool) []attribution {
	var all []attribution
	for i := range t.Words {
		if quoted(i) {
			continue
		}
		if a, ok := attributionAt(t, i, quoted); ok {
			all = append(all, a)
		}
	}
	return all
}

func attributionAt(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	w := t.Word(i)
	switch {
	case w == "according" && t.Word(i+1) == "to":
		return named(t, i, i+2, "according", quoted)
	case (w == "citing" || w == "quoting") && !clause.IsMark(t.Word(i+1)):
		a, ok := named(t, i, i+1, "citing", quoted)
		a.cites = true
		return a, ok
	case isAdding(w) && (t.Word(i-1) == "," || t.Word(i+1) == "that" && (t.Word(i-1) == "after" || t.Word(i-1) == "by" || t.Word(i-1) == "while")):
		return added(t, i, quoted)
	case (w == "agree" || w == "disagree" || w == "agrees" || w == "disagrees") && t.Word(i+1) == ":", isSaying(w) && !nominal(t, i), finds(t, i), sayInPlural(t, i), beforeQuote(t, i, quoted):
		return spoken(t, i, quoted)
	case isTone(w) && t.Word(i+1) == ":" && isBeForm(t.Word(i-1)):
		return toned(t, i, quoted)
	case saysThat(t, i), excludesNot(t, i):
		return spoken(t, i, quoted)
	case w == "went" && t.Word(i+1) == "on" && clause.IsMark(t.Word(i+2)) && i > 0 && !clause.IsMark(t.Word(i-1)):
		a, ok := spoken(t, i, quoted)
		a.last = i + 2
		return a, ok
	case w == "under" && isDocumentOfPlan(t.Word(i+1)):
		for j := i + 2; j < i+6; j++ {
			if t.Word(j) == "by" && (clause.IsPast(t.Word(j-1)) || t.Word(j-1) == "out" || t.Word(j-1) == "up" || t.Word(j-1) == "forward") {
				return named(t, i, j+1, "according", quoted)
			}
		}
	case isTagVerb(w) && t.Word(i+1) != "to" && !clause.IsDeterminer(t.Word(i-1)) && t.Word(i-1) != "once":
		if a, ok := spoken(t, i, quoted); ok && a.after {
			return a, true
		}
	}
	return held(t, i, quoted)
}

// added reads ", adding that", by which the subject of the sentence goes on.
func added(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	from, to := sharedSubject(t, i-1, quoted)
	if from >= to {
		return attribution{}, false
	}
	return attribution{first: i, verb: i, last: contentStart(t, i+1, quoted), subject: [2]int{from, to}, rule: "said"}, true
}

// isAdding reports verbs by which somebody who has spoken goes on.
func isAdding(word string) bool {
	switch word {
	case "adding", "saying", "noting", "warning", "stressing", "insisting", "arguing", "predicting", "promising", "vowing", "pledging", "claiming", "explaining", "confirming":
		return true
	}
	return false
}

// held reads a verb of believing at i that introduces what somebody holds: "she
// thinks that", "hauliers reckon".
func held(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	w := t.Word(i)
	if (w == "project" || w == "forecast" || w == "estimate" || w == "fear" || w == "hope" || w == "guarantee") && i > 0 && !isSeveral(t.Word(i-1)) && !clause.IsPronoun(t.Word(i-1)) && !isHouse(t.Word(i-1)) && t.Word(i+1) == "that" && w == "project" {
		return attribution{}, false
	}
	if !isBelieving(w) || clause.IsMark(t.Word(i+1)) || isBound(t.Word(i+1)) || clause.IsDeterminer(t.Word(i-1)) || t.Words[i].Joined {
		return attribution{}, false
	}
	a, ok := spoken(t, i, quoted)
	a.held = true
	return a, ok && !a.after && a.first < i && !isBeForm(t.Word(i-1)) && t.Word(i-1) != "to"
}

// isDocumentOfPlan reports what somebody unveils.
func isDocumentOfPlan(word string) bool {
	switch word {
	case "plans", "proposals", "rules", "measures", "reforms", "changes", "a":
		return true
	}
	return false
}

// named is the attribution whose noun begins at word from: "according to two
// officials".
func named(t *clause.Text, i, from int, rule string, quoted func(int) bool) (attribution, bool) {
	from = wordsOf(t, from)
	to := nounEnd(t, from, quoted)
	if to == from {
		return attribution{}, false
	}
	a := attribution{first: i, verb: i, last: told(t, to), subject: [2]int{from, to}, after: i > 0 && t.Word(i-1) != ":", rule: rule}
	return a, true
}

// toned reads how somebody spoke before a colon: "an official was cautious: the
// alliance may".
func toned(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	from, to := subjectBefore(t, i-1, quoted)
	if head := headOf(t, from, to); from >= to || !isRole(head) && !isHouse(head) && !clause.IsPronoun(head) {
		return attribution{}, false
	}
	return attribution{first: from, verb: i, last: i + 2, subject: [2]int{from, to}, rule: "said"}, true
}

// isTone reports adjectives for how somebody speaks.
func isTone(word string) bool {
	switch word {
	case "cautious", "blunt", "clear", "sceptical", "skeptical", "optimistic", "pessimistic", "confident", "upbeat", "adamant", "defiant", "firm", "frank", "hopeful", "scathing", "dismissive", "categorical", "unequivocal", "gloomy", "furious", "sure", "certain", "convinced":
		return true
	}
	return false
}

// wordsOf is where the noun stands whose the words at i are: "the words of the
// mayor", "information from the ministry"; i where nobody has them.
func wordsOf(t *clause.Text, i int) int {
	j := i
	if t.Word(j) == "the" {
		j++
	}
	switch t.Word(j) {
	case "words", "information", "data", "remarks", "calculations", "message":
		if next := t.Word(j + 1); next == "of" || next == "from" && t.Word(j) != "words" {
			return j + 2
		}
	}
	return i
}

// isBound reports prepositions after a verb of believing that introduce no
// sentence: "fear for", "hope to".
func isBound(word string) bool {
	switch word {
	case "to", "for", "about", "of", "in", "with", "on", "at":
		return true
	}
	return false
}

// gap reports whether a quotation mark or a dash stands between word i and the
// one before it.
func gap(t *clause.Text, i int) bool {
	if i <= 0 || i >= len(t.Words) {
		return false
	}
	return strings.ContainsAny(t.Source[t.Words[i-1].End:t.Words[i].Start], "\"“”«»—–|")
}
