package draft

import "tracker/reading/clause"

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
		return (first == "a" || first == "an" || first == "any") && qualified(t, own[0]+1, c.at)
	case "will":
		next := t.Word(1)
		return (t.Word(0) == "where" || t.Word(0) == "when" || t.Word(0) == "if") && (next == "a" || next == "an" || next == "any") && passiveAt(t, c)
	}
	return false
}
