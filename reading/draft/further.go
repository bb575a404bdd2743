package draft

import "tracker/reading/clause"

// furtherAt reads a number at i that shares the verb of the one before and has a
// day of its own: "rise 4 percent in 2026 and more than 5 percent in 2027". Its
// verb is the number.
func furtherAt(t *clause.Text, i int) (cue, bool) {
	before := t.Word(i - 1)
	if i < 4 || before != "and" && before != "then" && before != "but" && (before != "," || t.Word(i) != "the" && t.Word(i) != "another") {
		return cue{}, false
	}
	n := quantityAt(t, i)
	if n == 0 {
		n = anotherAt(t, i)
	}
	for j := i - 2; j > max(0, i-5); j-- {
		if t.Word(j) == "between" || t.Word(j) == "from" {
			return cue{}, false
		}
	}
	if n == 0 || !timeSoon(t, n) || !datedBefore(t, i-1) && !timeAmong(t, i-12, i-1) {
		return cue{}, false
	}
	for j := i; j < min(i+8, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		if presentVerb(t.Word(j)) && j > i+1 && !isUnit(t.Word(j)) || clause.IsPast(t.Word(j)) || clause.IsModal(t.Word(j)) && !t.Words[j].Capital || clause.IsAuxiliary(t.Word(j)) || isSaying(t.Word(j)) || isBelieving(t.Word(j)) {
			return cue{}, false
		}
	}
	for j := i - 2; j > 0 && t.Word(j) != ";"; j-- {
		if looksAhead(t, j) {
			return cue{at: i, end: i + 1, verb: i + 1, tier: timed, rule: "shared", backshifted: t.Word(j) == "would"}, true
		}
	}
	return cue{}, false
}

// quantityAt is where the number stands of the quantity that begins at i: the
// number itself, "more than 5", "a further 300"; 0 for none.
func quantityAt(t *clause.Text, i int) int {
	for j := i; j < min(i+5, len(t.Words)); j++ {
		switch w := t.Word(j); {
		case t.Words[j].IsNumber, isSmall(t, j):
			if isMonth(t.Word(j+1)) || isYear(t.Word(j)) || isUnit(t.Word(j+1)) {
				return 0 // a day
			}
			return j
		case w == "more", w == "fewer", w == "less", w == "than", w == "up", w == "to", w == "about", w == "around", w == "some", w == "nearly", w == "almost", w == "just", w == "roughly", w == "a", w == "further", w == "another", w == "over", w == "under", w == "at", w == "least", w == "most", w == "as", w == "many", w == "only", w == "by", w == "of", w == "below", w == "above":
		default:
			return 0
		}
	}
	return 0
}

// anotherAt is where "the second", "the rest" or "again" ends that begins at i and
// shares the verb before it; 0 for none.
func anotherAt(t *clause.Text, i int) int {
	if t.Word(i) == "again" && isPreposition(t.Word(i+1)) || t.Word(i) == "another" {
		return i
	}
	if t.Word(i) != "the" {
		return 0
	}
	switch t.Word(i + 1) {
	case "second", "third", "fourth", "other", "others", "rest", "remainder", "remaining", "last", "next", "final", "latter":
		return i + 1
	}
	return 0
}

// looksAhead reports words at j whose verb a further number may share.
func looksAhead(t *clause.Text, j int) bool {
	switch w := t.Word(j); w {
	case "will", "would", "forecast", "expected", "projected", "plans", "aims", "guided", "planned", "scheduled", "due", "likely":
		return true
	case "sees", "see":
		return j > 0
	case "intend", "intends", "plan", "hopes", "set", "to":
		return w != "to" || clause.IsVerb(t.Word(j+1)) || t.Word(j+1) == "be"
	default:
		if c, ok := timetableAt(t, j); ok && c.rule == "timetable" {
			return true
		}
		return isBelieving(w) && !clause.IsDeterminer(t.Word(j-1))
	}
}

// datedBefore reports a time among the words right before word i.
func datedBefore(t *clause.Text, i int) bool { return timeAmong(t, i-4, i) }

// timeAmong reports a time among words from to to-1.
func timeAmong(t *clause.Text, from, to int) bool {
	for j := max(0, from); j < to; j++ {
		if w := t.Word(j); isMonth(w) || isYear(w) || isTimeNoun(w) || isWeekday(w) || isFeast(w) {
			return true
		}
	}
	return false
}
