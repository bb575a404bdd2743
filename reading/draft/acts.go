package draft

import (
	"slices"

	"tracker/reading/clause"
)

// acts reports somebody by role, or a house, who will do something, "The
// federation will cut the list to six", or what will be done with something
// that is named: "Tariffs will not be raised".
func acts(t *clause.Text, c cue) bool {
	own := ownerOf(t, beAt(t, c.at))
	if own[1] <= own[0] || c.past || c.backshifted || t.Word(c.at) == "shall" {
		return false
	}
	head, first := headOf(t, own[0], own[1]), t.Word(own[0])
	done := t.Word(c.verb-1) == "be" && clause.IsPast(t.Word(c.verb))
	if j := own[0] - 1; t.Word(j) == "told" && t.Word(j-1) == "been" { // "have been told they will"
		return true
	}
	if own[1]-own[0] == 1 && clause.IsPronoun(first) {
		return (first == "he" || first == "she" || first == "it") && (c.rule == "will" || c.rule == "is-to") && (clause.IsVerb(t.Word(c.verb)) && !isStative(t.Word(c.verb)) || done && first == "it" && t.Word(c.at+1) == "not")
	}
	switch c.rule {
	case "is-to", "arranged":
		return !isVague(first) || c.rule == "is-to" && (first == "a" || first == "an") && !isStative(t.Word(c.verb)) || first == "no" && t.Word(c.end) == "until"
	case "going-to", "will":
		return done && isParticular(t, own) && !isRemembered(t.Word(c.verb)) || isDefinite(first) && (isRole(head) || isHouse(head)) && !isStative(t.Word(c.verb)) || !done && t.Word(c.at+1) == "not" && isDefinite(first) && startsOrStops(t.Word(c.verb))
	}
	return false
}

// doneAtOnce reports a decision that is carried out as it is taken: "decided to
// leave the rate unchanged", "voted to keep it at 2 percent".
func doneAtOnce(t *clause.Text, c cue) bool {
	if c.rule != "agreed" {
		return false
	}
	switch t.Word(c.verb) {
	case "leave", "keep", "hold", "maintain", "raise", "cut", "lower", "increase", "reduce", "lift":
	default:
		return false
	}
	for i := c.verb + 1; i < min(c.verb+7, len(t.Words)) && !clause.IsMark(t.Word(i)); i++ {
		if w := t.Word(i); w == "unchanged" || (w == "rate" || w == "rates") && !datedAfter(t, i) {
			return true
		}
	}
	return false
}

// ownDenial reports "we aren't signing anybody": what somebody says they are not
// going to do.
func ownDenial(t *clause.Text, c cue) bool {
	if c.rule != "under-way" || t.Word(c.at) != "not" && t.Word(c.at+1) != "not" {
		return false
	}
	own := ownerOf(t, c.at)
	return own[1]-own[0] == 1 && (t.Word(own[0]) == "i" || t.Word(own[0]) == "we") && !isLasting(t.Word(c.verb)) && !slices.ContainsFunc(t.Words[c.verb:], func(w clause.Word) bool { return w.Text == "but" || w.Text == "for" })
}

// isParticular reports a subject that is no virtue and nobody in general.
func isParticular(t *clause.Text, own [2]int) bool {
	first := t.Word(own[0])
	return !isVague(first) && (isDefinite(first) || own[1]-own[0] > 1 || isSeveral(first) || own[0] > 0 && t.Words[own[0]].Capital)
}

// startsOrStops reports verbs of what opens, ends and comes back.
func startsOrStops(word string) bool {
	switch word {
	case "reopen", "open", "close", "return", "resume", "start", "restart", "end", "run", "continue", "play", "sail", "appear", "stand", "leave":
		return true
	}
	return false
}

func isStative(word string) bool {
	switch word {
	case "be", "have", "need", "know", "mean", "remain", "become", "happen", "face", "see", "get", "go", "last", "continue", "work", "end", "come", "stand", "find", "live", "learn", "forget", "feel", "want", "think", "struggle", "prefer", "do":
		return true
	}
	return false
}
