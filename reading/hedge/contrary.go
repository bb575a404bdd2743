package hedge

import "tracker/reading/clause"

// contraryAt finds at token i what would have come about had things been
// otherwise: "had we won, we would have cut the tax". It foretells nothing, and so
// takes no side.
func (s sentence) contraryAt(i int) (match, bool) {
	w := s.word(i)
	if w != "would" && w != "could" && w != "might" {
		return match{}, false
	}
	last := i + 1
	if s.word(last) == "not" || s.word(last) == "never" {
		last++
	}
	if s.word(last) != "have" || !s.alone && (!clause.IsPast(s.word(last+1)) && s.word(last+1) != "been" || !s.supposesPast(s.Of[i])) || s.alone && last+1 < len(s.tokens) {
		return match{}, false
	}
	return match{first: i, last: last + 1, superseded: true, form: &form{text: w + " have", relation: unasked}}, true
}

// supposesPast reports a clause beside clause n, in the same sentence, that
// supposes what was not so: "had it come in time", "if we had known".
func (s sentence) supposesPast(n int) bool {
	for other, c := range s.Clauses {
		if other == n || c.Sentence != s.Clauses[n].Sentence || c.Role != clause.Condition && c.Role != clause.Aside {
			continue
		}
		switch s.word(c.First - 1) {
		case "had", "but", "without":
			return true
		}
		for i := c.First; i < len(s.tokens) && s.Of[i] == other; i++ {
			if s.word(i) == "had" {
				return true
			}
		}
	}
	return false
}
