package draft

import (
	"strings"

	"tracker/reading/clause"
)

// habitual reports what is true of anything of its kind and at any time, where no
// day is named: "a first estimate will be out by half a point in a normal year",
// "any minister who fails will be held to account", "calling it a loan won't
// change that".
func habitual(t *clause.Text, c cue) bool {
	if c.rule != "will" || t.Word(c.at) == "shall" {
		return false
	}
	if usually(t, c) || pseudoCondition(t, c) || freeChoice(t, c) {
		return true
	}
	if (strings.HasSuffix(t.Word(0), "s") || t.Word(0) == "people") && t.Word(1) == "who" && passiveAt(t, c) {
		return true // "drivers who ignore the barriers will be fined"
	}
	own := ownerOf(t, c.at)
	if own[0] >= own[1] {
		return false
	}
	switch first := t.Word(own[0]); {
	case own[1]-own[0] == 1:
		return bareNoun(t, c, own)
	case first == "any" && !passiveAt(t, c):
		return own[1]-own[0] == 2 || qualified(t, own[0]+1, c.at)
	case first == "any", first == "every" && qualified(t, own[0]+1, c.at):
		return qualified(t, own[0]+1, c.at)
	case first == "a" || first == "an":
		return anyOfKind(t, c, own)
	case isGerund(t, own[0]):
		return deniedAt(t, c)
	}
	return false
}

// usually reports a time that is any of its kind: "in a normal year", "on a good
// day", "usually", "as a rule".
func usually(t *clause.Text, c cue) bool {
	for i := range t.Words {
		switch w, next := t.Word(i), t.Word(i+1); w {
		case "in", "on", "at", "during", "over":
			if (next == "a" || next == "an") && isUsual(t.Word(i+2)) && (isTimeNoun(t.Word(i+3)) || isUnit(t.Word(i+3)) || isWeekday(t.Word(i+3)) || t.Word(i+3) == "season") {
				return true
			}
			if next == "most" && (isTimeNoun(strings.TrimSuffix(t.Word(i+2), "s")) || t.Word(i+2) == "cases" || isUnit(t.Word(i+2))) {
				return true
			}
		case "usually", "typically", "normally", "generally", "ordinarily", "invariably", "inevitably":
			if i > c.at-2 && i <= c.verb || i == 0 {
				return true
			}
		}
	}
	return asRule(t) || anyTime(t)
}

// anyTime reports what may come "at any time between November and March".
func anyTime(t *clause.Text) bool {
	for i := range t.Words {
		if t.Word(i) == "at" && t.Word(i+1) == "any" && t.Word(i+2) == "time" && t.Word(i+3) == "between" {
			return true
		}
	}
	return false
}

// asRule reports what holds "as a rule".
func asRule(t *clause.Text) bool {
	for i := range t.Words {
		if t.Word(i) == "as" && t.Word(i+1) == "a" && t.Word(i+2) == "rule" {
			return true
		}
	}
	return false
}

// isUsual reports adjectives of a time that comes again.
func isUsual(word string) bool {
	switch word {
	case "normal", "good", "bad", "dry", "wet", "typical", "usual", "ordinary", "average", "quiet", "busy", "cold", "hot", "warm", "mild", "poor", "clear", "fine", "lean", "fat", "sunny", "windy", "rainy", "given", "regular":
		return true
	}
	return false
}

// bareNoun reports a lone noun of which something is denied, as sayings have it:
// "words will not fill a stomach"; or what only people do: "viruses will not read
// the annex".
func bareNoun(t *clause.Text, c cue, own [2]int) bool {
	w := t.Word(own[0])
	if clause.IsPronoun(w) || own[0] > 0 && t.Words[own[0]].Capital || t.Words[own[0]].IsNumber || isHouse(w) || isRole(w) || isVague(w) || !deniedAt(t, c) {
		return false
	}
	return onlyPeople(t.Word(c.verb)) && isSeveral(w) || isVirtue(w) || strings.HasSuffix(w, "ing")
}

// isVirtue reports nouns of what sayings are about.
func isVirtue(word string) bool {
	switch word {
	case "words", "money", "prayer", "prayers", "pride", "hope", "anger", "violence", "talk", "faith", "patience", "luck", "love", "hatred", "fear", "silence", "courage", "talent", "beauty", "charity", "slogans", "speeches", "tears", "applause", "wishes", "good":
		return true
	}
	return false
}

// onlyPeople reports verbs of what no thing does.
func onlyPeople(verb string) bool {
	switch verb {
	case "read", "ask", "listen", "care", "wait", "think", "understand", "vote", "obey", "respect", "forgive", "lie", "negotiate":
		return true
	}
	return false
}

// anyOfKind reports a subject with "a" of which nobody announces that it comes:
// "a ferry of this size will burn eleven tonnes", "a lake will freeze over".
func anyOfKind(t *clause.Text, c cue, own [2]int) bool {
	if qualified(t, own[0]+1, c.at) {
		return true
	}
	second, head := t.Word(own[0]+1), headOf(t, own[0], own[1])
	for i := own[0] + 1; i < own[1]; i++ {
		switch t.Word(i) {
		case "of":
			if next := t.Word(i + 1); next == "this" || next == "that" || next == "such" {
				return true
			}
		case "like":
			return true
		}
	}
	if isRole(head) || isHouse(head) {
		return isUsual(second) || deniedAt(t, c) && !passiveAt(t, c)
	}
	return !passiveAt(t, c) && !isFresh(second) && !isAmount(second) && !startsOrStops(t.Word(c.verb)) && !comes(t.Word(c.verb)) && own[1]-own[0] < 5
}

