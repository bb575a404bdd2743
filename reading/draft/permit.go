package draft

import (
	"strings"

	"tracker/reading/clause"
)

// permits reports words of a rule that names nobody: "nothing in this release shall
// be construed", "an applicant who is refused may appeal", "where a bidder
// withdraws, the deposit will be retained".
func permits(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	first := t.Word(own[0])
	switch t.Word(c.at) {
	case "shall":
		return own[1]-own[0] != 1 || !clause.IsPronoun(first) || first == "nothing" || first == "nobody"
	case "may":
		if t.Word(c.at+1) == "now" {
			return true // "the House may now adjourn"
		}
		return (first == "a" || first == "an" || first == "any") && qualified(t, own[0]+1, c.at)
	case "will":
		next := t.Word(1)
		return (t.Word(0) == "where" || t.Word(0) == "when" || t.Word(0) == "if") && (next == "a" || next == "an" || next == "any") && passiveAt(t, c)
	}
	return false
}

// advises reports a "should not" to those who do something, or of how things are:
// "skaters shouldn't sharpen anything", "it shouldn't be like this".
func advises(t *clause.Text, c cue, own [2]int) bool {
	if t.Word(c.at+1) != "not" || datedAfter(t, c.verb) {
		return false
	}
	if next := t.Word(c.verb + 1); t.Word(c.verb) == "be" && (next == "like" || next == "so" || next == "this" || next == "that") {
		return true
	}
	head := headOf(t, own[0], own[1])
	return own[1]-own[0] < 3 && (strings.HasSuffix(head, "ers") || strings.HasSuffix(head, "ors") || strings.HasSuffix(head, "ists")) && t.Word(c.verb) != "be"
}
