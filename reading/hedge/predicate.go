package hedge

import "tracker/reading/clause"

// predicateAt finds a chance at token i that a verb parts from its size: "the
// chances of a deal are slim" is read as "slim chances".
func (l *Lexicon) predicateAt(s sentence, i int) (match, bool) {
	switch s.word(i + 1) {
	case "of", "that", "for":
	default:
		return match{}, false
	}
	for j := i + 2; j <= i+maxReach && !clause.IsMark(s.word(j)); j++ {
		if !isBe(s.word(j)) {
			continue
		}
		m, size := match{first: i}, j+1
		if s.word(size) == "not" {
			m.outer, size = true, size+1
		}
		for s.takeDegree(&m, &size) {
		}
		f := l.begin(s.word(size)).take(s.word(i)).form()
		if f != nil && f.entry != nil {
			m.form, m.last = f, size+1
			return m, true
		}
	}
	return match{}, false
}
