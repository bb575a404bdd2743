package hedge

import "tracker/reading/clause"

// abandonedAt finds at token i a plan or a hope that has been given up: "has
// abandoned its plan to", "dropped the goal of". Where no other clause says what
// comes instead, the event does not come; nobody has said how surely.
func (s sentence) abandonedAt(i int) (match, bool) {
	if s.alone || !isGivenUp(s.word(i)) || !clause.IsDeterminer(s.word(i+1)) || !isBe(s.word(i-1)) && s.word(i-1) == "not" {
		return match{}, false
	}
	for j := i + 2; j < i+5 && !clause.IsMark(s.word(j)); j++ {
		next := s.word(j + 1)
		if !isPurpose(s.word(j)) && s.word(j) != "hope" && s.word(j) != "hopes" {
			continue
		}
		if next != "to" && next != "of" && next != "for" && next != "that" {
			return match{}, false
		}
		return match{first: i, last: j + 2, superseded: true, form: &form{text: s.word(i), relation: refuses}}, true
	}
	return match{}, false
}

func isGivenUp(word string) bool {
	switch word {
	case "abandoned", "abandons", "abandoning", "dropped", "drops", "dropping", "scrapped", "scraps", "scrapping", "ditched", "shelved", "cancelled", "canceled", "axed", "withdrew", "withdrawn":
		return true
	}
	return false
}
