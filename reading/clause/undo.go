package clause

import "strings"

// Undone reports whether clause n says, from word first on, that something
// comes to nothing: it collapses, is called off, falls through. opposed tells
// that the statement's event then does not come, "The deal is signed"; unclear
// that only a reader can tell.
func (t *Text) Undone(statement string, n, first int) (opposed, unclear bool) {
	undone, last := -1, t.beforeTime(n, first)
	for i := max(first, 0); i < last && undone < 0; i++ {
		if t.Of[i] == n && !IsDeterminer(t.Word(i-1)) && (undoes(t.Words, i) || putsOff(t.Words, i)) {
			undone = i
		}
	}
	words := Words(nil, statement)
	verb := verbOf(words)
	if undone < 0 || verb < 0 || topicOf(words[verb].Text).shared(t.Words[undone]) > 0 {
		return false, false
	}
	for i := t.Clauses[n].First; i < undone; i++ { // "the visit will be scrapped"
		if t.Of[i] == n && topicOf(words[verb].Text).shared(t.Words[i]) == 3 && !isEmpty(t.Word(i)) {
			return true, false
		}
	}
	switch w := words[verb].Text; {
	case undoes(words, verb) || putsOff(words, verb) || senseOf(w)&(ending|failing|falling|rejecting|losing|missing) != 0 && !closesDeal(words, verb):
		return false, false
	case comes(w) || senseOf(w)&(lasting|opening|playing|winning|passing|succeeding) != 0 || closesDeal(words, verb):
		return true, false
	case strings.HasPrefix(w, "hold") && verb == len(words)-1, putsOff(t.Words, undone):
		return true, false
	}
	return false, true
}

func topicOf(word string) topic {
	s := Stem(word)
	return topic{s, family(s), 1}
}

// undoes reports a verb at word i by which something planned or standing comes
// to nothing.
func undoes(words []Word, i int) bool {
	next := at(words, i+1)
	switch Stem(words[i].Text) {
	case "collaps", "scrap", "cancel", "cancell", "abandon", "shelv", "ditch", "unravel", "derail", "torpedo", "implod", "founder", "crumbl", "fizzl", "ax", "nowher", "quash", "scupper":
		return true
	case "fail":
		return next != "to"
	case "drop":
		return IsDeterminer(next) || next == "charges" || next == "plans" || at(words, i-1) == "be"
	case "com":
		return next == "to" && (at(words, i+2) == "nothing" || at(words, i+2) == "naught")
	case "fall", "fell", "fallen":
		return next == "through" || next == "apart"
	case "break", "broken":
		return next == "down" || next == "apart"
	case "throw", "thrown", "vot":
		return next == "out" || next == "down"
	case "di":
		return true
	}
	return false
}

// putsOff reports a verb at word i by which what was to take place does not.
func putsOff(words []Word, i int) bool {
	before, next := at(words, i-1), at(words, i+1)
	switch Stem(words[i].Text) {
	case "cancel", "cancell", "shelv":
		return true
	case "postpon", "defer", "delay", "suspend", "halt", "paus":
		if before == "been" { // has been delayed until now
			return false
		}
		return (governsVerb(before) || IsAuxiliary(before)) && next != "to" && next != "until" && next != "by" && next != "for"
	case "call":
		return next == "off"
	case "put":
		return next == "on" && (at(words, i+2) == "hold" || at(words, i+2) == "ice") || next == "off"
	case "off":
		return (IsAuxiliary(before) || before == "'s") && IsMark(next)
	}
	return false
}

// comes reports verbs of what comes about, takes place or is reached.
func comes(word string) bool {
	switch word {
	case "taken", "held", "met", "signed", "built", "brought", "imposed", "introduced", "formed", "reached", "completed":
		return true
	}
	return family(Stem(word))&(1<<1|1<<2|1<<7|1<<9|1<<10|1<<11|1<<12|1<<14|1<<16|1<<23) != 0 || Stem(word) == "complet" || Stem(word) == "proceed"
}

// closesDeal tells the end of a deal's making from the end of a mine.
func closesDeal(words []Word, verb int) bool {
	if Stem(words[verb].Text) != "clos" {
		return false
	}
	for _, w := range words[:verb] {
		switch w.Text {
		case "merger", "deal", "sale", "takeover", "acquisition", "transaction", "buyout", "purchase":
			return true
		}
	}
	return false
}
