package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// owns reports words that are the speaker's own, and not a part of them in those
// of the outlet.
func (p *page) owns(n int, c cue, v voice) bool {
	if q := p.quoted(p.sentences[n].Start + p.texts[n].Words[c.at].Start); q >= 0 {
		r, _ := utf8.DecodeRuneInString(p.Text[p.quotations[q].Start:])
		return !unicode.IsLower(r)
	}
	return v.rule == "turn"
}

// refused is the id of the rule by which a cue stands for no claim beside this
// speaker and window, "" where it may.
func refused(t *clause.Text, c cue, v voice, w window, spoken bool) string {
	switch dated := w.Latest != 0; {
	case w.past:
		return "over"
	case bygone(t, c, v, w):
		return "past-expectation"
	case ofNobody(t, c, v):
		return "unsupported"
	case c.past:
		return unless(v.reported() && !spoken && (dated || v.rule == "said" || v.rule == "pronoun"), "past-expectation")
	case relative(t, c):
		return unless(describesWhatComes(t, c) && (w.hard() || w.Phrase != "" && c.tier == commitment), "relative")
	case addressed(t, c):
		return unless(spoken && w.hard(), "generic")
	case v.own() && !dated && !acts(t, c) && !inOurView(t) && !v.self && c.rule != "expected" && c.rule != "expects" && c.rule != "plans":
		return "unsupported"
	case c.tier == weak && spoken && c.backshifted && !hypothetical(t) && retold(t, c):
		return "past-expectation"
	case c.tier == weak:
		return unless(supported(t, c, v, w, spoken), "unsupported")
	case c.rule == "shared" && dated && w.after:
		return ""
	case c.tier == timed:
		return unless(timetabled(c, w) || spoken && ownDenial(t, c), "unsupported")
	}
	return ""
}

// reported reports somebody who said so here: not the outlet itself, and nobody
// carried over.
func (v voice) reported() bool {
	return !v.own() && v.rule != "carried" && v.rule != "house"
}

// own reports words of the outlet itself, or of its author where they do not
// even say I.
func (v voice) own() bool {
	return v.rule == "outlet" || v.rule == "byline" && v.sure != Certain
}

// bygone reports what was expected, planned or possible before, and need not be
// any more.
func bygone(t *clause.Text, c cue, v voice, w window) bool {
	dated := w.Latest != 0
	switch {
	case v.denied && c.past, v.had && (c.past || c.backshifted || t.Word(c.at) == "could" && !dated): // "had said it would"
		return true
	case recalled(t, c, v, w.said), saidLongAgo(c, v, w), wouldNeed(t, c, v, w):
		return true
	case v.rule == "outlet" && c.rule == "could" && t.Word(c.at) == "could" && t.Word(c.at+1) == "not":
		return true
	case v.rule == "carried" && c.rule == "would" && !dated && refuses(t, c):
		return true
	case agone(t, c) && (!dated || c.rule == "expects"):
		return true
	}
	return outdated(t, c, dated) && longAgo(t, w.Earliest.Year())
}

// outdated reports a cue that a year before the article's makes one of that year.
func outdated(t *clause.Text, c cue, dated bool) bool {
	return c.backshifted && !dated || c.past || t.Word(c.at) == "expected" && c.rule == "expects"
}

// ofNobody reports words of somebody whom nobody names.
func ofNobody(t *clause.Text, c cue, v voice) bool {
	return v.name == "" || v.idle || v.rule == "outlet" && t.Word(c.at-1) == "i" && c.rule != "expects"
}

// timetabled reports a present tense with a day of its own: "the ferry leaves on
// Monday".
func timetabled(c cue, w window) bool {
	return w.Latest != 0 && w.hard() && (w.after || w.front || c.rule == "under-way")
}

// describesWhatComes reports a relative clause that says of something what will
// become of it, or what its owner has promised: "the ministry, which promised to".
func describesWhatComes(t *clause.Text, c cue) bool {
	switch c.rule {
	case "will":
		return t.Clauses[t.Of[c.at]].Role == clause.Relative && t.Word(c.at-1) != "at" || underWhich(t, c)
	case "is-to", "commits", "arranged", "expected", "plans", "expects", "likely", "should":
		return !c.past
	}
	return false
}

// underWhich reports what a plan or a deal lays down: "a plan under which trains
// will return by 2030".
func underWhich(t *clause.Text, c cue) bool {
	for j := c.at - 1; j >= max(1, c.at-7) && !clause.IsMark(t.Word(j)); j-- {
		if t.Word(j) == "which" {
			return t.Word(j-1) == "under"
		}
	}
	return false
}

func unless(ok bool, rule string) string {
	if ok {
		return ""
	}
	return rule
}

// supported reports a weak cue with the deadline or the speaker that it needs.
func supported(t *clause.Text, c cue, v voice, w window, spoken bool) bool {
	reported, dated := v.reported(), w.Latest != 0
	switch {
	case (c.rule == "ponders" || c.wish) && !(dated && w.hard()):
		return false
	case c.backshifted && hypothetical(t):
		return reported && (dated || !spoken) || v.rule == "carried" && !spoken || ifDone(t) && w.hard()
	case c.rule == "would" && v.now && !dated, spoken && c.backshifted && !dated:
		return false
	}
	return dated && w.hard() || reported || c.rule == "expects" && ownWord(t, c) || v.rule == "house" && c.rule == "should" && isTrend(t.Word(c.verb)) || c.backshifted && v.rule == "carried"
}

