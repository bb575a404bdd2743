package draft

import (
	"strings"

	"tracker/reading/clause"
)

// committedAt reads a verb of commitment or plan at i with what it is about:
// pledged to, plans a, aims for.
func committedAt(t *clause.Text, i int) (cue, bool) {
	w, next := t.Word(i), t.Word(i+1)
	if c, ok := wantedAt(t, i); ok {
		return c, true
	}
	to := i + 1 // past "on Tuesday" and "last year"
	for isCommitting(w) {
		n := circumstance(t, to)
		if n == 0 {
			break
		}
		to += n
	}
	if t.Word(to) == "to" {
		next = "to"
	} else {
		to = i + 1
	}
	if (w == "hoping" || w == "planning" || w == "aiming" || w == "preparing") && hadBefore(t, i) {
		return cue{}, false
	}
	if unable(t, i) && w != "rule" {
		return cue{}, false
	}
	if i == 0 && w != "pledging" || clause.IsDeterminer(t.Word(i-1)) && t.Word(i-1) != "this" && t.Word(i-1) != "all" && t.Word(i-1) != "both" || t.Words[i].Joined {
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
	c.owner = ownerOf(t, at)
	return c, true
}

// wantedAt reads what somebody wants done by a day, or can promise: "I want that
// figure halved by 2030", "what I can promise is a full reset by the autumn".
func wantedAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: commitment, rule: "plans"}
	switch t.Word(i) {
	case "want", "wants":
		for j := i + 2; j < min(i+8, len(t.Words)) && !clause.IsMark(t.Word(j)) && t.Word(j) != "to"; j++ {
			if clause.IsPast(t.Word(j)) && !clause.IsDeterminer(t.Word(j-1)) && datedAfter(t, j) {
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
		case "within", "by", "before", "until":
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
	switch {
	case next == "to":
		return before != "no" && (!isFieldOfPlan(before) || w != "plans" && w != "plan") && (w != "looks" && w != "looking" || true) && t.Word(i+2) != "the" && t.Word(i+2) != "a" && (w != "plan" || before != "a" && before != "the")
	case w == "plans" || w == "planning" || w == "plan":
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

// nounOfPlan reads a noun of plan or goal at i that says what is planned: "our
// goal is to", "the target date is", "has plans to".
func nounOfPlan(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, tier: commitment, rule: "goal"}
	next := t.Word(i + 1)
	switch w := t.Word(i); w {
	case "goal", "aim", "plan", "intention", "target", "objective", "ambition", "hope", "expectation", "forecast", "pledge", "promise", "commitment", "vow":
		switch {
		case (next == "is" || next == "remains") && (t.Word(i+2) == "to" || t.Word(i+2) == "that" || t.Word(i+2) == "for" || t.Word(i+2) == "by"):
			c.end, c.verb = i+3, verbAfter(t, i+3)
		case next == "was" && t.Word(i+2) == "to":
			c.end, c.verb, c.past = i+3, verbAfter(t, i+3), true
		case next == "to" && (mine(t.Word(i-1)) || clause.IsDeterminer(t.Word(i-1))) && (w == "plan" || w == "pledge" || w == "promise" || w == "commitment" || w == "vow") && (isKept(t.Word(i-2)) || w != "plan" && mine(t.Word(i-1)) && isKept(t.Word(i-2))):
			c.end, c.verb, c.owner = i+2, verbAfter(t, i+2), ownerOf(t, i-2)
		case next == "to" && isBeForm(t.Word(i-2)) && (mine(t.Word(i-1)) || t.Word(i-1) == "our" || t.Word(i-1) == "my"):
			c.end, c.verb = i+2, verbAfter(t, i+2)
		case next == "of" && strings.HasSuffix(t.Word(i+2), "ing") && setsGoal(t, i):
			c.end, c.verb, c.owner = i+2, i+2, ownerOf(t, goalSet(t, i))
		case w == "intention" && next == "of" && (t.Word(i-1) == "no" || t.Word(i-1) == "every"):
			c.end, c.verb, c.owner = i+2, i+2, ownerOf(t, hasAt(t, i))
		case w == "pledge" || w == "promise" || w == "commitment" || w == "vow":
			for j := i + 1; j < min(i+9, len(t.Words)); j++ {
				if t.Word(j) == "to" && clause.IsVerb(t.Word(j+1)) && isKept(t.Word(i-2)) {
					c.end, c.verb, c.owner = j+1, j+1, ownerOf(t, i-2)
					return c, true
				}
			}
			return cue{}, false
		default:
			return cue{}, false
		}
	case "plans", "intentions":
		if before := t.Word(i - 1); next != "to" || before != "has" && before != "have" && before != "no" && before != "had" {
			return cue{}, false
		}
		c.end, c.verb = i+2, verbAfter(t, i+2)
		c.past = t.Word(i-1) == "had" || t.Word(i-2) == "had"
		c.owner = ownerOf(t, hasAt(t, i))
		return c, true
	case "date":
		if !isBeForm(next) || next == "was" {
			return cue{}, false
		}
		switch t.Word(i - 1) {
		case "target", "launch", "opening", "start", "release", "completion", "delivery", "due", "publication":
		default:
			return cue{}, false
		}
		c.end, c.verb, c.rule = i+2, i+2, "arranged"
	default:
		return cue{}, false
	}
	return c, true
}

// setsGoal reports a verb before the goal at i by which somebody takes it on.
func setsGoal(t *clause.Text, i int) bool { return goalSet(t, i) < i }

// goalSet is where that verb stands, i where there is none.
func goalSet(t *clause.Text, i int) int {
	for j := i - 1; j >= max(0, i-5); j-- {
		switch t.Word(j) {
		case "set", "sets", "adopted", "announced", "confirmed", "unveiled", "has", "have":
			return j
		}
	}
	return i
}

// isKept reports verbs by which somebody has a plan or renews a pledge.
func isKept(word string) bool {
	switch word {
	case "have", "has", "repeated", "renewed", "reaffirmed", "reiterated", "restated", "repeats", "reaffirms", "renews", "gave", "made", "give", "announced", "unveiled", "confirmed", "approved", "set":
		return true
	}
	return false
}

func hasAt(t *clause.Text, i int) int {
	for j := i - 1; j >= max(0, i-3); j-- {
		if w := t.Word(j); w == "has" || w == "have" || w == "had" {
			return j
		}
	}
	return i
}

// believedAt reads a verb of expecting at i with what is expected.
func believedAt(t *clause.Text, i int) (cue, bool) {
	w, next := t.Word(i), t.Word(i+1)
	if c, ok := awaitedAt(t, i); ok {
		return c, true
	}
	if !isBelieving(w) || i == 0 || clause.IsMark(next) && w != "predicts" || clause.IsDeterminer(t.Word(i-1)) || isBeForm(t.Word(i-1)) || t.Word(i-1) == "to" && w == "expect" || t.Words[i].Joined || t.Word(i-1) == "of" {
		return cue{}, false
	}
	c := cue{at: i, end: i + 1, verb: i + 1, tier: commitment, rule: "expects", owner: ownerOf(t, i)}
	if before := t.Word(i - 1); c.owner[1] <= c.owner[0] && (before == "and" || before == "but") {
		c.owner = ownerBefore(t, i-1)
	}
	switch w {
	case "believes", "believe", "believed", "thinks", "think", "thought", "reckons", "reckon", "reckoned", "assumes", "hopes", "hope", "hoped", "fears", "fear", "feared", "bets", "guarantees", "guarantee", "guaranteed":
		return cue{}, false // they only introduce another cue
	case "see", "sees", "doubts", "doubt", "doubted", "estimates", "estimate", "project", "projects", "forecast", "foresees", "foresee", "envisages", "envisage":
		c.tier = weak
	case "expected", "anticipated":
		c.past = true
	}
	if pointsOnly(t, i+1) {
		return cue{}, false
	}
	if (w == "project" || w == "estimate") && next == "that" && !isSeveral(t.Word(i-1)) {
		return cue{}, false // "a project that will"
	}
	if next == "of" || !subjectAt(c.owner) || hadBefore(t, i) || next == "to" && (w == "see" || w == "sees") || w == "forecasts" && next == "that" && isPlain(t.Word(i-1)) {
		return cue{}, false
	}
	if next == "that" {
		c.end, c.verb = i+2, i+2
	}
	for j := i + 1; j < i+9 && j < len(t.Words) && !clause.IsMark(t.Word(j)); j++ {
		if t.Word(j) == "to" && plainVerb(t, j+1) {
			c.verb = verbAfter(t, j+1)
			break
		}
	}
	return c, true
}

// ownerBefore is whose the plan before token i is, which the verb after it shares:
// "the company plans to add a boat and expects".
func ownerBefore(t *clause.Text, i int) [2]int {
	for j := i - 1; j > 0; j-- {
		if w := t.Word(j); w == ";" || w == ":" {
			break
		}
		if c, ok := cueAt(t, j); ok {
			if c.owner[1] > c.owner[0] {
				return c.owner
			}
			return ownerOf(t, j)
		}
	}
	return [2]int{}
}

// awaitedAt reads what is looked for or guided to by a day at i: "economists look
// for growth of 2 percent in May", "expect queues on Friday".
func awaitedAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 2, verb: i + 2, tier: weak, rule: "expects"}
	next := t.Word(i + 1)
	switch t.Word(i) {
	case "look", "looks":
		c.owner = ownerOf(t, i)
		return c, i > 0 && next == "for" && subjectAt(c.owner) && !clause.IsAuxiliary(t.Word(i-1)) && t.Word(i-1) != "to"
	case "guided", "guides", "guide", "guiding":
		if isBeForm(t.Word(i - 1)) {
			return c, next == "to" || next == "at"
		}
		c.owner = ownerOf(t, i)
		return c, i > 0 && (next == "for" || next == "to") && subjectAt(c.owner)
	case "price", "prices", "pricing":
		c.owner = ownerOf(t, i)
		return c, i > 0 && next == "in" && !clause.IsDeterminer(t.Word(i-1)) && !isPreposition(t.Word(i-1))
	case "puts", "put":
		if i == 0 || t.Word(i-1) == "to" || !datedAfter(t, i) {
			return cue{}, false
		}
		for j := i + 2; j < min(i+7, len(t.Words)); j++ {
			if t.Word(j) == "at" && isNumberWord(t, j+1) {
				c.end, c.verb, c.owner = i+1, i+1, ownerOf(t, i)
				return c, subjectAt(c.owner)
			}
		}
	case "expect", "watch":
		c.end, c.verb = i+1, i+1
		return c, (i == 0 || i == 2 && t.Word(0) == "do" && t.Word(1) == "not") && next != "to" && (t.Word(i) == "expect" || next == "for") && !clause.IsMark(next)
	}
	return cue{}, false
}

// pointsOnly reports a pronoun alone at i, which says nothing of what is to come:
// "doubted it".
func pointsOnly(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "it", "this", "that", "so", "them", "otherwise":
		return i+1 >= len(t.Words) || clause.IsMark(t.Word(i+1))
	}
	return false
}

