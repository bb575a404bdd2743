package deadline

import "strings"

// ruleCondition is the rule of spans that run from a condition.
const ruleCondition = "condition-clock"

// conditional reports whether the phrase at i stands in a clause that begins
// with a word of condition.
func (p *parser) conditional(i int) bool {
	for k := i - 1; k >= max(0, i-15); k-- {
		switch t := p.at(k); {
		case t.kind == mark && t.among(",", ".", ";", "!", "?"), t.among("will", "would", "could", "may", "might"):
			return false
		case p.condition(k):
			return true
		}
	}
	return false
}

// condition reports whether token i begins a condition: "if they attack", and
// not "asked if", "even if", "if possible".
func (p *parser) condition(i int) bool {
	t, before, next := p.at(i), p.at(i-1), p.at(i+1)
	switch {
	case t.among("unless", "assuming", "supposing"):
		return true
	case t.among("once", "provided"):
		return !before.among("at", "be", "been", "was", "were", "is", "are", "than", "a", "the") && !next.among("by", "again", "more", "with", "a", "every")
	case t.is("event"):
		return before.is("the") && p.at(i-2).is("in") && next.among("of", "that")
	}
	for k := i - 3; k < i; k++ { // "I'd be amazed if"
		if w := p.at(k).word; k >= 0 && (strings.HasPrefix(w, "surpris") || strings.HasPrefix(w, "amaz") || strings.HasPrefix(w, "shock") ||
			strings.HasPrefix(w, "astonish") || w == "stunned") {
			return false
		}
	}
	return t.is("if") && !before.among("even", "as", "asked", "ask", "asks", "see", "know", "wonder", "sure", "clear", "unclear", "decide", "say", "said") &&
		!next.among("possible", "necessary", "needed", "any", "ever", "anything", "only", "all", "everything", "things", "required")
}

// hanging reports whether the sentence of the phrase from i to end holds a
// positive condition outside it: "within 72 hours if they attack". That
// something does not happen starts no clock.
func (p *parser) hanging(i, end int) bool {
	first, last := i, end
	for first > 0 && !p.sentenceEnd(first-1) {
		first--
	}
	for last < len(p.toks)-1 && !p.sentenceEnd(last) {
		last++
	}
	for k := first; k < last; k++ {
		if (k < i || k >= end) && p.condition(k) && !p.at(k).is("unless") && !p.refrained(k+1, last) {
			return true
		}
	}
	return false
}

// refrained reports whether the condition from i on is that something does not
// happen: "if no progress is made", "if talks fail".
func (p *parser) refrained(i, last int) bool {
	for k := i; k < min(last, i+10); k++ {
		t := p.at(k)
		if t.kind == mark && t.among(",", ";") {
			return false
		}
		if t.has(denial) || t.is("t") && p.contracted(k-1) || t.among("fail", "fails", "failed", "refuse", "refuses", "without") {
			return true
		}
	}
	return false
}

// fromCondition takes the days from a counted span: it has none has no days until somebody dates the
// condition; those from the statement stay as another reading.
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
