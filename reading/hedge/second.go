package hedge

import "fmt"

// Seconds are the other hedges of a quote that a second reader might take, in
// order and without those of the same words: "will" of "I think they will",
// "could" of another clause. None is the reading of FindFor.
func (l *Lexicon) Seconds(quote, statement string) []Reading {
	s := l.sentence(quote, statement, false)
	defer l.texts.Put(s.Text)
	var buffer [16]match
	found := l.matches(buffer[:0], s)
	best, ok := s.govern(found)
	if !ok {
		return nil
	}
	first := s.judged(best, found, quote)
	var all []Reading
	for _, m := range found {
		if !s.main(&m) || m.rank() > 5 || m.form != nil && m.form.relation == refuses || s.serves(&m, &best) {
			continue
		}
		if r := s.reading(&m, quote); r.Words != first.Words && r.Words != "" && !holds(all, r.Words) {
			all = append(all, r)
		}
	}
	return all
}

// serves reports whether m only carries the hedge that governs: the will of
// "will probably".
func (s sentence) serves(m, governing *match) bool {
	return m.form != nil && m.form.class() == modal && s.Of[m.first] == s.Of[governing.first] && !governing.believes()
}

// Is names the words and their number: “could”, 39.7 %.
func (r Reading) Is() string {
	if r.P == nil {
		return fmt.Sprintf("%q, without a number", r.Words)
	}
	return fmt.Sprintf("%q, %.3g %%", r.Words, 100**r.P)
}

func holds(all []Reading, words string) bool {
	for _, r := range all {
		if r.Words == words {
			return true
		}
	}
	return false
}