// hadBefore reports "had expected", "hadn't forecast", "we'd expected".
func hadBefore(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if w := t.Word(j); w == "had" || w == "would" && t.Words[j].Contracted && clause.IsPast(t.Word(i)) || w == "did" {
			return w != "did"
		}
	}
	return false
}

// isPlain reports adjectives that make a noun of "forecasts".
func isPlain(word string) bool {
	switch word {
	case "past", "earlier", "previous", "recent", "official", "new", "old", "current", "most", "its", "gloomy":
		return true
	}
	return false
}

func subjectAt(owner [2]int) bool { return owner[1] > owner[0] }

// ownerOf is the words of the subject of the verb at i.
func ownerOf(t *clause.Text, i int) [2]int {
	none := func(int) bool { return false }
	from, to := subjectBefore(t, i, none)
	if from == to {
		if at := relativeAt(t, i); at > 0 {
			from, to = subjectBefore(t, at, none)
		}
	}
	return [2]int{from, to}
}

// relativeAt is where "which" or "who" stands as the subject of the verb at i, or
// the comma before it; 0 for none.
func relativeAt(t *clause.Text, i int) int {
	for i > 0 && (skipsBack(t.Word(i-1)) || isMonth(t.Word(i-1)) || isYear(t.Word(i-1)) || t.Word(i-1) == "in") {
		i--
	}
	if w := t.Word(i - 1); w != "which" && w != "who" {
		return 0
	}
	if i > 2 && t.Word(i-2) == "," {
		return i - 2
	}
	return i - 1
}
