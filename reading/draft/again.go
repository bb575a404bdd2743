package draft

import (
	"strings"

	"tracker/reading/clause"
)

// pledgedBefore reports a pledge that is only reported again: "has long
// promised", "its earlier pledge", "the pledge made in 2023".
func pledgedBefore(t *clause.Text, c cue) bool {
	if c.tier == commitment && strings.HasSuffix(t.Word(c.at), "ed") && opensBefore(t) {
		return true
	}
	for i := max(0, c.at-6); i < min(c.at+3, len(t.Words)); i++ {
		switch w := t.Word(i); w {
		case "previously", "originally", "long", "repeatedly", "had":
			if c.tier == commitment && i < c.at && t.Of[i] == t.Of[c.at] && (w != "long" || t.Word(i-1) == "has" || t.Word(i-1) == "have") {
				return true
			}
		}
	}
	return false
}

// opensBefore reports a sentence that begins with a time before the article:
// "Last year", "Earlier this year", "In 2022".
func opensBefore(t *clause.Text) bool {
	switch next := t.Word(1); t.Word(0) {
	case "last":
		return next == "year" || next == "month" || next == "week" || next == "spring" || next == "summer" || next == "autumn" || next == "winter" || isMonth(next)
	case "earlier", "previously":
		return next == "this" || next == "in" || next == ","
	case "in":
		return isYear(next)
	}
	return false
}
