package deadline

import (
	"slices"

	"tracker/reading/clause"
)

// ruleCondition is the rule of spans that run from a condition.
const ruleCondition = "condition-clock"

// supposingWords can begin a condition; a text without any is not cut into
// clauses at all.
const supposingWords = `if unless provided providing assuming supposing once pending subject contingent conditional dependent
	depending barring absent should were had long event case condition`

// sentence is one sentence of the text, cut into clauses when it is asked for.
type sentence struct {
	clauses    clause.Text
	start, end int  // its tokens
	supposes   bool // one of them can begin a condition
}

// sentenceAt returns the sentence around token i.
func (p *parser) sentenceAt(i int) *sentence {
	s := &p.sent
	if s.start <= i && i < s.end {
		return s
	}
	if p.traits&supposing == 0 {
		s.end = len(p.toks)
		return s
	}
	*s = sentence{clauses: s.clauses, start: i, end: i}
	for s.start > 0 && !p.sentenceEnd(s.start-1) {
		s.start--
	}
	for s.end < len(p.toks)-1 && !p.sentenceEnd(s.end) {
		s.end++
	}
	s.end++
	for k := s.start; k < s.end && !s.supposes; k++ {
		s.supposes = p.at(k).has(supposing)
	}
	if s.supposes {
		s.clauses.Cut(p.text[p.at(s.start).start:p.at(s.end-1).end])
	}
	return s
}

// clauseOf is the clause of the sentence in which token i stands.
func (p *parser) clauseOf(s *sentence, i int) int {
	return s.clauses.At(int(p.at(i).start - p.at(s.start).start))
}

// conditional reports whether the phrase at i stands in a condition, and so
// dates that and not what is promised.
func (p *parser) conditional(i int) bool {
	s := p.sentenceAt(i)
	if !s.supposes {
		return false
	}
	c := s.clauses.Clauses[p.clauseOf(s, i)]
	return c.Role == clause.Condition || c.Role == clause.Aside && (s.clauses.Word(c.First-1) == "once" || s.clauses.Word(c.First-1) == "had")
}

// hanging reports whether the sentence of the phrase at i holds a positive
// condition outside it: "within 72 hours if they attack". That something does
// not happen starts no clock.
func (p *parser) hanging(i int) bool {
	s := p.sentenceAt(i)
	if !s.supposes {
		return false
	}
	own := p.clauseOf(s, i)
	for n, c := range s.clauses.Clauses {
		if n != own && c.Role == clause.Condition && !s.refrains(n) {
			return true
		}
	}
	return false
}

// refrains reports whether condition n is that something does not happen, or
// says no more than "if all goes well".
func (s *sentence) refrains(n int) bool {
	t, first := &s.clauses, s.clauses.Clauses[n].First
	if slices.Contains([]string{"unless", "barring", "absent"}, t.Word(first-1)) || slices.Contains([]string{"all", "everything", "things", "needed", "required"}, t.Word(first)) {
		return true
	}
	for i := first; i < len(t.Words) && t.Of[i] == n; i++ {
		switch t.Word(i) {
		case "not", "no", "never", "none", "nothing", "nobody", "neither", "without", "refuse", "refuses":
			return true
		case "fail", "fails", "failed", "failing":
			if t.Word(i+1) == "to" {
				return true
			}
		}
	}
	return false
}

// fromCondition takes the days from a counted span: it has none until somebody
// dates the condition; those from the statement stay as another reading.
func (p *parser) fromCondition(w Reading) Reading {
	x := Reading{Phrase: w.Phrase, Start: w.Start, End: w.End, Relation: w.Relation, Granularity: w.Granularity, Class: ClassEvent,
		Rule: ruleCondition, Alternatives: []Alternative{}}
	if w.Latest != 0 {
		x.Alternatives = append(x.Alternatives, Alternative{w.Earliest, w.Latest, "counted from the statement"})
	}
	return x
}

// spans reports whether a reading is a span that is counted from a day.
func (w *Reading) spans() bool {
	switch w.Rule {
	case "within", "in", "few", ruleWorking:
		return w.Latest != 0
	case "vague":
		return w.Granularity != NoGranularity
	}
	return false
}
