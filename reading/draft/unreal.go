package draft

import "tracker/reading/clause"

// unreal reports what would be now or would have been, against the facts: "without
// the loan the theatre would be dark today", "if March had been wet we'd be having
// another conversation". By a day to come it may still come true.
func (p *page) unreal(n int, c cue, v voice, w window) bool {
	t := p.texts[n]
	if !c.backshifted || w.hard() && w.Latest > p.Said.On {
		return false
	}
	if contrary(t) || p.answersWould(n, v) {
		return true
	}
	if front := frontUnless(t); front && t.Word(0) == "in" && !v.reported() {
		return true
	}
	if v.told || v.rule == "carried" || c.tier != weak {
		return false
	}
	front := frontUnless(t)
	for i := c.at + 1; i < len(t.Words); i++ {
		switch w := t.Word(i); {
		case w == "now", w == "already", w == "by" && t.Word(i+1) == "now":
			return true
		case w == "today":
			return front || v.own() || v.rule == "house"
		case clause.IsMark(w):
			return false
		}
	}
	return front && v.own()
}

// answersWould reports a sentence that answers what the article asks: "What would
// the poets say? They would complain."
func (p *page) answersWould(n int, v voice) bool {
	if n == 0 || v.reported() || p.sentences[n-1].block != p.sentences[n].block {
		return false
	}
	s := p.sentences[n-1]
	before := p.texts[n-1]
	return asks(p.Text[s.Start:s.End]) && (before.Word(1) == "would" || before.Word(0) == "would")
}

// contrary reports a condition that the facts are against: "if it had rained",
// "had it rained", "if she were to".
func contrary(t *clause.Text) bool {
	if t.Word(0) == "had" {
		return true
	}
	for i := range t.Words {
		cl := t.Clauses[t.Of[i]]
		if cl.Role != clause.Condition || cl.First > 0 && t.Word(cl.First-1) != "if" && t.Word(cl.First-1) != "had" && t.Word(cl.First-1) != "were" {
			continue
		}
		switch w, next := t.Word(i), t.Word(i+1); w {
		case "had":
			if next == "not" || next == "been" || clause.IsPast(next) || clause.IsPast(t.Word(i+2)) {
				return true
			}
		case "were":
			return next == "to"
		}
	}
	return false
}

// frontUnless reports a sentence that begins with what it would be without: "without
// the grant", "but for the tugs", "with a proper budget", "otherwise".
func frontUnless(t *clause.Text) bool {
	switch next := t.Word(1); t.Word(0) {
	case "without", "otherwise":
		return true
	case "in":
		return next == "the" && t.Word(2) == "event" && t.Word(3) == "of"
	case "but":
		return next == "for"
	case "with":
		return next == "a" || next == "more" || next == "less"
	}
	return false
}

// turnedRound reports "would have" whose subject stands between: "nor would he
// have been tempted".
func turnedRound(t *clause.Text, c cue) bool {
	if t.Word(c.at) != "would" && t.Word(c.at) != "could" {
		return false
	}
	if next := t.Word(c.at + 1); !clause.IsPronoun(next) && !clause.IsDeterminer(next) {
		return false
	}
	for i := c.at + 2; i < min(c.at+7, len(t.Words)) && !clause.IsMark(t.Word(i)); i++ {
		if t.Word(i) == "have" {
			return t.Word(i+1) == "been" || clause.IsPast(t.Word(i+1))
		}
	}
	return false
}
