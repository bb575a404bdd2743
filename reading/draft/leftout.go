package draft

import "tracker/reading/clause"

// LeftOut is a place of an article that looks ahead and is no draft. Its spans
// are as those of a Draft.
type LeftOut struct {
	Span, Within    clause.Span
	Quote, Sentence string
	Rule            string // the id of the rule that forbids it
}

// leave remembers that a rule forbids the words part of sentence n.
func (p *page) leave(n int, part [2]int, rule string) {
	l := LeftOut{Span: p.words(n, part), Within: p.sentences[n].Span, Rule: rule}
	l.Sentence, l.Quote = flat(p.Text[l.Within.Start:l.Within.End]), flat(p.Text[l.Span.Start:l.Span.End])
	p.left = append(p.left, l)
}

// repeated remembers drafts that others say more fully.
func (p *page) repeated(all []*Draft) {
	for _, d := range all {
		p.left = append(p.left, LeftOut{Span: d.Span, Within: d.Within, Quote: flat(d.Quote), Sentence: d.Sentence, Rule: "repeated"})
	}
}
