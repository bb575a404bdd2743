package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// readNumber reads a text that is nothing but a number.
func readNumber(text string) (Reading, bool) {
	p, err := ParseP(strings.TrimSpace(text))
	return value{p, p, p, Explicit, sideOf(p), "stated as a number"}.reading(), err == nil
}

// read reads a text; alone says that it is all words of confidence, about
// names the event that it may speak of.
func (l *Lexicon) read(text, about string, alone bool) Reading {
	s := l.sentence(text, about, alone)
	defer l.texts.Put(s.Text)
	var buffer [16]match
	found := l.matches(buffer[:0], s)
	m, ok := s.govern(found)
	if n := s.assertion(&m, found, ok); n >= 0 {
		r := none("no words of " + l.name + " in it").reading()
		r.WillNot, r.Turned = s.deniedBarely(n)
		return r
	}
	return s.judged(m, found, text)
}

// sentence cuts a text, whose room goes back to l.texts when it has been read.
func (l *Lexicon) sentence(text, about string, alone bool) sentence {
	t, ok := l.texts.Get().(*clause.Text)
	if !ok {
		t = new(clause.Text)
	}
	t.Cut(text)
	s := sentence{Text: t, tokens: t.Words, alone: alone, about: about}
	if about != "" && len(t.Clauses) > 1 {
		s.scores = t.Scores(about)
	}
	return s
}

// judged is the reading of m, with what its clause denies or turns round.
func (s sentence) judged(m match, found []match, text string) Reading {
	if s.alone {
		return s.reading(&m, text)
	}
	turned := s.turned(&m, found)
	m.denied = m.denied != s.deniedInside(&m, found) != turned
	if m.form != nil && (m.form.class() >= intent || m.believes()) && s.mistaken(&m) { // whose words are not the speaker's
		r := none("it is called mistaken, without words of how surely").reading()
		r.WillNot, r.Turned = m.denied, true
		return r
	}
	r := s.reading(&m, text)
	_, unclear := s.Undone(s.about, s.eventClause(&m, found), m.last)
	r.Turned = turned || unclear
	return r
}

// assertion is the number of the clause that asserts without a hedge what the
// statement speaks of, -1 when one governs.
func (s sentence) assertion(m *match, found []match, ok bool) int {
	n, clear := 0, false
	if s.about != "" {
		n, clear = s.About(s.about)
	}
	switch {
	case !ok:
		return n
	case clear && m.form != nil && s.Clauses[s.Of[m.first]].Role == clause.Aside && !s.hedged(n, found) && s.Clauses[n].Shares < 0 && s.Verbal(n) && s.scores[n] >= s.scores[s.Of[m.first]]:
		return n // "gold at 5,000, though a dip is possible"
	case !clear || s.hedged(n, found) || s.Clauses[n].Shares >= 0 || n == 0 || s.Clauses[n].Sentence == s.Clauses[0].Sentence || !s.Verbal(n):
		return -1
	}
	return n
}

// reading decides where a denial goes: into the polarity of a sentence, or,
// for words alone, into the number. Two denials cancel.
func (s sentence) reading(m *match, text string) Reading {
	v, negative := m.value()
	willNot := m.denied
	if willNot && (negative || s.alone) {
		willNot, negative = false, !negative
		if v.kind != None {
			v = v.complement()
		} else {
			v.side = v.side.Opposite()
		}
	}
	r := v.reading()
	r.Known = true
	r.Negative, r.WillNot = negative, willNot
	r.Start, r.End = s.tokens[m.first].Start, s.tokens[m.last-1].End
	r.Words = s.words(m, text, willNot)
	if m.form != nil && m.form.entry != nil {
		r.Root = m.form.entry.Phrase
	}
	return r
}

// words of the match as they stand in the text, without a denial that the
// polarity carries. A hedge that begins inside a contraction is written out.
func (s sentence) words(m *match, text string, willNot bool) string {
	first, end := s.tokens[m.first], s.tokens[m.last-1].End
	switch {
	case m.form == nil:
	case m.form.relation == refuses:
		return "" // a bare denial
	case m.form.relation == disclaims && !first.Contracted:
		return text[first.Start:end]
	case m.outer && first.Contracted:
		return first.Text + " " + text[s.tokens[m.first+1].Start:end]
	case first.Contracted || (willNot || m.form.class() == modal) && s.holdsNot(m) && !strings.Contains(" "+m.form.key+" ", " not "):
		return m.form.text
	}
	return text[first.Start:end]
}

// holdsNot reports whether a denial stands inside the span of m: "won't",
// "expected not to".
func (s sentence) holdsNot(m *match) bool {
	for i := m.first; i < m.last; i++ {
		if s.word(i) == "not" {
			return true
		}
	}
	return m.last < len(s.tokens) && s.tokens[m.last].Contracted
}

// reading copies the value into a Reading without words.
func (v value) reading() Reading {
	r := Reading{Kind: v.kind, Side: v.side, Source: v.source, Known: v.kind != None}
	if v.kind == None {
		return r
	}
	numbers := &[3]float64{v.p, v.low, v.high}
	r.P, r.Low, r.High = &numbers[0], &numbers[1], &numbers[2]
	return r
}
