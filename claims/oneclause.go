package claims

import (
	"tracker/reading/clause"
	"tracker/reading/deadline"
)

// inQuote reads the deadline of a quote, out of the clause about the
// statement's event when it has one of its own, so that hedge and deadline come
// from one clause: "A truce might come within weeks. Elections will take place by
// mid-March."
func (r *Reader) inQuote(quote, statement string, said deadline.Said) deadline.Reading {
	governing := r.Deadlines.Read(quote, said)
	if governing.Phrase == "" || statement == "" {
		return governing
	}
	t := clause.Cut(quote)
	n, ok := t.About(statement)
	if !ok || t.At(governing.Start) == n {
		return governing
	}
	own, ok := r.inClause(t, n, said)
	if !ok {
		return governing
	}
	own.Alternatives = append(own.Alternatives, deadline.Alternative{
		Earliest: governing.Earliest, Latest: governing.Latest, Why: `the other phrase, "` + governing.Phrase + `"`,
	})
	return own
}

// inClause is the hardest deadline in clause n of a text, of equals the first.
func (r *Reader) inClause(t *clause.Text, n int, said deadline.Said) (deadline.Reading, bool) {
	var best deadline.Reading
	found := false
	for w := range r.Deadlines.Scan(t.Source, said) {
		if t.At(w.Start) != n || w.Conditional {
			continue
		}
		if !found || softness(w) < softness(best) {
			best, found = w, true
		}
	}
	return best, found
}

// softness orders deadlines: a dated one says more than a vague one, and that
// more than an event.
func softness(w deadline.Reading) int {
	switch w.Class {
	case deadline.ClassVague:
		return 1
	case deadline.ClassEvent:
		return 2
	case deadline.ClassNone:
		return 3
	}
	return 0
}
