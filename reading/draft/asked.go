package draft

import (
	"strings"

	"tracker/reading/clause"
)

// asks reports whether a sentence is a question.
func asks(sentence string) bool {
	return strings.HasSuffix(strings.TrimRight(sentence, "\"”’'»)] "), "?")
}

// whether reports a question that word i stands in: "asked whether it will",
// "unclear when it would".
func whether(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-14); j-- {
		switch w := t.Word(j); w {
		case "whether":
			return true
		case "if":
			if before := t.Word(j - 1); before == "asked" || before == "see" || before == "decide" || before == "know" || before == "wonder" || before == "unclear" || before == "wondered" {
				return true
			}
		case "how", "why", "who", "where", "when", "what", "which":
			if w == "which" && isPreposition(t.Word(j-1)) && !knows(t.Word(j-2)) {
				continue // "two of which are"
			}
			if before := t.Word(j - 1); w == "which" && before != "," && !isPreposition(before) && !clause.IsMark(before) {
				return t.Of[j] == t.Of[i] && !(i-j == 1)
			}
			if before := t.Word(j - 1); before == "is" && w != "what" && w != "which" && j+1 <= i || before == "unclear" || before == "know" || before == "asked" || before == "decide" || before == "say" || before == "about" || before == "on" || before == "of" || before == "see" || before == "over" || before == "determine" || before == "clear" || before == "ask" || before == "knows" || before == "question" || before == "tell" || before == "matter" || before == "sure" || before == "disclose" || before == "specify" || before == "you" || before == "me" || before == "us" || before == "him" || w != "when" && w != "where" && clause.IsVerb(before) && before != "be" {
				return true
			}
		case ".", ";", "—":
			return false
		case ",":
			if next := t.Word(j + 1); (next == "and" || next == "but") && i-j > 2 && t.Of[j+2] == t.Of[i] {
				return false
			}
		}
	}
	return false
}

// knows reports words before "of which" in a question: "no idea of which".
func knows(word string) bool {
	return word == "question" || word == "idea" || word == "matter" || word == "unsure"
}
