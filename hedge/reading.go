package hedge

import "strings"

// read reads a text; alone says that it is all words of confidence.
func (l *Lexicon) read(text string, alone bool) Reading {
	if p, err := ParseP(strings.TrimSpace(text)); alone && err == nil {
		return value{p, p, p, Explicit, "stated as a number"}.reading()
	}
	var tokens [64]token
	var found [16]match
	s := sentence{text, tokenize(tokens[:0], text), alone}
	m, ok := govern(l.matches(found[:0], s))
	if !ok {
		return none("no words of " + l.name + " in it").reading()
	}
	return s.reading(&m)
}

// reading decides where a denial goes: into the polarity of a sentence, or,
// for words alone, into the number. Two denials cancel.
func (s sentence) reading(m *match) Reading {
	v, negative := m.value()
	willNot := m.denied
	if willNot && (negative || s.alone) {
		willNot, negative = false, !negative
		if v.kind != None {
			v = v.complement()
		}
	}
	r := v.reading()
	r.Negative, r.WillNot = negative, willNot
	r.Start, r.End = s.tokens[m.first].start, s.tokens[m.last-1].end
	r.Words = s.words(m, willNot)
	if m.form != nil && m.form.entry != nil {
		r.Root = m.form.entry.Phrase
	}
	return r
}

// words of the match as they stand in the text; without the denial that the
// polarity carries, and with contractions written out.
func (s sentence) words(m *match, willNot bool) string {
	if m.form != nil && m.form.relation == refuses {
		return "" // a bare denial
	}
	for i := m.first; i < m.last; i++ {
		t := s.tokens[i]
		if !t.contracted && (t.text != "not" || !willNot) {
			continue
		}
		if m.outer && i == m.first && i+1 < m.last {
			return t.text + " " + s.text[s.tokens[i+1].start:s.tokens[m.last-1].end]
		}
		return m.form.text
	}
	return s.text[s.tokens[m.first].start:s.tokens[m.last-1].end]
}

// reading copies the value into a Reading without words.
func (v value) reading() Reading {
	r := Reading{Kind: v.kind, Source: v.source}
	if v.kind == None {
		return r
	}
	numbers := &[3]float64{v.p, v.low, v.high}
	r.P, r.Low, r.High = &numbers[0], &numbers[1], &numbers[2]
	return r
}
