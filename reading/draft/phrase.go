package draft

import (
	"strings"

	"tracker/reading/clause"
)

// isPhrase reports set phrases that look ahead and say nothing: "time will tell",
// "we will cross that bridge", "that will be the day".
func isPhrase(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	first, next, after := t.Word(own[0]), t.Word(c.lead+1), t.Word(c.lead+2)
	alone := own[1]-own[0] == 1
	switch t.Word(c.lead) {
	case "tell", "show", "judge":
		return alone && (first == "time" || first == "history") && c.rule == "will"
	case "see":
		return c.rule == "will" && (next == "who" || next == "which" || next == "where" || next == "when" || next == "that" && clause.IsMark(after)) && alone && (first == "we" || first == "you")
	case "cross":
		return next == "that" && after == "bridge"
	case "eat":
		return (next == "my" || next == "his" || next == "her") && (after == "hat" || after == "words") || t.Word(c.at) == "could" && (next == "a" || next == "an")
	case "be":
		return t.Word(c.at-1) == "that" && next == "the" && after == "day" || next == "in" && after == "the" && (t.Word(c.lead+3) == "detail" || t.Word(c.lead+3) == "details")
	case "have":
		return next == "to" && (after == "do" && clause.IsMark(t.Word(c.lead+3)) || after == "live" && t.Word(c.lead+3) == "with")
	case "lose":
		return strings.Contains(t.Source, " sleep ")
	case "leave":
		return (next == "that" || next == "it") && after == "to" && !timeSoon(t, c.lead)
	case "let":
		return strings.Contains(t.Source, " speak for ")
	case "do":
		return alone && first == "it" && clause.IsMark(next) && c.lead == c.at+1
	case "live":
		return next == "with" && clause.IsPronoun(after) && !timeSoon(t, c.lead)
	case "get":
		return next == "you" || next == "us" && after == "nowhere"
	}
	return false
}

// saysOfTalk reports what is said of the talk itself: "I'll keep this short", "we'll
// take a short break", "let's go to the phones".
func saysOfTalk(t *clause.Text, c cue) bool {
	if c.rule != "will" && c.rule != "going-to" || hasDay(t) && t.Word(c.lead) != "see" {
		return false
	}
	next, after := t.Word(c.lead+1), t.Word(c.lead+2)
	switch t.Word(c.lead) {
	case "see", "join":
		return next == "you"
	case "take":
		return next == "a" && (after == "break" || t.Word(c.lead+3) == "break") || next == "two" || next == "one" || next == "more"
	case "keep":
		return (next == "this" || next == "it" || next == "that") && (after == "short" || after == "brief" || after == "simple")
	case "go":
		return next == "to" && (after == "the" || after == "our") && (t.Word(c.lead+3) == "phones" || t.Word(c.lead+3) == "phone" || t.Word(c.lead+3) == "break" || t.Word(c.lead+3) == "correspondent" || t.Word(c.lead+3) == "lines" || t.Word(c.lead+3) == "floor") || next == "to" && (after == "your" || after == "questions")
	case "come", "turn", "return", "get", "move":
		return next == "ahead" && after == "of" && (t.Word(c.at-1) == "i" || t.Word(c.at-1) == "not" || deniedAt(t, c)) || (next == "to" || next == "back" || next == "on") && (after == "that" || after == "this" || after == "to" && (t.Word(c.lead+3) == "that" || t.Word(c.lead+3) == "this")) && len(t.Words) < 16 && (t.Word(c.at-1) == "i" || t.Word(c.at-1) == "we")
	case "start", "begin":
		return next == "with" && strings.Contains(t.Source, "question")
	}
	return false
}