// passiveAt reports "be" before the participle that a cue leads to.
func passiveAt(t *clause.Text, c cue) bool {
	return t.Word(c.verb-1) == "be" || t.Word(c.verb) == "be" && clause.IsPast(t.Word(c.verb+1))
}

// qualified reports a clause about the noun before word to: "that runs after
// every headline", "who fails".
func qualified(t *clause.Text, from, to int) bool {
	for i := from + 1; i+1 < to; i++ {
		if w := t.Word(i); (w == "that" || w == "who" || w == "which") && !isSaying(t.Word(i-1)) && !clause.IsMark(t.Word(i-1)) {
			next := t.Word(i + 1)
			return strings.HasSuffix(next, "s") || next == "have" || next == "are" || clause.IsVerb(next) || next == "will" || next == "can"
		}
	}
	return false
}

// isFresh reports words by which "a" means one in particular: "a new bridge".
func isFresh(word string) bool {
	switch word {
	case "new", "second", "third", "fourth", "further", "separate", "special", "final", "joint", "full", "formal", "temporary", "permanent", "new-look", "public", "fresh", "revised", "planned", "proposed", "replacement", "follow", "day", "state", "national":
		return true
	}
	return strings.HasSuffix(word, "th") && len(word) > 4
}

// isAmount reports words by which "a" counts: "a third of the posts".
func isAmount(word string) bool {
	switch word {
	case "third", "quarter", "half", "fifth", "tenth", "majority", "minority", "number", "dozen", "handful", "couple", "total", "group", "million", "billion", "hundred", "thousand", "few", "lot", "further", "record", "series", "share", "pair":
		return true
	}
	return false
}

// comes reports verbs by which something is announced.
func comes(verb string) bool {
	switch verb {
	case "follow", "come", "begin", "take", "replace", "apply", "link", "connect", "join", "house", "enter", "go", "show", "carry", "mark", "decide", "be", "last", "cover", "serve", "accompany", "lead", "oversee", "hear", "meet", "rise":
		return true
	}
	return false
}

// isGerund reports a verb in -ing with what it does at i, as a subject: "putting up
// a sign", "wishing".
func isGerund(t *clause.Text, i int) bool {
	w := t.Word(i)
	if !strings.HasSuffix(w, "ing") || len(w) < 6 {
		return false
	}
	next := t.Word(i + 1)
	return clause.IsDeterminer(next) || clause.IsPronoun(next) || isPreposition(next) || next == "up" || next == "them" || t.Words[min(i+1, len(t.Words)-1)].Capital
}

// heldByAll reports words before a cue by which it is only what people in general
// think: "people think it won't", "every fan believes this will be the season".
func heldByAll(t *clause.Text, c cue) bool {
	for j := c.at - 1; j > 0 && j > c.at-9 && !clause.IsMark(t.Word(j)); j-- {
		w := t.Word(j)
		if w == "knowing" {
			return true
		}
		if !isBelieving(w) && w != "say" && w != "says" || w == "expects" {
			continue
		}
		own := ownerOf(t, j)
		switch first := t.Word(own[0]); first {
		case "every", "everybody", "everyone", "everybody's":
			return own[0] < own[1]
		case "people", "some", "many", "others":
			return own[1]-own[0] == 1
		}
		return false
	}
	return false
}

// recited reports the second and later of clauses that only paint: "it will be
// late, it will be cold, and there will be fish".
func recited(t *clause.Text) bool {
	n := 0
	for i := 2; i < len(t.Words); i++ {
		if before := t.Word(i - 2); t.Word(i) == "be" && t.Word(i-1) == "will" && (before == "it" || before == "there") && t.Word(i+1) != "no" {
			n++
		}
	}
	return n > 2
}

// pseudoCondition reports what follows whenever somebody does as they are told:
// "leave milk in the sun and it will turn".
func pseudoCondition(t *clause.Text, c cue) bool {
	if w := t.Word(0); (w == "never" || w == "always" || w == "do" && t.Word(1) == "not") && markBetween(t, 1, c.at) {
		return clause.IsVerb(t.Word(1)) || w == "do" // "never leave a child in a car: it will heat up"
	}
	if !isBidding(t.Word(0)) {
		return false
	}
	for i := 1; i+2 < c.at+2 && i < 14 && !clause.IsMark(t.Word(i)); i++ {
		if t.Word(i) == "and" && i+2 == c.at && clause.IsPronoun(t.Word(i+1)) && t.Word(i+1) != "we" && t.Word(i+1) != "i" {
			return true
		}
	}
	return false
}

// isBidding reports verbs by which a sentence tells anybody to do something.
func isBidding(word string) bool {
	switch word {
	case "drive", "ask", "leave", "give", "take", "walk", "look", "go", "try", "put", "tell", "turn", "listen", "wait", "show", "offer", "open", "close", "add", "cut", "build", "feed", "push", "pull", "talk", "visit":
		return true
	}
	return false
}

// freeChoice reports an object that is any of its kind: "dogs will bark at anything
// in uniform", "tourists will pay whatever they are asked".
func freeChoice(t *clause.Text, c cue) bool {
	if deniedAt(t, c) {
		return false
	}
	for i := c.verb + 1; i < min(c.verb+6, len(t.Words)) && !clause.IsMark(t.Word(i)); i++ {
		switch w := t.Word(i); w {
		case "without", "before", "than", "if", "unless", "until", "against", "no", "not":
			return false
		case "anything", "anyone", "anybody", "whatever", "whoever", "anywhere", "any":
			return w == "whatever" && !clause.IsDeterminer(t.Word(i+1)) || w != "whatever" && w != "any" || isPreposition(t.Word(i-1))
		}
	}
	return false
}
