package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// wishAt finds a wish that its object parts from its verb: "we want the law to
// pass".
func (l *Lexicon) wishAt(s sentence, i int) (match, bool) {
	verb := i
	if s.word(i) == "would" {
		verb = i + 1
	}
	if !isWish(s.word(verb), verb > i) || s.word(verb+1) == "to" || s.word(i-1) == "not" {
		return match{}, false
	}
	f := l.begin("want").take("to").form()
	if s.alone && verb+1 == len(s.tokens) && verb > i {
		return match{first: i, last: verb + 1, form: f}, f != nil
	}
	for j := verb + 2; j < verb+8 && !clause.IsMark(s.word(j)); j++ {
		switch {
		case s.word(j) == "to" && s.plain(j+1):
			return match{first: i, last: j + 1, form: f}, f != nil && !s.speaks(j+1)
		case clause.IsPast(s.word(j)) && (isPlaceOrTime(s.word(j+1)) || clause.IsMark(s.word(j+1))): // "wants the law passed by May"
			return match{first: i, last: verb + 1, form: f}, f != nil
		}
	}
	return match{}, false
}

// plain reports a word at token i that may be a verb: after "to", and no name,
// number or noun with its article.
func (s sentence) plain(i int) bool {
	w := s.word(i)
	return s.alone && i == len(s.tokens) || i < len(s.tokens) && !clause.IsMark(w) && !clause.IsDeterminer(w) && !s.tokens[i].IsNumber && !s.tokens[i].Capital && !strings.HasSuffix(w, "ing")
}

// isWish reports verbs of wishing, of which some need a "would".
func isWish(verb string, would bool) bool {
	switch verb {
	case "like", "love", "prefer":
		return would
	}
	return verb == "want" || verb == "wants"
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
		at, last := l.begin(s.word(size)), size+1
		if w := s.word(size); s.word(last) == "to" && (w == "next" || w == "close") { // "next to nil"
			at, last = at.take("to").take(s.word(last+1)), last+2
		}
		if f := at.take(s.word(i)).form(); f != nil && f.entry != nil {
			m.form, m.last = f, last
			return m, true
		}
	}
	return match{}, false
}
