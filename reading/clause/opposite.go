package clause

import "strings"

// Opposed reports whether clause n says, from word first on, that the opposite
// of the statement's event goes on or comes: "will not survive the winter"
// beside "The government falls", "remains closed" beside "The line reopens".
func (t *Text) Opposed(statement string, n, first int) bool {
	words := Words(nil, statement)
	wanted := t.sense(words, func(int) bool { return true })
	moved := wanted&(rising|falling) != 0 || moves(words)
	if wanted == 0 && !moved {
		return false
	}
	said := t.sense(t.Words, func(i int) bool { return i >= first && t.Of[i] == n })
	if said&wanted != 0 {
		return false
	}
	return said&opposite(wanted) != 0 || said&lasting != 0 && moved
}

// moves reports a statement by which somebody moves something up or down: what
// stays as it is was not raised.
func moves(words []Word) bool {
	i := verbOf(words)
	if i < 0 {
		return false
	}
	switch stem(words[i].Text) {
	case "rais", "hik", "cut", "lower", "reduc", "slash":
		return true
	}
	return false
}

// atLevel reports "at their present level" from word i on.
func atLevel(words []Word, i int) bool {
	if words[i].Text != "at" {
		return false
	}
	for _, w := range words[i+1 : min(i+4, len(words))] {
		switch w.Text {
		case "present", "current", "existing", "same", "today":
			return true
		}
	}
	return false
}

// senses are sets of verbs, each beside its opposite.
type senses uint16

const (
	lasting senses = 1 << iota
	ending
	opening
	closing
	playing
	missing
	winning
	losing
	passing
	rejecting
	succeeding
	failing
	rising
	falling
)

// opposite turns every sense into its neighbour.
func opposite(s senses) senses { return s&0x5555<<1 | s&0xaaaa>>1 }

// sense collects the senses of the verbs among the chosen words. What remains
// closed is closed.
func (t *Text) sense(words []Word, in func(int) bool) senses {
	var all senses
	for i, w := range words {
		if !in(i) || i > 0 && (IsDeterminer(words[i-1].Text) || words[i-1].Text == "of") {
			continue
		}
		s := senseOf(w.Text)
		if strings.HasSuffix(w.Text, "ing") && (i == 0 || !IsAuxiliary(words[i-1].Text) && words[i-1].Text != "not") {
			continue // "rising to 70 per cent" goes along with what happens
		}
		if atLevel(words, i) {
			s = lasting
		}
		if s == lasting && i+1 < len(words) && senseOf(words[i+1].Text)&(opening|closing|missing) != 0 {
			continue
		}
		if w.Text == "last" && (i == 0 || i+1 < len(words) && isUnit(words[i+1].Text)) {
			continue
		}
		if s == failing && i+1 < len(words) && words[i+1].Text == "to" {
			continue // "fail to pass" denies, and is no event
		}
		if w.Text == "out" && i+1 < len(words) && (lasts(words[i+1].Text) || words[i+1].Text == "with") {
			s = missing // "out for two weeks"
		}
		if stem(w.Text) == "hold" && (i+1 == len(words) && i > 0 || i+1 < len(words) && lasts(words[i+1].Text)) {
			s = lasting // not "the vote is held"
		}
		all |= s
	}
	return all
}

// lasts reports what follows "hold" where it means to last.
func lasts(word string) bool {
	switch word {
	case "until", "through", "beyond", "past", "out", "for", "this":
		return true
	}
	return IsMark(word)
}

func senseOf(word string) senses {
	switch stem(word) {
	case "last", "surviv", "remain", "stay", "continu", "endur", "persist", "cling", "freez", "frozen", "unchang", "unchanged", "steady":
		return lasting
	case "end", "finish", "conclud", "expir", "resign", "quit", "exit", "oust", "depart", "leav", "go", "dissolv", "ceas", "break", "crumbl", "disband", "split":
		return ending
	case "collaps":
		return ending | falling
	case "fall":
		return ending | falling
	case "open", "reopen", "resum", "restart":
		return opening
	case "clos", "shut", "suspend", "ground":
		return closing | ending
	case "play", "return", "back":
		return playing
	case "miss", "sidelin", "skip":
		return missing
	case "succeed":
		return succeeding
	case "fail":
		return failing
	case "win":
		return winning
	case "los":
		return losing
	case "pass", "approv", "adopt", "ratify":
		return passing
	case "reject", "defeat":
		return rejecting
	case "rise", "ris", "increas", "climb":
		return rising
	case "drop", "declin", "decreas":
		return falling
	}
	return 0
}
