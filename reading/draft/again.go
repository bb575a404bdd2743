package draft

import "tracker/reading/clause"

// pledgedBefore reports a pledge that is only reported again: "has long
// promised", "its earlier pledge", "the pledge made in 2023".
func pledgedBefore(t *clause.Text, c cue) bool {
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
