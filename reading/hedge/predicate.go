package hedge

import "tracker/reading/clause"

// wishAt finds a wish that its object parts from its verb: "we want the law to
// pass".
func (l *Lexicon) wishAt(s sentence, i int) (match, bool) {
	if w := s.word(i); w != "want" && w != "wants" || s.word(i+1) == "to" || s.word(i-1) == "not" {
		return match{}, false
	}
	for j := i + 2; j < i+8 && !clause.IsMark(s.word(j)); j++ {
		if s.word(j) == "to" && clause.IsVerb(s.word(j+1)) {
			f := l.begin("want").take("to").form()
			return match{first: i, last: j + 1, form: f}, f != nil && !s.speaks(j+1)
		}
	}
	return match{}, false
}

// purposeAt finds a purpose that a time parts from its verb: "our goal by July
// is to".
func (l *Lexicon) purposeAt(s sentence, i int) (match, bool) {
	if !isPurpose(s.word(i)) || isBe(s.word(i+1)) {
		return match{}, false
	}
	for j := i + 2; j < i+8 && !clause.IsMark(s.word(j)); j++ {
		if s.word(j) == "is" && (s.word(j+1) == "to" || s.word(j+1) == "that") {
			f := l.begin(s.word(i)).take("is").take(s.word(j + 1)).form()
			return match{first: i, last: j + 2, form: f}, f != nil && f.entry != nil
		}
	}
	return match{}, false
}

// speaks reports a verb by which somebody only says something.
func (s sentence) speaks(i int) bool {
	switch s.word(i) {
	case "announce", "say", "tell", "know", "hear", "ask", "see":
		return s.word(i) != "see"
	}
	return false
}

// predicateAt finds a chance at token i that a verb parts from its size: "the
// chances of a deal are slim" is read as "slim chances".
func (l *Lexicon) predicateAt(s sentence, i int) (match, bool) {
	switch s.word(i + 1) {
	case "of", "that", "for", "there", "it", "we", "he", "she", "they":
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
