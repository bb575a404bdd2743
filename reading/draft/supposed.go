package draft

import (
	"strings"

	"tracker/reading/clause"
)

// supposes reports what somebody only supposes, of anything of its kind or
// against the facts: "a moratorium would be a breach", "if wishes were wafers, it
// would be running already".
func supposes(t *clause.Text, c cue) bool {
	if t.Word(c.at) != "would" || datedAfter(t, c.verb) {
		return false
	}
	for i := 0; i+2 < len(t.Words); i++ {
		if t.Word(i) == "if" && (t.Word(i+2) == "were" || t.Word(i+3) == "were") {
			return true
		}
	}
	own := ownerOf(t, c.at)
	if own[0] >= own[1] {
		return false
	}
	doing := t.Clauses[t.Of[c.at]].First
	switch first := t.Word(own[0]); {
	case first == "nobody" || first == "anybody" || first == "anyone":
		return true
	case first == "most" || first == "parents" || first == "voters" || first == "respondents":
		return isSurvey(t)
	case isGerund(t, doing) && (!isPreposition(t.Word(doing+1)) || t.Word(doing+1) == "through") && !timeSoon(t, c.verb):
		return true // "leaving the treaty would be an error"
	case (first == "a" || first == "an") && isAnyone(t.Word(own[1]-1)):
		return true // "a wise man would hold his tongue"
	case first == "a" || first == "an":
		next := t.Word(c.verb + 1)
		return t.Word(c.verb) == "be" && (clause.IsDeterminer(next) || next == "a" || next == "an")
	}
	switch t.Word(c.verb) {
	case "hurt", "need", "suit", "please", "happen":
		return true
	}
	return false
}

// isAnyone reports nouns that with "a" are anybody.
func isAnyone(word string) bool {
	switch word {
	case "man", "woman", "person", "fool", "cynic", "child", "pessimist", "optimist", "stranger", "sceptic", "skeptic":
		return true
	}
	return false
}

// isSurvey reports a sentence about what people say when they are asked.
func isSurvey(t *clause.Text) bool {
	for i := range t.Words {
		switch t.Word(i) {
		case "survey", "surveys", "poll", "polls", "polled", "surveyed", "respondents":
			return true
		}
	}
	return false
}

// withholds reports words before a cue that promise or bet nothing of one's own:
// "I won't promise you that rents will fall", "traders pared bets that".
func withholds(t *clause.Text, c cue) bool {
	if promisesNot(t, c) {
		return true
	}
	for j := c.at - 1; j >= max(1, c.at-8) && !clause.IsMark(t.Word(j)); j-- {
		switch t.Word(j) {
		case "promise", "guarantee", "claim", "pretend", "say", "saying", "claiming", "promising", "guaranteeing", "predicting", "suggesting", "pretending", "predict", "suggest", "said":
			if t.Word(j) == "said" && t.Word(j-1) != "never" {
				continue
			}
			if before := t.Word(j - 1); before == "not" || before == "n't" || before == "never" || strings.HasSuffix(before, "n't") || strings.HasSuffix(before, "n’t") || before == "cannot" {
				return true
			}
		case "bets", "wagers":
			return t.Word(j+1) == "that"
		case "intended", "meant":
			return t.Word(j-1) == "ever"
		}
	}
	return false
}

// promisesNot reports a cue that is itself the refusal: "I won't promise you
// that", "we are not promising that".
func promisesNot(t *clause.Text, c cue) bool {
	for j := c.at; j <= c.verb && j < len(t.Words); j++ {
		switch t.Word(j) {
		case "promise", "promising", "guarantee", "pretend", "predict", "predicting", "guaranteeing", "pledging":
			return t.Word(j-1) == "not" || t.Word(j-1) == "never"
		}
	}
	return false
}

// turnsOnItself reports what says nothing of when: "rain will fall when it
// falls".
func turnsOnItself(t *clause.Text, c cue) bool {
	verb := clause.Stem(t.Word(c.verb))
	for i := c.verb + 1; i+2 < len(t.Words); i++ {
		if t.Word(i) == "when" && clause.IsPronoun(t.Word(i+1)) && clause.Stem(t.Word(i+2)) == verb {
			return true
		}
	}
	return false
}

// alreadyDone reports what is over by the time of the words: "will have had a
// message by now".
func alreadyDone(t *clause.Text, c cue) bool {
	supposed := t.Word(c.verb) == "have" && (c.rule == "will" || c.rule == "going-to") && (clause.IsPast(t.Word(c.verb+1)) || t.Word(c.verb+1) == "been" || t.Word(c.verb+1) == "known" || t.Word(c.verb+1) == "had")
	for i := 0; i+1 < len(t.Words); i++ {
		switch w, next := t.Word(i), t.Word(i+1); {
		case w == "by" && next == "now":
			return c.rule == "will" || c.backshifted || t.Word(c.verb) == "have"
		case w == "already" && i >= c.verb && t.Word(c.verb) == "have":
			return true
		case w == "by", w == "before", w == "when", w == "within", w == "until", w == "in" && timeSoon(t, i), w == "after":
			supposed = false
		}
	}
	return supposed
}

// asksInside reports a question as the subject of its sentence: "What would
// happen to the peacekeepers is not spelled out".
func asksInside(t *clause.Text, c cue) bool {
	switch t.Word(t.Clauses[t.Of[c.at]].First) {
	case "what", "how", "who", "when", "where", "why":
	default:
		return false
	}
	for i := c.verb + 1; i < len(t.Words); i++ {
		switch w, next := t.Word(i), t.Word(i+1); w {
		case "asked", "wondered", "asks", "wonders":
			return t.Clauses[t.Of[c.at]].First == 0
		case "is", "remains", "remained", "was":
			return next == "not" || strings.HasPrefix(next, "un") || next == "anyone" || next == "anybody" || next == "open"
		}
	}
	return false
}
