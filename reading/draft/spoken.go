package draft

import (
	"strings"

	"tracker/reading/clause"
)

// spoken reads a verb of saying at i with its subject before or after it.
func spoken(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	a := attribution{verb: i, last: contentStart(t, i+1, quoted), rule: "said"}
	at := i
	switch {
	case t.Word(i) == "known" && t.Word(i-3) == "let":
		at = i - 3
	case t.Word(i) == "word", t.Word(i) == "doubt" && t.Word(i-1) == "no":
		at = i - 2
	case t.Word(i-1) == "made", t.Word(i-1) == "gave", t.Word(i-1) == "given", t.Word(i-1) == "gives":
		at = i - 1
	}
	from, to := subjectBefore(t, at, quoted)
	if from+1 < to && from == 0 && t.Word(0) == "as" {
		from++
	}
	if from < to {
		if a.first, a.subject = from, [2]int{from, to}; t.Word(i-1) == "and" || t.Word(i-1) == "but" {
			a.first = i // whose subject another verb has
		}
		if next := t.Word(a.last); (next == "," || next == ".") && !gap(t, a.last+1) && a.last > i+1 && (from == 0 || !clause.IsMark(t.Word(from-1)) && !gap(t, from)) {
			return attribution{}, false // "the recall announced in January,"
		}
		a.after = from > 0 && (clause.IsMark(t.Word(from-1)) || gap(t, from) || quoted(from-1)) && t.Word(from-1) != ":" && endsSaying(t, a.last, quoted)
		return a, true
	}
	if from = i + 1; isNounStart(t, from) && (i > 0 || t.Word(i) != "say") {
		if to = nounEnd(t, from, quoted); to > from && (i == 0 || clause.IsMark(t.Word(i-1)) || gap(t, i) || quoted(i-1)) {
			a.first, a.subject, a.last, a.after = i, [2]int{from, to}, to, i > 0
			return a, true
		}
	}
	if t.Word(i) == "saying" || t.Word(i) == "telling" || strings.HasSuffix(t.Word(i), "ing") {
		a.first, a.rule = i, "said" // of whom the sentence has spoken
		return a, false
	}
	return attribution{}, false
}

// nominal reports a noun that looks like a verb of saying: "the claims",
// "reports of".
func nominal(t *clause.Text, i int) bool {
	before := t.Word(i - 1)
	if doneToo(t, i) || t.Words[i].Capital && i > 0 && t.Words[i-1].Capital && !clause.IsMark(before) && strings.ToUpper(t.Source) != t.Source { // "the United States"
		return true
	}
	if asTold(t, i) {
		return false
	}
	if strings.HasSuffix(t.Word(i), "s") && (isRole(before) || isHouse(before)) && tagsBack(t, i) && i+2 >= len(t.Words) {
		return false // "…, the department reports."
	}
	if next := t.Word(i + 1); strings.HasSuffix(t.Word(i), "s") && (clause.IsModal(next) || isBeForm(next) && next != "being") {
		return true // "further claims would be filed"
	}
	if strings.HasSuffix(t.Word(i), "s") && t.Word(i+1) == ":" && i > 0 && (isRole(before) || isHouse(before) || clause.IsPronoun(before)) {
		return false // "the mayor warns:"
	}
	if t.Word(i) == "briefed" && (t.Word(i+1) == "on" || t.Word(i+1) == "by" || t.Word(i+1) == "about") {
		return true // "people briefed on the matter said"
	}
	switch t.Word(i) {
	case "said", "told", "added", "wrote", "insisted":
		return t.Word(i) == "told" && t.Word(i+1) == "to" || t.Word(i) == "told" && (before == "be" || before == "been" || before == "was" || before == "were") || t.Word(i) == "said" && (before == "the" || before == "is" || before == "be")
	case "say", "announce", "warn":
		return before == "to" || clause.IsModal(before)
	}
	if w := t.Word(i); (w == "repeated" || w == "reiterated" || w == "repeats" || w == "reiterates" || w == "confirmed" || w == "announced") && (clause.IsDeterminer(t.Word(i+1)) && isPledgeNoun(t.Word(i+2))) {
		return true
	}
	if w := t.Word(i); strings.HasSuffix(w, "s") && w != "suggests" && w != "insists" && w != "argues" && w != "maintains" && w != "concludes" && w != "writes" && w != "announces" && w != "admits" && w != "explains" && w != "confirms" && t.Word(i) != "says" && t.Word(i) != "tells" && t.Word(i) != "adds" && (clause.IsMark(t.Word(i+1)) || t.Word(i+1) == "of" || t.Word(i+1) == "on" || t.Word(i+1) == "about") {
		return before != "," && !gap(t, i)
	}
	return clause.IsDeterminer(before) && before != "this" || before == "to" || before == "of" || before == "'s" || clause.IsModal(before) || isBeForm(before) || t.Word(i) == "called" || t.Word(i) == "pointed" && t.Word(i+1) != "out"
}

