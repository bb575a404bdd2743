package draft

import "tracker/reading/clause"

// unsaidAt reads words at i with a day of their own whose verb stands before: "the
// upper deck will open in May; the lower deck next year", ", the other two by
// Easter", "and to Brest in October".
func unsaidAt(t *clause.Text, i int) (cue, bool) {
	before := t.Word(i - 1)
	if i < 5 || before != ";" && before != "," && before != "and" || !timeAmong(t, i-9, i-1) || !startsNoun(t, i) && (before != "and" || !isPreposition(t.Word(i))) {
		return cue{}, false
	}
	day := i + 1
	for ; day < i+7 && !timeAt(t, day); day++ {
		if !isNominal(t, day) {
			return cue{}, false
		}
	}
	if day == i+7 || !isNominal(t, i) || !endsSoon(t, day) || isTimeNoun(t.Word(day-1)) || between(t, i) {
		return cue{}, false
	}
	for j := i - 2; j > 0; j-- {
		if looksAhead(t, j) {
			return cue{at: i, end: i + 1, verb: i + 1, tier: timed, rule: "shared", backshifted: t.Word(j) == "would"}, true
		}
		if isSaying(t.Word(j)) {
			break
		}
	}
	return cue{}, false
}

// startsNoun reports a word with which a noun begins, and no clause about it.
func startsNoun(t *clause.Text, i int) bool {
	if i >= len(t.Words) {
		return false
	}
	w := t.Word(i)
	return clause.IsDeterminer(w) && w != "that" && w != "this" || isSmall(t, i) || t.Words[i].Capital && !isMonth(w) && !isWeekday(w)
}

// isNominal reports a word that may belong to a noun, and is no verb.
func isNominal(t *clause.Text, i int) bool {
	w := t.Word(i)
	switch {
	case clause.IsMark(w), clause.IsModal(w) && !t.Words[i].Capital, clause.IsAuxiliary(w), isSaying(w), isBelieving(w), w == "and", w == "but", w == "which", w == "who", w == "that", w == "when", w == "where", w == "because", w == "if", w == "as", w == "after", w == "than", w == "not", w == "between", w == "'s" && clause.IsPronoun(t.Word(i-1)), clause.IsPronoun(w), isMonth(w) && t.Words[i].Capital, isWeekday(w), isYear(w):
		return false
	}
	return !clause.IsPast(w) && !(presentVerb(w) && (clause.IsDeterminer(t.Word(i+1)) || isPreposition(t.Word(i+1))))
}

// timeAt reports a time that begins at i with its preposition: "in May", "by the end
// of", "next spring".
func timeAt(t *clause.Text, i int) bool {
	switch w, next := t.Word(i), t.Word(i+1); w {
	case "next", "this":
		return isTimeNoun(next) || isWeekday(next) || isUnit(next)
	case "in", "by", "on", "for", "from", "before", "until", "at", "over":
		return nearDate(t, i+1) || isYear(next) || isFeast(next) || isOrdinal(next) || next == "early" || next == "late" || next == "mid" || isTimeNoun(next) || next == "the" && (isTimeNoun(t.Word(i+2)) || t.Word(i+2) == "end" || t.Word(i+2) == "new" || t.Word(i+2) == "first" || t.Word(i+2) == "second" || isOrdinal(t.Word(i+2))) || next == "next" && isTimeNoun(t.Word(i+2))
	}
	return false
}

// endsSoon reports whether the words from i on end with their time.
func endsSoon(t *clause.Text, i int) bool {
	for j := i + 1; j < i+8; j++ {
		if w := t.Word(j); clause.IsMark(w) || w == "and" {
			return true
		}
	}
	return false
}

// between reports the second end of "between 4 May and 5 June" at i.
func between(t *clause.Text, i int) bool {
	for j := i - 2; j > max(0, i-7); j-- {
		if t.Word(j) == "between" || t.Word(j) == "both" {
			return true
		}
	}
	return false
}

// unsaid reports a cue whose verb stands before it.
func unsaid(t *clause.Text, c cue) bool {
	_, ok := unsaidAt(t, c.at)
	return ok
}
