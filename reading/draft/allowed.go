package draft

import (
	"slices"
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
	reported := v.rule != "outlet" && v.rule != "carried" && v.rule != "house"
	dated := w.Latest != 0
	switch {
	case w.past:
		return "over"
	case v.denied && c.past, c.rule == "could" && v.rule == "outlet" && t.Word(c.at) == "could" && t.Word(c.at+1) == "not":
		return "past-expectation"
	case agone(t, c) && (!dated || c.rule == "expects"), v.rule == "carried" && c.rule == "would" && !dated && refuses(t, c), v.had && (c.past || c.backshifted), (c.backshifted && !dated || c.past || t.Word(c.at) == "expected" && c.rule == "expects") && longAgo(t, w.Earliest.Year()):
		return "past-expectation"
	case v.name == "", v.idle, v.rule == "outlet" && t.Word(c.at-1) == "i": // somebody whom nobody names
		return "unsupported"
	case c.past:
		return unless(reported && !spoken && (dated || v.rule == "said" || v.rule == "pronoun"), "past-expectation")
	case relative(t, c):
		return unless(describesWhatComes(t, c) && w.hard(), "relative")
	case addressed(t, c):
		return unless(spoken && w.hard(), "generic")
	case v.rule == "outlet" && !dated && !acts(t, c) && c.rule != "expected" && c.rule != "expects" && c.rule != "plans":
		return "unsupported"
	case c.tier == weak && spoken && c.backshifted && !hypothetical(t) && retold(t, c):
		return "past-expectation"
	case c.tier == weak:
		return unless(supported(t, c, v, w, spoken), "unsupported")
	case c.tier == timed:
		return unless(dated && w.hard() && (w.after || w.front || c.rule == "under-way") || spoken && ownDenial(t, c), "unsupported")
	}
	return ""
}

// describesWhatComes reports a relative clause that says of something what will
// become of it, or what its owner has promised: "the ministry, which promised to".
func describesWhatComes(t *clause.Text, c cue) bool {
	switch c.rule {
	case "will":
		return t.Clauses[t.Of[c.at]].Role == clause.Relative && t.Word(c.at-1) != "at"
	case "is-to", "commits", "arranged", "expected":
		return !c.past
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
	reported := v.rule != "outlet" && v.rule != "carried" && v.rule != "house"
	dated := w.Latest != 0
	switch {
	case (c.rule == "ponders" || c.wish) && !(dated && w.hard()):
		return false
	case c.backshifted && hypothetical(t):
		return reported && (dated || !spoken) || v.rule == "carried" && !spoken
	case c.rule == "would" && v.now && !dated, spoken && c.backshifted && !dated:
		return false
	}
	return dated && w.hard() || reported || c.backshifted && v.rule == "carried"
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

// acts reports somebody by role, or a house, who will do something, "The
// federation will cut the list to six", or what will be done with something
// that is named: "Tariffs will not be raised".
func acts(t *clause.Text, c cue) bool {
	own := ownerOf(t, beAt(t, c.at))
	if own[1] <= own[0] || c.past || c.backshifted || t.Word(c.at) == "shall" {
		return false
	}
	head, first := headOf(t, own[0], own[1]), t.Word(own[0])
	if own[1]-own[0] == 1 && clause.IsPronoun(first) {
		return (first == "he" || first == "she" || first == "it") && (c.rule == "will" || c.rule == "is-to") && clause.IsVerb(t.Word(c.verb)) && !isStative(t.Word(c.verb))
	}
	done := t.Word(c.verb-1) == "be" && clause.IsPast(t.Word(c.verb))
	switch c.rule {
	case "is-to", "arranged":
		return !isVague(first)
	case "going-to", "will":
		return done && isParticular(t, own) && !isRemembered(t.Word(c.verb)) || isDefinite(first) && (isRole(head) || isHouse(head)) && !isStative(t.Word(c.verb)) || !done && t.Word(c.at+1) == "not" && isDefinite(first) && startsOrStops(t.Word(c.verb))
	}
	return false
}

// ownDenial reports "we aren't signing anybody": what somebody says they are not
// going to do.
func ownDenial(t *clause.Text, c cue) bool {
	if c.rule != "under-way" || t.Word(c.at) != "not" && t.Word(c.at+1) != "not" {
		return false
	}
	own := ownerOf(t, c.at)
	return own[1]-own[0] == 1 && (t.Word(own[0]) == "i" || t.Word(own[0]) == "we") && !isLasting(t.Word(c.verb)) && !slices.ContainsFunc(t.Words[c.verb:], func(w clause.Word) bool { return w.Text == "but" || w.Text == "for" })
}

// isParticular reports a subject that is no virtue and nobody in general.
func isParticular(t *clause.Text, own [2]int) bool {
	first := t.Word(own[0])
	return !isVague(first) && (isDefinite(first) || own[1]-own[0] > 1 || isSeveral(first) || own[0] > 0 && t.Words[own[0]].Capital)
}

// isDefinite reports words before a noun that say which one is meant.
func isDefinite(word string) bool {
	switch word {
	case "the", "its", "their", "his", "her", "our", "this", "these":
		return true
	}
	return false
}

// isVague reports words before a noun that mean any of its kind.
func isVague(word string) bool {
	switch word {
	case "a", "an", "any", "anyone", "anything", "some", "something", "someone", "somebody", "every", "everyone", "everything", "each", "those", "people", "many", "most", "there", "who", "which", "what", "that", "if", "you", "one", "much", "nothing", "none", "no", "nobody":
		return true
	}
	return clause.IsPronoun(word)
}

// startsOrStops reports verbs of what opens, ends and comes back.
func startsOrStops(word string) bool {
	switch word {
	case "reopen", "open", "close", "return", "resume", "start", "restart", "end", "run", "continue", "play", "sail", "appear", "stand", "leave":
		return true
	}
	return false
}

func isStative(word string) bool {
	switch word {
	case "be", "have", "need", "know", "mean", "remain", "become", "happen", "face", "see", "get", "go", "last", "continue", "work", "end", "come", "stand", "find", "live", "learn", "forget", "feel", "want", "think", "struggle", "prefer", "do":
		return true
	}
	return false
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
	if t.Clauses[t.Of[c.at]].Role == clause.Relative {
		return true
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
			return j > 0 && !isSaying(before) && !isBelieving(before) && !isCommitting(before) && !clause.IsMark(before) && !clause.IsAuxiliary(before) && before != "likely" && before != "possible" && before != "confident" && before != "sure" && before != "hope" && before != "expectation" && before != "chance" && before != "unlikely" && before != "and" && before != "doubt" && before != "certain" && before != "clear" && !isWeekday(before) && before != "him" && before != "reporters" && before != "out" && before != "it"
		default:
			if !strings.HasSuffix(w, "ly") {
				return false
			}
		}
	}
	return false
}

func isPreposition(word string) bool {
	switch word {
	case "at", "in", "of", "for", "on", "by", "with", "to", "from", "under", "during", "after":
		return true
	}
	return false
}
