package claims

import (
	"tracker/reading/clause"
	"tracker/reading/deadline"
)

// inQuote reads the deadline of a quote, out of the clause about the
// statement's event when it has one of its own, so that hedge and deadline come
// from one clause: "A truce might come within weeks. Elections will take place by
// mid-March." Of a list in one clause it takes the item with the statement's
// words: "2,500 by April and 5,000 by July".
func (r *Reader) inQuote(quote, statement string, said deadline.Said) deadline.Reading {
	governing := r.Deadlines.Read(quote, said)
	if statement == "" || governing.Phrase == "" && governing.Remark == "" {
		return governing
	}
	t := clause.Cut(quote)
	n, ok := t.About(statement)
	if !ok {
		n = t.At(governing.Start)
	}
	own, ok := r.inClause(t, n, statement, said, governing)
	if !ok || own.Start == governing.Start && own.Phrase == governing.Phrase {
		return governing
	}
	if governing.Phrase != "" {
		own.Alternatives = append(own.Alternatives, deadline.Alternative{
			Earliest: governing.Earliest, Latest: governing.Latest, Why: deadline.OtherPhrase + `"` + governing.Phrase + `"`,
		})
	}
	return own
}

// inClause is the deadline in clause n, or in one that says when, that shares
// most with the statement, of equals the hardest, and of these the governing
// one or the first. A time inside a condition is not the claim's.
func (r *Reader) inClause(t *clause.Text, n int, statement string, said deadline.Said, governing deadline.Reading) (deadline.Reading, bool) {
	best, shared := governing, -1
	if governing.Phrase != "" && t.At(governing.Start) == n {
		shared = t.Item(statement, governing.Start)
	}
	for w := range r.Deadlines.Scan(t.Source, said) {
		m := t.At(w.Start)
		if w.Superseded || w.Minor && governing.Phrase != "" {
			continue
		}
		if m != n && (t.Clauses[m].Role != clause.Aside || t.Clauses[m].Sentence != t.Clauses[n].Sentence) {
			continue
		}
		if s := t.Item(statement, w.Start); s > shared || s == shared && softness(w) < softness(best) {
			best, shared = w, s
		}
	}
	return best, shared >= 0
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
