package hedge

import "tracker/reading/clause"

// overtake marks what was expected once, where a later clause of the same
// sentence, or the next, says what is now: "was expected to open in April, but
// plans to open in August", "had hoped to restart last month; will now restart".
func (s sentence) overtake(found []match) {
	for i := range found {
		m := &found[i]
		if m.form == nil || m.form.class() != intent || !s.once(m.first) {
			continue
		}
		for j := i + 1; j < len(found) && !m.superseded; j++ {
			m.superseded = s.succeeds(&found[j], m)
		}
	}
}

// once reports whether what begins at token i is told of the past: "was
// expected", "had originally hoped".
func (s sentence) once(i int) bool {
	if w := s.word(i); w == "hoped" || w == "planned" || w == "intended" || w == "aimed" || w == "expected" {
		if before := s.word(i - 1); before == "we" || before == "they" || before == "i" || before == "it" || before == "he" || before == "she" {
			return true
		}
	}
	for j := i - 1; j >= max(0, i-3); j-- {
		switch w := s.word(j); {
		case w == "was" || w == "were" || w == "had":
			return true
		case w != "been" && w != "not" && !isAdverb(w) && w != "initially" && w != "previously" && w != "once" && w != "first" && w != "widely":
			return false
		}
	}
	return false
}

// succeeds reports whether m, in a main clause after that of old, says what has
// come of it: it says "now", or a "but" or a mark parts the two.
func (s sentence) succeeds(m, old *match) bool {
	a, b := s.Of[old.first], s.Of[m.first]
	if a == b || s.Clauses[b].Role != clause.Main || s.Clauses[b].Sentence > s.Clauses[a].Sentence+1 || m.form != nil && m.form.class() == intent && s.once(m.first) {
		return false
	}
	if s.scores != nil && s.scores[b] == 0 && !s.Refers(b) {
		return false
	}
	if m.first > 0 && s.word(m.first-1) == "now" || s.word(m.last) == "now" || s.word(m.first+1) == "now" {
		return true
	}
	switch s.word(s.Clauses[b].First - 1) {
	case "but", "yet", ";", ".", "—", "though":
		return true
	}
	return false
}
