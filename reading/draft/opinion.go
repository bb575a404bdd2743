package draft

import (
	"strings"

	"tracker/reading/clause"
)

// wishesFirst reports a modal whose own verb only wishes or judges, whatever
// follows it: "would like to see a rule", "would rather it stayed", "will believe
// it when".
func wishesFirst(t *clause.Text, c cue) bool {
	switch lead := t.Word(c.lead); lead {
	case "believe", "like", "love", "hate", "prefer", "rather":
		return c.rule == "will" || c.rule == "would" || c.rule == "going-to" || c.rule == "could"
	case "welcome":
		return c.rule == "would"
	case "ask", "add", "remind", "urge", "say", "call", "advise":
		own := ownerOf(t, c.at)
		return c.rule == "would" && own[1]-own[0] == 1 && t.Word(own[0]) == "i" // "I would ask everybody to be patient"
	}
	return false
}

// seesAhead reports a "sees" at i of what is to come, by its day, its number or
// the verb of what is seen: "sees rates falling", "sees growth of 2 percent". "Sees
// it as a race", "sees no way out" only judge.
func seesAhead(t *clause.Text, i int) bool {
	if r := t.Clauses[t.Of[i]].Role; r == clause.Aside || r == clause.Relative {
		return false
	}
	for j := i + 1; j < min(i+14, len(t.Words)); j++ {
		switch w := t.Word(j); {
		case w == "as", w == ".", w == ";", w == "—":
			return false
		case w == "," && t.Of[j] != t.Of[min(j+1, len(t.Of)-1)]:
			return false
		case t.Words[j].IsNumber, isSmall(t, j) && w != "one", w == "in" && isSmall(t, j-1), w == "by", w == "before", w == "until", w == "within", w == "next", w == "tomorrow", isMonth(w), isWeekday(w), isYear(w):
			return true
		case w == "this" && isTimeNoun(t.Word(j+1)):
			return true
		case j > i+1 && strings.HasSuffix(w, "ing") && len(w) > 5 && !clause.IsDeterminer(t.Word(j-1)) && !isPreposition(t.Word(j-1)) && w != "nothing" && w != "something" && w != "anything" && w != "meeting":
			return true
		}
	}
	return false
}

// knew reports what somebody knew or dreamed once: "knew the cheque would
// bounce".
func knew(t *clause.Text, c cue) bool {
	for j := c.at - 1; j >= max(0, c.at-6) && c.backshifted; j-- {
		switch t.Word(j) {
		case "knew", "wish", "wishes", "dreamed", "dreamt", "imagined", "realised", "realized", "assumed", "wished", "wondered", "feared", "prayed", "remembered", "remembers":
			return true
		}
	}
	return false
}

// opines reports verbs after a modal that only state, wish or recall.
func opines(t *clause.Text, c cue) bool {
	if c.disowned || knew(t, c) || wishesFirst(t, c) {
		return true
	}
	if actsOn(t, c) {
		return false
	}
	if w := t.Word(c.verb); (c.rule == "will" || c.rule == "going-to") && (w == "remember" || w == "thank" || w == "see" || w == "know" || w == "forget" || w == "understand" || w == "tell" || w == "notice") && (timeSoon(t, c.verb) || timeAmong(t, max(0, c.at-5), c.at)) && t.Word(c.verb+1) != "you" {
		return false
	}
	switch t.Word(c.verb) {
	case "ask", "say", "wonder", "remember":
		if own := ownerOf(t, c.at); own[1] > own[0] && isAnybody(t.Word(own[1]-1)) {
			return true
		}
	}
	switch t.Word(c.verb) {
	case "thank", "forgive", "blame", "applaud", "smile":
		return true
	case "admit", "recognise", "recognize", "tell", "confirm", "welcome", "recommend", "urge", "advise", "note", "ask", "describe":
		if isDoer(t, c) && timeSoon(t, c.verb) && !deniedAt(t, c) {
			return false
		}
	}
	switch w, next := t.Word(c.verb), t.Word(c.verb+1); w {
	case "agree", "disagree":
		return next != "on" && next != "to" && (w == "disagree" || opinionated(t, c))
	case "recognise", "recognize", "recall", "appear", "argue", "admit", "notice":
		return !ofOthers(t, c) || !datedAfter(t, c.verb) && !c.backshifted
	case "bet":
		return !strings.Contains(t.Source, " that ")
	case "like", "love", "prefer", "say", "suggest", "hope", "think", "welcome", "remember", "forget", "know", "tell", "depend", "want", "understand", "appreciate", "imagine", "wonder", "seem", "wish", "hate", "mind", "urge", "advise", "recommend", "caution", "stress", "note", "describe", "call", "matter", "regret", "guess", "speculate", "rather", "elaborate", "promise", "guarantee", "exclude", "confirm", "see", "ask":
		switch w {
		case "know":
			return !datedAfter(t, c.verb)
		case "see":
			return clause.IsMark(next) || next == "what" || next == "how" || next == "if" || next == "whether" || next == "about"
		case "promise", "guarantee", "exclude":
			return c.rule == "could" || t.Word(c.verb-1) == "not"
		case "confirm", "comment", "elaborate", "say", "tell":
			return c.tier == weak || next == "whether" || next == "how" || t.Word(c.verb-1) == "not" || clause.IsMark(next) || w == "say" || w == "tell"
		case "call":
			return c.tier == weak && c.rule != "would" && next != "a" && next != "an"
		case "ask", "note", "describe", "welcome", "recommend", "advise":
			return c.tier == weak && c.rule != "would"
		}
		return true
	}
	return false
}

// isAnybody reports nouns for people in general: "one day people will ask why".
func isAnybody(word string) bool {
	switch word {
	case "people", "historians", "generations", "grandchildren", "children", "everybody", "everyone", "many", "some", "cynics", "critics", "sceptics", "skeptics":
		return true
	}
	return false
}

// ofOthers reports a subject that is neither who speaks nor who is spoken to:
// "Spain will recognise the results by June", not "I will recall".
func ofOthers(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	return own[0] < own[1] && (own[1]-own[0] > 1 || !clause.IsPronoun(t.Word(own[0])))
}

// opinionated reports a subject of "would agree" that has a view and gives no
// consent: "most would agree".
func opinionated(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	switch t.Word(own[0]) {
	case "i", "we", "you", "most", "many", "few", "some", "everyone", "everybody", "nobody", "people", "anyone", "all", "others", "critics", "experts", "historians", "readers", "fans":
		return true
	}
	return own[0] >= own[1]
}

// isDoer reports a subject that is a role or a house, of whom something is to be
// done, and who is not only speaking.
func isDoer(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	head := headOf(t, own[0], own[1])
	return own[0] < own[1] && (isRole(head) || isHouse(head))
}
