package draft

import (
	"strings"

	"tracker/reading/clause"
)

// sharedAt reads a verb at i that shares the "will" or the "to" of the one
// before: "will start on 4 May and end in Turin". It needs a deadline of its
// own.
func sharedAt(t *clause.Text, i int) (cue, bool) {
	if doneToo(t, i) || goesOn(t, i) {
		return cue{at: i, end: i + 1, verb: i, tier: timed, rule: "shared"}, true
	}
	if before := t.Word(i - 1); i < 3 || before != "and" && (before != "then" || clause.IsModal(t.Word(i-2))) && (before != "," || !datedBefore(t, i-1) || !timeSoon(t, i)) {
		return cue{}, false
	}
	v := i
	if t.Word(i) == "to" {
		v++
	}
	if w := t.Word(v); !clause.IsVerb(w) && w != "be" && (clause.IsPast(w) || v == i && !takesObject(t, v) || v > i && !plainVerb(t, v)) || v >= len(t.Words) || t.Words[v].Capital {
		return cue{}, false
	}
	c := cue{at: i, end: v, verb: v, tier: timed, rule: "shared"}
	for j := i - 2; j >= max(0, i-18) && t.Word(j) != ";" && t.Word(j) != ":"; j-- {
		switch w := t.Word(j); {
		case t.Word(i) == "to" && w == "to", t.Word(i) != "to" && (w == "to" && clause.IsVerb(t.Word(j+1)) || w == "will" || w == "would" || w == "could" || w == "may" || w == "might"):
			c.backshifted = w == "would"
			return c, true
		case w == "that":
			return cue{}, false
		}
	}
	return cue{}, false
}

// takesObject reports a word that is a verb, because a noun of its own follows.
func takesObject(t *clause.Text, i int) bool {
	w, next := t.Word(i), t.Word(i+1)
	return (next == "it" || next == "them" || clause.IsDeterminer(next) && next != "this" && next != "all") && len(w) > 2 && !clause.IsDeterminer(w) && !clause.IsPronoun(w) && !isPreposition(w) && w != "before" && w != "until" && w != "since" && w != "without" && !isTimeNoun(w) && !clause.IsMark(w) && !strings.HasSuffix(w, "ly") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "s") && !clause.IsModal(w) && !clause.IsAuxiliary(w)
}

// doneToo reports a participle at i that shares the "be" of the one before: "is
// to be launched on 1 December and awarded in March".
func doneToo(t *clause.Text, i int) bool {
	before := t.Word(i - 1)
	if i < 4 || before != "and" && before != "then" && before != "," || !isParticiple(t.Word(i)) || t.Words[i].Capital || !timeSoon(t, i) || before == "," && !datedBefore(t, i-1) {
		return false
	}
	for j := i - 2; j > 0 && t.Word(j) != ";" && t.Word(j) != ":"; j-- {
		switch w := t.Word(j); {
		case w == "be" && isParticiple(t.Word(verbAfter(t, j+1))):
			return comesFrom(t, j) && timeAmong(t, j, i-1)
		case clause.IsModal(w) && !t.Words[j].Capital, w == "that", isSaying(w):
			return false
		}
	}
	return false
}

// comesFrom reports a "be" at i that a future stands before: "will be", "is to
// be".
func comesFrom(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		switch t.Word(j) {
		case "will", "shall", "would", "to", "could", "may", "might":
			return true
		}
	}
	return false
}

// isParticiple reports participles, also those that look like the plain verb.
func isParticiple(word string) bool {
	switch word {
	case "put", "cut", "set", "shut", "read", "hit", "split", "spread", "laid", "led", "fed", "torn", "hung", "lit", "dug", "shown", "seen", "heard", "known", "driven", "run", "lent", "turned":
		return true
	}
	again, _ := strings.CutPrefix(word, "re")
	return (clause.IsPast(word) || clause.IsPast(again)) && !clause.IsAuxiliary(word)
}

// goesOn reports the second verb of a timetable at i: "leaves Cebu on 2 July and
// reaches Leyte the next day".
func goesOn(t *clause.Text, i int) bool {
	w := t.Word(i)
	if before := t.Word(i - 1); i < 4 || before != "and" && before != "then" && before != "but" || t.Words[i].Capital || !strings.HasSuffix(w, "s") || len(w) < 4 {
		return false
	}
	if isSaying(w) || isBelieving(w) || isCommitting(w) || isRole(w) || isHouse(w) || isStanding(w) || isTimeNoun(strings.TrimSuffix(w, "s")) || !presentVerb(w) && !isTimetableVerb(w) && !followsVerb(t, i+1) || !timeSoon(t, i) {
		return false
	}
	for j := i - 2; j > 0 && t.Word(j) != ";" && t.Word(j) != ":"; j-- {
		if c, ok := timetableAt(t, j); ok && c.rule == "timetable" && !idle(t, j) || isPresent(t, j) && !isSaying(t.Word(j)) {
			return timeSoon(t, j)
		}
		if clause.IsModal(t.Word(j)) && !t.Words[j].Capital {
			return false
		}
	}
	return false
}

// timeSoon reports a time among the words after i, up to the next mark or "and":
// a day, a month, a year, "the next day", "a week later".
func timeSoon(t *clause.Text, i int) bool {
	for j := i + 1; j < min(i+12, len(t.Words)) && !clause.IsMark(t.Word(j)) && t.Word(j) != "and"; j++ {
		switch w := t.Word(j); {
		case isOrdinal(w), isWeekday(w), isMonth(w) && (w != "may" && w != "march" || t.Words[j].Capital), isYear(w) && t.Words[j].IsNumber, isFeast(w), w == "tomorrow", w == "tonight", w == "later" && isUnit(t.Word(j-1)):
			return true
		case (w == "next" || w == "this" || w == "following" || w == "same" || w == "coming") && (isUnit(t.Word(j+1)) || isTimeNoun(t.Word(j+1))), (w == "in" || w == "by" || w == "before" || w == "until" || w == "for" || w == "from" || w == "over" || w == "during") && (isTimeNoun(t.Word(j+1)) || isTimeNoun(t.Word(j+2)) || t.Word(j+1) == "mid" || t.Word(j+2) == "end" || t.Word(j+2) == "new"):
			return true
		}
	}
	return false
}

// isOrdinal reports days of a month: "26th".
func isOrdinal(word string) bool {
	n := len(word) - 2
	return n > 0 && n < 3 && word[0] >= '0' && word[0] <= '9' && strings.Contains("st nd rd th", word[n:])
}

// isFeast reports names of feasts that date something.
func isFeast(word string) bool {
	switch word {
	case "easter", "christmas", "ramadan", "whitsun", "pentecost", "thanksgiving", "hanukkah", "diwali", "halloween", "michaelmas", "eid":
		return true
	}
	return false
}

// isUnit reports units of time, one or several.
func isUnit(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "day", "week", "month", "year", "decade", "quarter", "season", "morning", "evening", "afternoon", "night", "weekend", "hour", "fortnight":
		return true
	}
	return false
}
