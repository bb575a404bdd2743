package draft

import (
	"strings"

	"tracker/reading/clause"
)

// pastTold reports words before a cue by which what somebody held, planned or
// said belongs to a time that is told and over: "by then he planned", "that night
// he would check", "in our June note we argued that prices would".
func pastTold(t *clause.Text, c cue) bool {
	if !c.backshifted && !c.past && !clause.IsPast(t.Word(c.at)) {
		return false
	}
	if opensOnce(t) {
		return true
	}
	for i := c.verb; i+2 < len(t.Words); i++ {
		if t.Word(i) == "under" && t.Word(i+1) == "the" && (t.Word(i+2) == "old" || t.Word(i+2) == "previous" || t.Word(i+2) == "earlier" || t.Word(i+2) == "original" || t.Word(i+2) == "former") {
			return true
		}
	}
	if t.Word(0) == "by" && t.Word(1) == "then" && c.at < 8 && t.Word(c.at) != "would" || inOldNote(t) {
		return true
	}
	for i := 0; i+2 < c.at; i++ {
		switch w, next := t.Word(i), t.Word(i+1); {
		case w == "at" && next == "the" && t.Word(i+2) == "time" && t.Word(i+3) != "of" && i > 0:
			return c.backshifted && (isSaying(t.Word(i-1)) || isSaying(t.Word(i-2)) || isCommitting(t.Word(i-1)))
		case w == "in" && (mine(next) || next == "my" || next == "our") && (t.Word(i+2) == "youth" || t.Word(i+2) == "childhood" || t.Word(i+2) == "day" && c.rule == "would"):
			return true
		case w == "on" && next == "that" && isPartOfDay(t.Word(i+2)), w == "in" && next == "those" && (t.Word(i+2) == "days" || t.Word(i+2) == "years"):
			return true
		}
	}
	return false
}

// opensOnce reports a sentence that begins with a time that was: "each time
// ministers promised", "the last time the bridge was shut", "when she took the job
// she said".
func opensOnce(t *clause.Text) bool {
	switch first, next := t.Word(0), t.Word(1); first {
	case "each", "every":
		return next == "time"
	case "the":
		return next == "last" && t.Word(2) == "time" || next == "first" && t.Word(2) == "time"
	case "when":
		for i := 1; i < min(6, len(t.Words)) && !clause.IsMark(t.Word(i)); i++ {
			if w := t.Word(i); i > 1 && (clause.IsPast(w) && !clause.IsAuxiliary(w) || isIrregular(w) || w == "was" || w == "were" || w == "took" || w == "came") {
				return !timeAmong(t, 0, len(t.Words))
			}
		}
	}
	return false
}

// isPartOfDay reports what "that" before it puts into the past.
func isPartOfDay(word string) bool {
	switch word {
	case "day", "night", "morning", "evening", "afternoon", "occasion":
		return true
	}
	return false
}

// inOldNote reports a sentence about what one wrote before: "in our June note we
// argued".
func inOldNote(t *clause.Text) bool {
	if t.Word(0) != "in" || !clause.IsDeterminer(t.Word(1)) && !mine(t.Word(1)) {
		return false
	}
	for i := 2; i < min(6, len(t.Words)); i++ {
		switch t.Word(i) {
		case "note", "report", "letter", "column", "outlook", "forecast", "update", "statement", "article", "issue", "review":
			before := t.Word(i - 1)
			return isMonth(before) || isYear(before) || before == "last" || before == "previous"
		}
	}
	return false
}

// pastYears finds the sentences that go on telling what was in a year long over:
// after "In 1962 he was put in charge" those of its paragraph in the past tense.
func (p *page) pastYears() {
	p.retold = make([]bool, len(p.sentences))
	for n := range p.sentences {
		t, s := p.texts[n], p.sentences[n]
		switch {
		case p.isNow(n):
		case p.opensInPast(t):
			p.retold[n] = true
		case n > 0 && p.sentences[n-1].block == s.block:
			p.retold[n] = p.retold[n-1]
		}
	}
}

// opensInPast reports a sentence that begins with a year before the last two.
func (p *page) opensInPast(t *clause.Text) bool {
	for i := 0; i < min(3, len(t.Words)); i++ {
		if t.Words[i].IsNumber && isYear(t.Word(i)) && (t.Word(i-1) == "in" || t.Word(i-1) == "by" || t.Word(i-1) == "since") {
			return t.Word(i-1) != "since" && int(t.Words[i].Number) < p.Said.On.Year()-1
		}
	}
	return false
}

// isNow reports a present tense, or a day of these, in sentence n outside its
// quotations.
func (p *page) isNow(n int) bool {
	t, s := p.texts[n], p.sentences[n]
	for i := range t.Words {
		w := t.Word(i)
		now := w == "is" || w == "are" || w == "has" || w == "have" || w == "says" || w == "now" || w == "today" || w == "yesterday" || w == "will" || isWeekday(w) || presentVerb(w) && i > 0 && !isRole(w) && !isHouse(w) && clause.IsPronoun(t.Word(i-1))
		if now && p.quoted(s.Start+t.Words[i].Start) < 0 {
			return true
		}
	}
	return false
}

// retells reports a pledge or a plan in a sentence that tells of years long over,
// where no day to come is named.
func (p *page) retells(n int, c cue, w window) bool {
	t := p.texts[n]
	return p.retold[n] && !w.hard() && (c.backshifted || c.past || strings.HasSuffix(t.Word(c.at), "ed") || isIrregular(t.Word(c.at))) && p.quoted(p.sentences[n].Start+t.Words[c.at].Start) < 0
}
