package draft

import "tracker/reading/clause"

// guessAt reads a noun at i for what somebody holds that says what is to come: "my
// guess is that", "the consensus among analysts is that", "the outlook for May is
// for rain".
func guessAt(t *clause.Text, i int) (cue, bool) {
	if !isGuess(t.Word(i)) || i == 0 || !possessed(t, i) {
		return cue{}, false
	}
	be := i + 1
	for be < min(i+7, len(t.Words)) && !clause.IsMark(t.Word(be)) && t.Word(be) != "is" && t.Word(be) != "remains" && !clause.IsModal(t.Word(be)) {
		be++
	}
	next := t.Word(be + 1)
	if w := t.Word(be); w != "is" && w != "remains" || be > i+1 && !isPreposition(t.Word(i+1)) && t.Word(i+1) != "among" {
		return cue{}, false
	}
	c := cue{at: i, end: be + 2, verb: be + 2, tier: likelihood, rule: "expects"}
	switch {
	case next == "that":
	case next == "for" && t.Word(be+2) != "you" && isOutlook(t.Word(i)):
		c.tier = weak
	case isAim(t.Word(i)) && (clause.IsDeterminer(next) && next != "this" || isNumberWord(t, be+1)) && timeSoon(t, be+1):
		c.tier, c.end, c.verb = timed, be+1, be+1
	case clause.IsPronoun(next) && next != "this" && t.Finite(be+2), (next == "," || next == ":") && t.Finite(be+2):
		c.end, c.verb = be+1, be+1
	default:
		return cue{}, false
	}
	return c, true
}

// possessed reports words before the noun at i that say whose or which it is:
// "my own", "the", "one".
func possessed(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if clause.IsDeterminer(t.Word(j)) || t.Word(j) == "'s" {
			return t.Word(j) != "no" && t.Word(j) != "any"
		}
	}
	return false
}

// isGuess reports nouns for what somebody holds of what is to come.
func isGuess(word string) bool {
	switch word {
	case "guess", "bet", "hunch", "prediction", "assumption", "consensus", "expectation", "feeling", "sense", "belief", "fear", "hope", "reckoning", "forecast", "verdict", "tip", "conviction", "impression", "understanding", "suspicion", "projection":
		return true
	}
	return isOutlook(word) || isAim(word)
}

// isAim reports nouns for what somebody wants by a day: "the aim is a deal by May".
func isAim(word string) bool {
	switch word {
	case "aim", "goal", "target", "objective", "ambition", "plan":
		return true
	}
	return false
}

// isOutlook reports nouns that are for something: "the plan is for the pool to
// open".
func isOutlook(word string) bool {
	switch word {
	case "outlook", "consensus", "idea", "plan", "forecast", "expectation", "intention", "schedule", "target", "aim", "hope", "prediction":
		return true
	}
	return false
}
