package draft

import (
	"strings"

	"tracker/reading/clause"
)

// chanceAt reads a noun or an impersonal adjective of likelihood at i: a 60 %
// chance of, it is likely that, the odds of.
func chanceAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: likelihood, rule: "chance"}
	next := t.Word(i + 1)
	switch t.Word(i) {
	case "chance", "chances", "probability", "likelihood", "odds", "prospect":
		if next != "of" && next != "that" && next != "," && !strings.HasSuffix(next, "s") && !isBeForm(next) || !chanceIsGiven(t, i) {
			return cue{}, false
		}
		c.verb = i + 2
		return c, true
	case "possible", "doubtful", "conceivable", "probable", "plausible", "impossible", "inconceivable":
		if next != "that" && next != "in" && next != "by" && next != "this" && next != "next" && next != "before" && next != "within" && next != "as" && !(timeSoon(t, i) && (isPreposition(next) || next == "over")) || !isBefore(t, i) {
			return cue{}, false
		}
		c.tier, c.verb = weak, i+2
		return c, true
	}
	return cue{}, false
}

// chanceIsGiven reports whether somebody says how good the chance at i is: "a 60
// % chance", "there is a chance", "the odds are".
func chanceIsGiven(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		w := t.Word(j)
		switch {
		case t.Words[j].IsNumber, w == "%", w == "percent", w == "good", w == "strong", w == "slim", w == "slight", w == "small", w == "decent", w == "outside", w == "better", w == "better-than-even", w == "little", w == "no", w == "fair", w == "high", w == "low", w == "real", w == "every", w == "even", w == "serious", w == "puts", w == "put", w == "see", w == "sees", w == "there":
			return !strings.HasPrefix(t.Word(i+1), "to")
		}
	}
	for j := i + 1; j < min(i+16, len(t.Words)); j++ {
		if (t.Word(j) == "stood" || t.Word(j) == "stand" || t.Word(j) == "stands") && t.Word(j+1) == "at" && isNumberWord(t, j+2) {
			return true
		}
		if isBeForm(t.Word(j)) && (isGrade(t.Word(verbAfter(t, j+1))) || isSmall(t, j+1) || t.Word(j+1) == "about" || t.Word(j+1) == "at") {
			return true
		}
	}
	return isSmall(t, i-1) && (t.Words[i].Joined || t.Words[i-1].Joined) || isBeForm(t.Word(i+1)) && t.Word(i+1) != "was" && t.Word(i+1) != "were"
}

// isConditional reports plain verbs after "'d", which with others is "had".
func isConditional(word string) bool {
	switch word {
	case "be", "like", "love", "say", "rather", "prefer", "guess", "bet":
		return true
	}
	return clause.IsVerb(word) && word != "become" && word != "come" && word != "run" && word != "put" && word != "cut" && word != "set" && word != "hit" && word != "let"
}

// isGrade reports words for how good a chance is.
func isGrade(word string) bool {
	switch word {
	case "slim", "small", "good", "low", "high", "remote", "poor", "strong", "even", "better", "fair", "minimal", "nil", "zero", "great", "negligible", "rising", "growing", "increasing", "shrinking":
		return true
	}
	return false
}

// weakAt reads a verb that only says what may be at i: could, would, may, might,
// should.
func weakAt(t *clause.Text, i int) (cue, bool) {
	w := t.Word(i)
	if w == "ought" && t.Word(i+1) == "to" && i > 0 {
		return cue{at: i, end: i + 2, verb: verbAfter(t, i+2), tier: weak, rule: "should"}, true
	}
	if w != "could" && w != "might" && w != "may" && w != "would" && w != "should" {
		return cue{}, false
	}
	c := cue{at: i, end: i + 1, verb: verbAfter(t, i+1), tier: weak, rule: "could"}
	switch w {
	case "may":
		if t.Words[i].Capital || isNumberWord(t, i+1) || isNumberWord(t, i-1) || clause.IsMark(t.Word(i+1)) || t.Word(i-1) == "in" || t.Word(i-1) == "by" {
			return cue{}, false
		}
	case "would":
		if own := ownerOf(t, i); t.Word(c.verb) == "expect" && own[0] < own[1] && (t.Word(own[0]) == "i" || t.Word(own[0]) == "we") && t.Word(c.verb+1) != "that" {
			return cue{at: i, end: c.verb + 1, verb: c.verb + 1, tier: commitment, rule: "expects", owner: own}, true
		}
		if t.Words[i].Contracted && !isConditional(t.Word(c.verb)) && t.Word(c.verb-1) != "be" {
			return cue{}, false // we'd expected
		}
		c.rule, c.backshifted = "would", true
	case "should":
		c.rule = "should"
	}
	switch t.Word(c.verb) {
	case "promise", "guarantee", "exclude", "confirm", "say":
		c.disowned = c.rule == "could" && t.Word(i+1) == "not"
	}
	return c, i > 0
}
