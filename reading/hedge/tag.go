package hedge

import "tracker/reading/clause"

// tag is the comma after which m only adds who says so, or how surely: "Fares
// will not rise, we guarantee it", "…, his aides expect"; -1 when m says more.
func (s sentence) tag(m *match) int {
	if m.form == nil || !s.endsTag(m.last) {
		return -1
	}
	for i := m.first - 1; i > max(0, m.first-maxTag); i-- {
		switch w := s.word(i); {
		case w == ",":
			if s.Clauses[s.Of[i-1]].Role != clause.Main || !s.speaker(i+1, m) {
				return -1
			}
			return i
		case clause.IsMark(w) || clause.IsModal(w) && w != "can" && w != "would":
			return -1
		}
	}
	return -1
}

// maxTag is how many words a tag has at most before its hedge.
const maxTag = 7

// endsTag reports whether nothing but "it" or "you that" follows from token i on.
func (s sentence) endsTag(i int) bool {
	for end := i + 4; i < end; i++ {
		switch w := s.word(i); {
		case clause.IsMark(w):
			return true
		case w == "it", w == "that", w == "this", w == "so", w == "you", w == "of", w == "on", w == "for", w == "as", w == "much":
		default:
			return false
		}
	}
	return false
}

// speaker reports whether somebody who holds or says it is the subject from
// token i to m: "I am certain", "experts predict", but not "a strike is likely".
func (s sentence) speaker(i int, m *match) bool {
	switch s.word(i) {
	case "i", "we", "you", "he", "she", "they", "that", "of", "on":
		return true
	case "and", "or", "but", "nor", "which", "who", "as", "it", "there":
		return false
	}
	return i < m.first && !isBe(s.word(m.first-1)) && s.word(m.first-1) != "," && !m.attribute && (m.believes() || m.form.class() == intent)
}

// deniedBefore reports a denial in what stands before the tag at token comma.
func (s sentence) deniedBefore(comma int, found []match) bool {
	held := false
	for i := range found {
		if s.Of[found[i].first] != s.Of[comma-1] || found[i].first > comma {
			continue
		}
		if held = true; found[i].denied {
			return true
		}
	}
	if held {
		return false
	}
	denied, _ := s.deniedBarely(s.Of[comma-1])
	return denied
}
