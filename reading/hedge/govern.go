package hedge

import "tracker/reading/clause"

// sentence is the words of a text being read, in their clauses. Alone means
// that it is all words of confidence, so that nothing in it has to prove that it
// is a hedge. About is the statement that a quote stands beside, "" for none.
type sentence struct {
	*clause.Text
	tokens []clause.Word
	alone  bool
	about  string
	scores []int // what each clause shares with the statement; nil without one
}

// word returns the text of token i, "" outside the sentence.
func (s sentence) word(i int) string { return s.Word(i) }

func (s sentence) main(m *match) bool {
	return !m.superseded && s.Clauses[s.Of[m.first]].Role == clause.Main
}

// names reports whether the clause of a number names who or what the statement is
// about, and that of other only has its verb: "a 70 percent chance of snow, and up
// to 15 centimetres may fall".
func (s sentence) names(number, other *match) bool {
	a, b := s.Of[number.first], s.Of[other.first]
	if s.scores == nil || a == b || other.form == nil || !s.main(number) || s.Clauses[a].Sentence != s.Clauses[b].Sentence || s.scores[a] == 0 {
		return false
	}
	return s.namedIn(a) > 0 && s.namedIn(b) == 0
}

// namedIn is how much of the statement, its verb apart, clause n has.
func (s sentence) namedIn(n int) int {
	first, last := -1, 0
	for i, of := range s.Of {
		if of == n {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	return s.Named(s.about, max(first, 0), last)
}

// score is how much of the statement the clause of m speaks of, with what
// shares its verb: "will publish a prospectus and list in October".
func (s sentence) score(m *match, found []match) int {
	if s.scores == nil {
		return 0
	}
	n := s.Of[m.first]
	best := s.scores[n]
	for other, c := range s.Clauses {
		if c.Shares == n && !s.hedged(other, found) {
			best = max(best, s.scores[other])
		}
	}
	return best
}

// hedged reports whether a hedge stands in clause n.
func (s sentence) hedged(n int, found []match) bool {
	for i := range found {
		if s.Of[found[i].first] == n {
			return true
		}
	}
	return false
}

// govern picks the hedge that governs the promise: that of the main clause
// that speaks of the statement's event, else of the first that has one; in it a
// number before words of chance, these before beliefs, these before plans, plans
// before "will" and "could", and the first of equals.
func (s sentence) govern(found []match) (match, bool) {
	if len(found) == 0 {
		return match{}, false
	}
	s.overtake(found)
	best := 0
	for i := range found {
		if i > 0 && s.before(&found[i], &found[best], found) {
			best = i
		}
	}
	m := s.overBelief(found[best], found)
	if comma := s.tag(&m); comma > 0 && !m.denied && !m.outer && !m.inner {
		m.denied = s.deniedBefore(comma, found)
	}
	for _, other := range found {
		if s.Of[other.first] == s.Of[m.first] && other.first > m.first && other.denied {
			m.denied = true // "a good chance that it will not"
		}
	}
	return m, true
}

// before reports whether m governs although other stands before it.
func (s sentence) before(m, other *match, found []match) bool {
	if s.alone {
		return m.rank() < other.rank()
	}
	if s.main(m) != s.main(other) {
		return s.main(m)
	}
	if m.relative != other.relative && s.Clauses[s.Of[m.first]].Sentence == s.Clauses[s.Of[other.first]].Sentence {
		return other.relative
	}
	if m.form == nil && s.names(m, other) || other.form == nil && s.names(other, m) {
		return m.form == nil
	}
	if s.main(m) {
		if a, b := s.score(m, found), s.score(other, found); a != b {
			return a > b
		}
	}
	if s.Of[m.first] != s.Of[other.first] {
		return false
	}
	if a, b := s.rank(m), s.rank(other); a != b {
		return a < b
	}
	return m.form == nil && s.part(m) > s.part(other)
}

// overBelief gives way to the verb inside when a belief only introduces it:
// "confident we will" is will, "I think they may" is may.
func (s sentence) overBelief(m match, found []match) match {
	if !m.believes() && !m.word() || m.denied || m.outer || m.inner {
		return m
	}
	tagged := s.tag(&m) > 0
	for _, other := range found {
		if other.first < m.last && !tagged || s.Of[other.first] != s.Of[m.first] || other.form == nil || other.form.entry == nil || other.form.class() != modal {
			continue
		}
		e := other.form.entry
		if e.Kind != None && e.Point < m.form.entry.Point || e.Kind != None && e.Point > 0.9 && (m.form.sureness() || m.word()) {
			other.denied = other.denied || m.denied
			return other
		}
		return m
	}
	return m
}

// believes reports whether m says only that somebody thinks so.
func (m *match) believes() bool {
	return m.form != nil && m.form.entry != nil && m.form.entry.Phrase == "we believe"
}

// sureness reports beliefs that never make less of a "will".
func (f *form) sureness() bool { return f.text == "confident" || f.text == "convinced" }

// word reports "you have my word", which makes no less of a "will".
func (m *match) word() bool {
	return m.form != nil && (m.form.text == "my word" || m.form.text == "our word")
}

func (m *match) rank() int {
	switch {
	case m.form == nil:
		return 0
	case m.attribute, m.relative, m.afterthought:
		return 6
	case m.believes():
		return 2
	}
	switch m.form.class() {
	case chance, denial:
		return 1
	case intent:
		return 3
	case modal:
		return 4
	}
	return 5
}

// rank puts last the chance of something else: "growth will slow, with a 20
// percent risk of recession" beside "Growth slows".
func (s sentence) rank(m *match) int {
	if m.form == nil && s.elsewhere(m) {
		return 6
	}
	return m.rank()
}

// elsewhere reports whether what the number m is a chance of has nothing of the
// statement, although its clause has.
func (s sentence) elsewhere(m *match) bool {
	if w := s.word(m.last); s.about == "" || w != "of" && w != "that" || s.word(m.first-1) != "with" && s.word(m.first-2) != "with" && s.word(m.first-1) != "and" && s.word(m.first-1) != "," {
		return false
	}
	last := m.last
	for last < len(s.tokens) && !clause.IsMark(s.word(last)) {
		last++
	}
	return s.Shared(s.about, m.last, last) == 0 && s.Shared(s.about, 0, m.first) > 0
}

// part is what the item of a list that a number stands in shares with the
// statement: "a 25% chance of a near-normal season, a 65% chance of …".
func (s sentence) part(m *match) int {
	if s.about == "" {
		return 0
	}
	first, last := m.first, m.last
	for first > 0 && !clause.IsMark(s.word(first-1)) && s.word(first-1) != "and" && s.word(first-1) != "versus" {
		first--
	}
	for last < len(s.tokens) && !clause.IsMark(s.word(last)) && s.word(last) != "and" && s.word(last) != "versus" {
		last++
	}
	return 8*s.Named(s.about, first, last) + s.Shared(s.about, first, last) - s.beside(first, last) - 8*s.deniedItems(first, last)
}

// deniedItems counts the denials among the words first to last-1: "40 % on no deal".
func (s sentence) deniedItems(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if s.word(i) == "no" && !s.fixedNo(i) {
			n++
		}
	}
	return n
}

// beside counts the words first to last-1 that are neither the statement's nor
// of chance: "near" in "near-average rainfall is 30 %".
func (s sentence) beside(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if w := s.word(i); len(w) > 3 && !isChanceNoun(w) && !s.tokens[i].IsNumber && s.Shared(s.about, i, i+1) == 0 {
			n++
		}
	}
	return n
}