// asTold reports a verb at i that ends the words by which a sentence begins: "as the
// press service reports,".
func asTold(t *clause.Text, i int) bool {
	if t.Word(0) != "as" || t.Word(i+1) != "," || i < 2 || i > 16 {
		return false
	}
	for j := 1; j < i; j++ {
		if clause.IsMark(t.Word(j)) || clause.IsModal(t.Word(j)) {
			return false
		}
	}
	return true
}

func isPledgeNoun(word string) bool {
	switch word {
	case "pledge", "promise", "commitment", "vow", "plan", "plans", "offer", "threat", "warning":
		return true
	}
	return false
}

// finds reports a verb by which a study says what it has found.
func finds(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "found", "finds", "find", "shows", "show", "showed", "concluded", "calculated", "calculates":
		if t.Word(i+1) != "that" {
			return false
		}
		own := ownerOf(t, i)
		for j := own[0]; j < own[1]; j++ {
			if isDocument(t.Word(j)) || isHouse(t.Word(j)) || isRole(t.Word(j)) {
				return true
			}
		}
	case "warning", "notice", "assurances", "assurance":
		return (t.Word(i-1) == "gave" || t.Word(i-1) == "given" || t.Word(i-1) == "gives") && t.Word(i+1) == "that"
	case "clear", "plain":
		return t.Word(i-1) == "made" && t.Word(i+1) == "that"
	case "known":
		return t.Word(i-1) == "be" && t.Word(i-2) == "it" && t.Word(i-3) == "let"
	}
	return false
}

// sayInPlural reports a verb of saying in the plural of the present after a noun
// of several who speak: "officials insist".
func sayInPlural(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "insist", "stress", "argue", "claim", "confirm", "maintain", "admit", "concede", "caution", "suggest", "complain", "declare", "acknowledge", "note":
		before := t.Word(i - 1)
		if strings.HasSuffix(before, "ly") && i > 1 {
			before = t.Word(i - 2)
		}
		return i > 0 && (!clause.IsMark(t.Word(i+1)) || tagsBack(t, i)) && (before == "there" && isSeveral(t.Word(i-2)) || clause.IsPronoun(before) && isSeveral(before) || isSeveral(before) && !clause.IsDeterminer(before) && (isRole(before) || isHouse(before) || isPlural(before)))
	}
	return false
}

// tagsBack reports a verb at i whose subject stands right behind a comma, so that
// what was said stands before it: "…, engineers concede".
func tagsBack(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(1, i-8); j-- {
		if t.Word(j) == "," {
			return t.Word(i+1) == "." || t.Word(i+1) == "," || i+1 == len(t.Words)
		}
	}
	return false
}

// beforeQuote reports a verb by which a quotation after a colon is opened: "the
// maker vowed: “…”".
func beforeQuote(t *clause.Text, i int, quoted func(int) bool) bool {
	if t.Word(i+1) != ":" || i == 0 || i+2 >= len(t.Words) || !quoted(i+2) || clause.IsDeterminer(t.Word(i-1)) {
		return false
	}
	return clause.IsPast(t.Word(i)) || presentVerb(t.Word(i))
}

// endsSaying reports whether nothing that is said follows word i.
func endsSaying(t *clause.Text, i int, quoted func(int) bool) bool {
	w := t.Word(i)
	return i >= len(t.Words) || clause.IsMark(w) || quoted(i) || w == "and" || w == "as" || w == "after" || w == "while" || w == "but" || w == "when" || w == "following" || w == "before" || w == "during" || w == "dated" || w == "in" || w == "on" || w == "at" || w == "from" || w == "to" || w == "with" || w == "late" || w == "early" || w == "last" || w == "via" || w == "through" || w == "adding" || w == "citing" || w == "referring" || w == "about"
}