// inOurView reports words by which the outlet itself speaks: "in our view".
func inOurView(t *clause.Text) bool {
	for i := 0; i+2 < len(t.Words); i++ {
		if t.Word(i) == "in" && (t.Word(i+1) == "our" || t.Word(i+1) == "my") && (t.Word(i+2) == "view" || t.Word(i+2) == "opinion" || t.Word(i+2) == "judgement" || t.Word(i+2) == "judgment") {
			return true
		}
	}
	return false
}

// ownWord reports what who writes expects: "we look for 11.0".
func ownWord(t *clause.Text, c cue) bool {
	w := t.Word(c.owner[0])
	return c.owner[1]-c.owner[0] == 1 && (w == "we" || w == "i")
}

// isTrend reports verbs of what prices, rates and spending do.
func isTrend(verb string) bool {
	switch verb {
	case "rise", "fall", "pick", "improve", "recover", "remain", "return", "slow", "ease", "grow", "decline", "strengthen", "weaken", "stabilise", "stabilize", "moderate", "average", "narrow", "widen", "increase", "decrease":
		return true
	}
	return false
}

// retold reports a verb of saying before a would of somebody's own words: "we
// said we'd decide".
func retold(t *clause.Text, c cue) bool {
	for i := max(0, c.at-5); i < c.at; i++ {
		if isSaying(t.Word(i)) || isCommitting(t.Word(i)) {
			return true
		}
	}
	return false
}

// addressed reports what is said to whoever listens: "you will see".
func addressed(t *clause.Text, c cue) bool {
	before := t.Word(c.at - 1)
	return before == "you" || clause.IsAuxiliary(before) && t.Word(c.at-2) == "you"
}

// longAgo reports a year before the article's in the sentence.
func longAgo(t *clause.Text, year int) bool {
	for _, w := range t.Words {
		if w.IsNumber && len(w.Text) == 4 && w.Number >= 1500 && int(w.Number) < year {
			return true
		}
	}
	return false
}

// agone reports words before a cue that put it in the past: "two years ago the
// government forecast", "last year it pledged".
func agone(t *clause.Text, c cue) bool {
	if c.tier != commitment && !c.past || clause.IsModal(t.Word(c.at-1)) {
		return false
	}
	for i := 0; i < c.at; i++ {
		if t.Word(i) == "ago" || t.Word(i) == "once" && i > 0 {
			return true
		}
	}
	return false
}

// refuses reports somebody who would not, or would only: what they did, and not
// what is to come.
func refuses(t *clause.Text, c cue) bool {
	next := t.Word(c.at + 1)
	own := ownerOf(t, c.at)
	if own[1] <= own[0] {
		return next == "not" || next == "only"
	}
	n := nounOf(t, own[0], own[1])
	return (next == "not" || next == "only") && (isRole(n.head()) || clause.IsPronoun(n.head()))
}

// hypothetical reports a would of what is only supposed: beside a condition, and
// of no report.
func hypothetical(t *clause.Text) bool {
	for _, cl := range t.Clauses {
		if cl.Role == clause.Condition {
			return true
		}
	}
	return false
}

// relative reports a cue in a clause that only describes a noun: "a law that
// would ban".
func relative(t *clause.Text, c cue) bool {
	for j := c.at - 1; j > max(0, c.at-10) && !clause.IsMark(t.Word(j)); j-- {
		if t.Word(j) == "which" && t.Word(j-1) == "by" && t.Word(j+1) == "time" {
			return false
		}
	}
	if before := t.Word(c.at - 1); t.Clauses[t.Of[c.at]].Role == clause.Relative || c.rule == "will" && (isBelieving(before) || isSaying(before)) && isSeveral(t.Word(c.at-2)) {
		return true // "spending that ministers hope will carry them"
	}
	for j := c.at - 1; j > max(0, c.at-7) && !clause.IsMark(t.Word(j)); j-- {
		if w := t.Word(j); (w == "which" || w == "whom" || w == "whose") && isPreposition(t.Word(j-1)) {
			return true
		}
	}
	for j := c.at - 1; j >= max(0, c.at-2); j-- {
		switch w := t.Word(j); w {
		case "that", "which", "who":
			before := t.Word(j - 1)
			if w == "that" && isPreposition(before) {
				return false // "a date after that will"
			}
			return j > 0 && !isSaying(before) && !isBelieving(before) && !isCommitting(before) && !clause.IsMark(before) && !clause.IsAuxiliary(before) && before != "likely" && before != "possible" && before != "confident" && before != "sure" && before != "hope" && before != "expectation" && before != "chance" && before != "unlikely" && before != "and" && before != "doubt" && before != "certain" && before != "clear" && !isWeekday(before) && before != "him" && before != "reporters" && before != "out" && before != "it"
		default:
			if !strings.HasSuffix(w, "ly") {
				return false
			}
		}
	}
	return false
}
