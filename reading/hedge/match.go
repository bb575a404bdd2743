package hedge

import "tracker/reading/clause"

// match is a hedge found in a sentence: the tokens first to last-1.
type match struct {
	first, last  int
	form         *form  // nil for a number
	number       number // without a form
	degree       degree // "very", "fairly" before the form
	degrees      int    // how many of them
	attribute    bool   // stands before a noun: "the planned summit"
	superseded   bool   // is no longer so: "had been expected"
	relative     bool   // stands in a clause about the subject: "a deal nobody expected will"
	afterthought bool   // "and maybe sooner"
	inner        bool   // "not" inside or after: "certain not to"
	outer        bool   // "not" before: "not likely"
	denied       bool   // a plain denial about it: "no one expects", "will not"
}

// matches appends every hedge of the sentence to found, in order.
func (l *Lexicon) matches(found []match, s sentence) []match {
	for i := 0; i < len(s.tokens); {
		m, ok := l.matchAt(s, i)
		if !ok {
			if m, ok = s.listed(i, found); !ok {
				i++
				continue
			}
		}
		if s.counts(&m) {
			m.afterthought = !s.alone && s.isAfterthought(&m, found)
			found = append(found, s.negate(m, found))
		}
		i = m.last
	}
	return found
}

// counts reports whether m says anything of a chance: homonyms and the modals
// of a question do not.
func (s sentence) counts(m *match) bool {
	if m.form == nil {
		return true
	}
	asked := s.Clauses[s.Of[m.first]].Role == clause.Question
	return m.form.relation != ordinary && !(asked && m.form.class() == modal)
}

// matchAt finds the hedge that begins at token i: a number, or the longest
// form with the words of degree before it.
func (l *Lexicon) matchAt(s sentence, i int) (match, bool) {
	if m, ok := s.chanceNumber(i); ok {
		return m, true
	}
	if m, ok := l.predicateAt(s, i); ok {
		return m, true
	}
	if m, ok := l.wishAt(s, i); ok {
		return m, true
	}
	if m, ok := l.purposeAt(s, i); ok {
		return m, true
	}
	if m, ok := s.abandonedAt(i); ok {
		return m, true
	}
	if m, ok := s.contraryAt(i); ok {
		return m, true
	}
	m := match{first: i}
	if m, ok := l.formAt(s, m, i); ok {
		return l.active(s, l.unsurprised(s, m)), true
	}
	for s.takeDegree(&m, &i) {
		if m, ok := l.formAt(s, m, i); ok && m.form.entry != nil && m.form.class() <= denial {
			return m, true
		}
	}
	return match{}, false
}

// active tells who has "ruled out" something from what is ruled out.
func (l *Lexicon) active(s sentence, m match) match {
	if m.form.text != "ruled out" || s.alone || isBe(s.word(m.first-1)) || m.first == 0 || isEnd(s.word(m.last)) {
		return m
	}
	if f := l.begin("rule").take("out").form(); f != nil {
		m.form = f
	}
	return m
}

// takeDegree adds the word of degree at token i to m, and goes on to the next.
func (s sentence) takeDegree(m *match, i *int) bool {
	d := degreeOf(s.word(*i))
	if d == 0 || m.degrees == maxDegrees {
		return false
	}
	m.degree, m.degrees = max(m.degree, d), m.degrees+1
	if *i++; s.word(*i) == "," {
		*i++
	}
	return true
}

// formAt takes word after word from token i on and keeps the longest form. One
// "not" before a "to" is stepped over: "expected not to".
func (l *Lexicon) formAt(s sentence, m match, i int) (match, bool) {
	at, inner := l.begin(s.word(i)), false
	for j := i + 1; ; j++ {
		if f := at.form(); f != nil {
			m.form, m.last, m.inner = f, j, inner
		}
		if j == len(s.tokens) || len(at.run) == 0 {
			break
		}
		next := at.take(s.word(j))
		if len(next.run) == 0 && s.word(j) == "not" && s.word(j+1) == "to" {
			next, j, inner = at.take("to"), j+1, true
		}
		at = next
	}
	if m.form == nil {
		return m, false
	}
	return m, s.alone || m.form.relation == ordinary || s.isHedge(&m, i)
}
