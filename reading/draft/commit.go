package draft

import (
	"strings"

	"tracker/reading/clause"
)

// committedAt reads a verb of commitment or plan at i with what it is about:
// pledged to, plans a, aims for; none that somebody could not.
func committedAt(t *clause.Text, i int) (cue, bool) {
	if c, ok := wantedAt(t, i); ok {
		return c, true
	}
	c, ok := bindsAt(t, i)
	return c, ok && (t.Word(i) == "rule" || !unable(t, i))
}

// bindsAt reads such a verb, or a noun of plan, whether or not it is denied.
func bindsAt(t *clause.Text, i int) (cue, bool) {
	w, next := t.Word(i), t.Word(i+1)
	to := i + 1 // past "on Tuesday" and "last year"
	for isCommitting(w) {
		n := circumstance(t, to)
		if n == 0 {
			break
		}
		to += n
	}
	if isCommitting(w) && to == i+1 {
		to = pastTime(t, to)
	}
	if t.Word(to) == "to" {
		next = "to"
	} else {
		to = i + 1
	}
	if (w == "hoping" || w == "planning" || w == "aiming" || w == "preparing") && hadBefore(t, i) {
		return cue{}, false
	}
	if i == 0 && w != "pledging" || clause.IsDeterminer(t.Word(i-1)) && t.Word(i-1) != "this" && t.Word(i-1) != "all" && t.Word(i-1) != "both" || t.Words[i].Joined {
		return nounOfPlan(t, i)
	}
	if (w == "promise" || w == "pledge" || w == "vow" || w == "guarantee") && (isPlain(t.Word(i-1)) || t.Word(i-1) == "to") {
		return nounOfPlan(t, i)
	}
	c := cue{at: i, end: i + 1, verb: i + 1, tier: commitment, rule: "commits"}
	switch w {
	case "undertakes", "undertook":
		if next != "to" {
			return cue{}, false
		}
	case "pledged", "pledges", "pledge", "promised", "promises", "promise", "vowed", "vows", "vow", "swore", "swears", "guaranteed", "guarantees", "guarantee", "pledging", "promising", "vowing":
		if next != "to" && next != "that" && !clause.IsDeterminer(next) && !clause.IsPronoun(next) && !isNumberWord(t, i+1) && next != "not" && next != "a" && next != "more" && next != "new" && !datedAfter(t, i) {
			return cue{}, false
		}
	case "undertaken", "obliged", "bound":
		if next != "to" || t.Word(i-1) != "has" && t.Word(i-1) != "have" && t.Word(i-2) != "has" && t.Word(i-2) != "have" {
			return cue{}, false
		}
	case "means", "mean":
		c.rule = "plans"
		if next != "to" || !plainVerb(t, i+2) || t.Word(i-1) == "'s" || t.Word(i-1) == "not" || isBeForm(t.Word(i-1)) {
			return cue{}, false
		}
	case "committed", "commits", "threatened", "threatens", "threaten", "threatening":
		if next != "to" && next != "itself" && next != "themselves" && next != "himself" && next != "herself" {
			return cue{}, false
		}
	case "want":
		c.rule, c.tier, c.wish = "plans", weak, true
		if next != "to" || !clause.IsPronoun(t.Word(i-1)) && !isSeveral(t.Word(i-1)) || !timeSoon(t, i+1) {
			return cue{}, false
		}
	case "plans", "plan", "planning", "aims", "aim", "aiming", "intends", "intend", "intending", "seeks", "hopes", "hope", "hoping", "wants", "proposes", "prepares", "preparing", "looks", "looking", "seeking":
		c.rule = "plans"
		if !plansAt(t, i) {
			return cue{}, false
		}
		if w == "hopes" || w == "hope" || w == "hoping" || w == "wants" || w == "seeks" || w == "seeking" || w == "proposes" || w == "looks" || w == "looking" || w == "preparing" || w == "prepares" {
			c.tier, c.wish = weak, w == "wants" || w == "looks" || w == "looking" || w == "seeks" || w == "seeking"
		}
	case "targets", "targeting":
		c.rule = "plans"
		if clause.IsMark(next) || presentVerb(t.Word(i-1)) || clause.IsVerb(t.Word(i-1)) || isFieldOfPlan(t.Word(i-1)) {
			return cue{}, false
		}
	case "planned", "intended", "hoped", "aimed", "wanted":
		c.rule, c.past, c.tier = "plans", true, weak
		if next != "to" || isBeForm(t.Word(i-1)) || hadBefore(t, i) {
			return cue{}, false
		}
	case "agreed", "decided", "resolved", "agrees", "opted", "voted":
		c.rule, c.tier = "agreed", weak
		if next != "to" {
			return cue{}, false
		}
	case "refuses", "refused", "declined":
		return cue{}, false
	case "rule", "ruled", "rules":
		c.rule, c.tier = "rules-out", weak
		if unable(t, i) {
			c.at = i - 2
		}
		if next != "out" {
			return cue{}, false
		}
		c.end, c.verb = i+2, i+2
	default:
		return nounOfPlan(t, i)
	}
	if isBeForm(t.Word(i-1)) && w != "planning" && w != "aiming" && w != "intending" && w != "threatening" && w != "targeting" && w != "hoping" && w != "preparing" && w != "looking" && w != "seeking" && w != "pledging" && w != "promising" {
		return cue{}, false
	}
	switch {
	case next == "to" || next == "that":
		c.end, c.verb = to+1, verbAfter(t, to+1)
	case next == "not" && t.Word(i+2) == "to":
		c.end, c.verb = i+3, verbAfter(t, i+3)
	}
	at := i
	if isBeForm(t.Word(i - 1)) {
		at = i - 1
	}
	if t.Word(i-1) == "be" && t.Word(i-2) == "to" {
		at = beAt(t, i-3) // "is understood to be planning"
	}
	c.owner = ownerOf(t, at)
	return c, true
}

