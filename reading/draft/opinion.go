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
