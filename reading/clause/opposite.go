package clause

import "strings"

// Opposed reports whether clause n says, from word first on, that the opposite
// of the statement's event goes on or comes: "will not survive the winter"
// beside "The government falls", "remains closed" beside "The line reopens".
func (t *Text) Opposed(statement string, n, first int) bool {
	words := Words(nil, statement)
	verb := verbOf(words)
	wanted := sense(words, func(i int) bool { return i >= verb })
	if wanted == 0 && !(verb >= 0 && changes(words[verb].Text)) {
		return false
	}
	last := t.beforeTime(n, first)
	said := sense(t.Words, func(i int) bool { return first <= i && i < last && t.Of[i] == n })
	if said == 0 && t.until(n, first) {
		said = lasting
	}
	if said&wanted != 0 {
		return said&wanted&(winning|losing) != 0 && t.swapped(words, verb, n)
	}
	if clash := said & opposite(wanted); clash != 0 {
		return clash&^(winning|losing) != 0 || !t.others(words, verb, n)
	}
	return said&lasting != 0 && (wanted&(rising|falling) != 0 || verb >= 0 && changes(words[verb].Text))
}

// until reports a state that clause n gives an end: "I am in this race until July".
func (t *Text) until(n, first int) bool {
	state := false
	for i := max(t.Clauses[n].First, first-2); i < len(t.Words); i++ {
		if t.Of[i] != n {
			continue
		}
		switch w := t.Word(i); w {
		case "is", "are", "am", "be", "'s":
			state = state || !IsPast(t.Word(i+1)) && t.Word(i+1) != "not"
		case "until", "till":
			return state
		}
	}
	return false
}

// beforeTime is the word of clause n, from first on, with which another event
// begins that only dates the first, "until the troops have left", or is not to be,
// "rather than fall".
func (t *Text) beforeTime(n, first int) int {
	for i := first; i < len(t.Words); i++ {
		switch t.Word(i) {
		case "until", "till", "before", "after", "since", "rather", "instead":
			if t.Of[i] == n {
				return i
			}
		}
	}
	return len(t.Words)
}

// Averted reports a statement that something is avoided, whose coming clause n
// tells: "will default" beside "A default is avoided".
func (t *Text) Averted(statement string, n int) bool {
	words := Words(nil, statement)
	verb := verbOf(words)
	if verb < 0 {
		return false
	}
	switch Stem(words[verb].Text) {
	case "avoid", "avert", "escap", "prevent", "dodg", "evad", "forestall":
	default:
		return false
	}
	in := func(i int) bool { return t.Of[i] == n }
	return t.score(topicsOf(words, verb, verb+1), in) == 0 && t.score(topicsOf(words, verb+1, len(words)), in)+t.score(topicsOf(words, 0, verb), in) > 0
}

// Tells reports whether word i by itself says the statement's event or its
// opposite: the veto of "will veto the bill" beside "The bill is approved".
func (t *Text) Tells(statement string, i int) bool {
	s := senseAt(t.Words, i)
	if s == 0 || statement == "" {
		return false
	}
	words := Words(nil, statement)
	verb := verbOf(words)
	wanted := sense(words, func(i int) bool { return i >= verb })
	return s&(wanted|opposite(wanted)) != 0
}

// sense collects the senses of the verbs among the chosen words. What remains
// closed is closed, and what keeps rising rises.
func sense(words []Word, in func(int) bool) senses {
	var all senses
	for i := range words {
		if in(i) {
			all |= senseAt(words, i)
		}
	}
	return all
}

// senseAt is the sense of word i where it stands, 0 for none.
func senseAt(words []Word, i int) senses {
	w, before, next := words[i].Text, at(words, i-1), at(words, i+1)
	if (IsDeterminer(before) || before == "of") && w != "full" {
		return 0 // a noun
	}
	if s := phrasal(w, next, at(words, i+2)); s != 0 {
		return s
	}
	s := senseOf(w)
	switch {
	case strings.HasSuffix(w, "ing") && !progresses(before), isNounToo(w) && !governsVerb(before) && !(w == "defeat" && before == "for"):
		return 0 // "rising to 70 per cent" goes along with what happens
	case w == "behind" && next == "bars":
		return jailing
	case w == "here" && next == "for", w == "lead" && IsDeterminer(next):
		return lasting // "here for the long haul", "lead the party into the election"
	case w == "at" && atLevel(words, i), w == "still" && next == "be":
		return lasting
	case Stem(w) == "back" && IsDeterminer(next):
		return passing // "backs the budget"
	case s == lasting && i+1 < len(words) && senseAt(words, i+1)&^(lasting|ending) != 0:
		return 0
	case w == "last" && (i == 0 || isUnit(next)), s == failing && next == "to":
		return 0 // "last week"; "fail to pass" denies, and is no event
	case w == "out" && next == "of" && (contests(at(words, i+3)) || contests(at(words, i+4))) && before != "us" && before != "them" && before != "him" && before != "her":
		return missing | failing // "out of the final"
	case w == "out" && (lasts(next) || next == "with"):
		return missing // "out for two weeks"
	case Stem(w) == "go" && goes(next), s == losing && IsDeterminer(next):
		return s | ending // "loses its majority"
	case Stem(w) == "hold" && (next == "" && i > 0 || lasts(next)), Stem(w) == "leav" && leftAlone(words, i):
		return lasting | jailing // not "the vote is held"
	}
	return s
}

func at(words []Word, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].Text
}

// atLevel reports "at their present level" from word i on.
func atLevel(words []Word, i int) bool {
	for _, w := range words[i+1 : min(i+4, len(words))] {
		switch w.Text {
		case "present", "current", "existing", "same", "today":
			return true
		}
	}
	return false
}

// progresses reports words before a verb in -ing that make it what happens:
// "is leaving", "keeps rising".
func progresses(before string) bool {
	switch before {
	case "not", "'s", "keep", "keeps", "start", "starts", "begin", "begins":
		return true
	}
	return IsAuxiliary(before)
}

// governsVerb reports words after which another is surely a verb.
func governsVerb(before string) bool {
	return IsModal(before) || before == "to" || before == "not" || before == "be" || before == "been" || IsPronoun(before) || strings.HasSuffix(before, "ly")
}

// goes reports what follows "go" where it means to leave.
func goes(next string) bool {
	switch next {
	case "by", "before", "this", "next", "in", "within", "tomorrow", "soon", "now", "after", "if", "when":
		return true
	}
	return IsMark(next)
}

// leftAlone reports "leaves its rate unchanged" from the verb at i on.
func leftAlone(words []Word, i int) bool {
	for _, w := range words[i+1:] {
		switch w.Text {
		case "unchanged", "alone", "intact", "untouched", "steady":
			return true
		case ",", ";", ".":
			return false
		}
	}
	return false
}

// changes reports verbs that end a way of doing, so that what goes on denies them.
func changes(word string) bool {
	switch Stem(word) {
	case "return", "mov", "switch", "chang", "shift", "revert", "divert", "relocat":
		return true
	}
	return false
}

// contests reports what one takes part in, or is out of.
func contests(word string) bool {
	switch word {
	case "final", "race", "running", "tournament", "competition", "squad", "match", "game", "contention", "cup", "games", "championship", "championships", "team", "playoffs", "season", "series", "election":
		return true
	}
	return false
}

// lasts reports what follows "hold" where it means to last.
func lasts(word string) bool {
	switch word {
	case "until", "through", "beyond", "past", "out", "for", "this":
		return true
	}
	return IsMark(word)
}