// pastTime is where the "to" stands behind a time at i: "plans until 2027 to
// repair"; i where none does.
func pastTime(t *clause.Text, i int) int {
	switch t.Word(i) {
	case "by", "until", "till", "before", "in", "within", "during", "over", "this", "next":
	default:
		return i
	}
	for j := i + 1; j < min(i+6, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		if t.Word(j) == "to" && clause.IsVerb(t.Word(j+1)) && timeSoon(t, i-1) {
			return j
		}
	}
	return i
}

// wantedAt reads what somebody wants done by a day, or can promise: "I want that
// figure halved by 2030", "what I can promise is a full reset by the autumn".
func wantedAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: commitment, rule: "plans"}
	switch t.Word(i) {
	case "want", "wants":
		for j := i + 2; j < min(i+8, len(t.Words)) && !clause.IsMark(t.Word(j)) && t.Word(j) != "to"; j++ {
			if (isParticiple(t.Word(j)) || strings.HasSuffix(t.Word(j), "ing") || isState(t.Word(j)) || t.Word(j) == "ready") && !clause.IsDeterminer(t.Word(j-1)) && datedAfter(t, j) {
				c.tier, c.wish, c.owner = weak, true, ownerOf(t, i)
				return c, true
			}
		}
	case "promise", "guarantee", "offer":
		if t.Word(i+1) == "is" && datedAfter(t, i+1) && (t.Word(i-1) == "can" || t.Word(i-1) == "will" || clause.IsPronoun(t.Word(i-1))) {
			c.rule, c.end, c.verb = "commits", i+2, i+2
			return c, true
		}
	}
	return cue{}, false
}

// datedAfter reports a day, month or number of days soon after word i.
func datedAfter(t *clause.Text, i int) bool {
	for j := i + 1; j < min(i+7, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		switch w := t.Word(j); w {
		case "by":
			if t.Word(j+1) != "the" || timeSoon(t, j-1) || t.Word(j+2) == "time" || t.Word(j+2) == "end" {
				return true
			}
		case "within", "before", "until":
			return true
		case "for", "in", "from":
			if isMonth(t.Word(j+1)) || isYear(t.Word(j+1)) || t.Word(j+1) == "next" {
				return true
			}
		}
	}
	return false
}

// unable reports a verb at i that somebody could not, or would not say.
func unable(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch t.Word(j) {
		case "could", "can", "cannot", "refused", "declined", "refuses":
			return true
		}
	}
	return false
}

func isNumberWord(t *clause.Text, i int) bool {
	return i >= 0 && i < len(t.Words) && t.Words[i].IsNumber
}

// plansAt reports whether the word at i is a verb, and says what is planned.
func plansAt(t *clause.Text, i int) bool {
	w, before, next := t.Word(i), t.Word(i-1), t.Word(i+1)
	if pastTime(t, i+1) > i+1 {
		return true
	}
	switch {
	case next == "to":
		return before != "no" && (!isFieldOfPlan(before) || w != "plans" && w != "plan") && (w != "looks" && w != "looking" || true) && t.Word(i+2) != "the" && t.Word(i+2) != "a" && (w != "plan" || before != "a" && before != "the")
	case w == "planning" && before == "be" && t.Word(i-2) == "to":
		return !clause.IsMark(next)
	case w == "preparing":
		return isBeForm(before) && (next == "a" || next == "an" || next == "new")
	case w == "plans" || w == "planning" || w == "plan":
		if (isNumberWord(t, i+1) || isSmall(t, i+1)) && timeSoon(t, i) && !isFieldOfPlan(before) {
			return true
		}
		return clause.IsDeterminer(next) && next != "this" && before != "of" && before != "in" || next == "for" && before != "no" && isBeForm(before) || next == "on" && isBeForm(before)
	case w == "intends" || w == "intend":
		return !clause.IsMark(next)
	case w == "aims" || w == "aiming":
		return next == "for"
	case w == "hopes" || w == "hope" || w == "hoping":
		return next == "for" && before != "no"
	}
	return false
}

// isFieldOfPlan reports words after which "plans" is a noun more often than a
// verb.
func isFieldOfPlan(word string) bool {
	switch word {
	case "of", "new", "for", "on", "with", "about", "unveiled", "announced", "spending", "investment", "expansion", "over", "and", "has", "have", "had", "'s", "their", "its", "current", "ambitious", "in", "under", "detailed", "scrapped", "outlined", "confirmed", "approved", "reveals", "revealed", "unveils":
		return true
	}
	return false
}
