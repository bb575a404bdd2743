package draft

import "tracker/reading/clause"

// settledAt reads a day that somebody sets at i: "set 5 October for the start of
// a trial", "called a march for Saturday".
func settledAt(t *clause.Text, i int) (cue, bool) {
	if c, ok := untilAt(t, i); ok {
		return c, true
	}
	switch t.Word(i) {
	case "set", "sets", "called", "calls", "fixed", "fixes", "scheduled", "rescheduled", "moved", "named", "booked", "picked", "postponed", "convened", "announced", "delayed", "extended", "adjourned", "brought", "pushed", "put", "slipped", "slips", "slid", "deferred", "shifted":
	default:
		return cue{}, false
	}
	if isMoved(t, i) {
		return cue{at: i, end: i + 2, verb: i, tier: timed, rule: "sets-day"}, true
	}
	if i == 0 || isBeForm(t.Word(i-1)) || t.Word(i-1) == "to" || clause.IsDeterminer(t.Word(i-1)) || t.Words[i].Joined {
		return cue{}, false
	}
	for j := i + 1; j < min(i+9, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		if w := t.Word(j); (w == "for" || w == "on" || w == "to") && nearDate(t, j+1) || w == "for" && nearDate(t, i+1) || w == "for" && (t.Word(j+1) == "the" || isYear(t.Word(j+1)) || t.Word(j+1) == "next") && timeSoon(t, j) && laterPart(t, j+1) {
			return cue{at: i, end: i + 1, verb: i + 1, tier: timed, rule: "sets-day", owner: ownerOf(t, i)}, true
		}
	}
	return cue{}, false
}

// untilAt reads the time that somebody has or is given for something at i: "has
// until Friday to approve", "gave the firm until 30 September".
func untilAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: timed, rule: "sets-day"}
	switch t.Word(i) {
	case "has", "have", "given", "gave", "gives", "give":
	default:
		return cue{}, false
	}
	for j := i + 1; j < min(i+8, len(t.Words)) && !clause.IsMark(t.Word(j)) && !clause.IsAuxiliary(t.Word(j)); j++ {
		if t.Word(j) == "until" {
			c.owner = ownerOf(t, i)
			return c, i > 0 && (j > i+1 && t.Word(i) != "has" && t.Word(i) != "have" || j == i+1)
		}
	}
	return cue{}, false
}

// isMoved reports what has been put off or moved to a day: "is being moved to
// Sunday", "postponed until 5 May".
func isMoved(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "moved", "rescheduled", "postponed", "delayed", "extended", "adjourned", "brought", "pushed", "put", "slipped", "slips", "slid", "deferred", "shifted":
	default:
		return false
	}
	n := i + 1
	for t.Word(n) == "back" || t.Word(n) == "forward" || t.Word(n) == "off" {
		n++
	}
	return (t.Word(n) == "to" || t.Word(n) == "until" || t.Word(n) == "till" || t.Word(n) == "into" || t.Word(n) == "for") && (nearDate(t, n+1) || laterPart(t, n+1) || t.Word(n+1) == "next" || isNumberWord(t, n+1) && len(t.Word(n+1)) == 4)
}

// laterPart reports a part of a year soon after i: "the second quarter of 2027".
func laterPart(t *clause.Text, i int) bool {
	for j := i; j < min(i+5, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		switch t.Word(j) {
		case "quarter", "half", "spring", "summer", "autumn", "winter", "year", "month":
			return true
		}
	}
	return false
}

// nearDate reports a day or month among the two words from i on.
func nearDate(t *clause.Text, i int) bool {
	for j := i; j < min(i+2, len(t.Words)); j++ {
		if isWeekday(t.Word(j)) || isMonth(t.Word(j)) || isYear(t.Word(j)) && j == i || t.Word(j) == "tomorrow" || t.Word(j) == "tonight" {
			return true
		}
	}
	return false
}

// givenAt reads odds that somebody gives at i: "a one-in-ten chance", "gives it
// one in four", "a fair bet that", "the likeliest outcome".
func givenAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i + 1, tier: likelihood, rule: "chance"}
	next := t.Word(i + 1)
	switch t.Word(i) {
	case "gives", "give", "gave", "puts", "put", "rates", "reckons", "reckon", "estimates", "price", "prices", "priced", "assign", "assigns", "assigned":
		if i == 0 || t.Word(i-1) == "to" || clause.IsModal(t.Word(i-1)) && !t.Words[i-1].Capital && t.Word(i-2) != "i" {
			return cue{}, false
		}
		if isBeForm(next) {
			return cue{}, false // "prices are a risk"
		}
		c.owner = ownerOf(t, i)
		for j := i + 1; j < min(i+16, len(t.Words)) && t.Word(j) != ";" && t.Word(j) != "."; j++ {
			if w := t.Word(j); w == "at" && isNumberWord(t, j+1) && (t.Word(j+2) == "percent" || t.Word(j+2) == "%" || t.Word(j+2) == "per") || w == "chance" || w == "chances" || w == "probability" || w == "odds" || w == "likelihood" || w == "risk" || w == "in" && isSmall(t, j-1) && isSmall(t, j+1) {
				c.end = j + 1
				return c, true
			}
		}
	case "make", "makes", "made", "have", "cut", "quote", "quotes", "offer", "offers", "shorten", "lengthened", "shortened":
		if end := betOn(t, i); end > 0 {
			c.owner, c.end, c.verb = ownerOf(t, i), end, end
			return c, true
		}
	case "bet":
		if next == "that" || isBeForm(t.Word(i-2)) || t.Word(i-1) == "will" {
			c.verb = i + 2
			return c, clause.IsMark(next) && t.Word(i-1) != "will" || next == "that" || t.Word(i-1) == "fair" || t.Word(i-1) == "safe" || t.Word(i-1) == "good"
		}
	case "way", "prospect", "question", "hope":
		return c, t.Word(i-1) == "no" && isBeForm(t.Word(i-2)) && t.Word(i-3) == "there" && !clause.IsMark(next) && next != "to" && next != "for" && t.Finite(i+1)
	case "outcome", "scenario", "favourite", "favorite":
		return c, t.Word(i-1) == "likely" || t.Word(i-1) == "likeliest" || t.Word(i-1) == "probable"
	case "see":
		if t.Word(i-1) == "not" && (t.Word(i-2) == "can" || t.Word(i-2) == "cannot") && !clause.IsMark(next) && next != "how" && next != "why" && next != "what" {
			c.at, c.owner = i-2, ownerOf(t, i-2)
			return c, true
		}
	}
	return cue{}, false
}

// betOn is where what is bet on begins after a verb at i: "make it 4-1 that", "cut
// City to 9-2 to win"; 0 for none.
func betOn(t *clause.Text, i int) int {
	for j := i + 1; j < min(i+7, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		if !isNumberWord(t, j) || !isNumberWord(t, j+1) || !t.Words[j+1].Joined {
			continue
		}
		if next := t.Word(j + 2); next == "that" || next == "on" || next == "against" || next == "for" || next == "to" && clause.IsVerb(t.Word(j+3)) {
			return j + 3
		}
	}
	return 0
}

// isSmall reports a number of odds: "one", "ten", 3.
func isSmall(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred":
		return true
	}
	return i >= 0 && i < len(t.Words) && t.Words[i].IsNumber && t.Words[i].Number <= 100
}

// ponderedAt reads what somebody only thinks of doing at i: is considering.
func ponderedAt(t *clause.Text, i int) (cue, bool) {
	switch t.Word(i) {
	case "talks":
		if t.Word(i-1) == "in" && isBefore(t, i-1) && (t.Word(i+1) == "to" || t.Word(i+1) == "on" || t.Word(i+1) == "over") {
			return cue{at: i, end: i + 2, verb: i + 2, tier: weak, rule: "ponders", owner: ownerOf(t, beAt(t, i-1))}, true
		}
	case "considering", "weighing", "mulling", "exploring", "contemplating", "eyeing", "pondering":
		if isBefore(t, i) && !clause.IsMark(t.Word(i+1)) {
			return cue{at: i, end: i + 1, verb: i + 1, tier: weak, rule: "ponders", owner: ownerOf(t, beAt(t, i))}, true
		}
	}
	return cue{}, false
}

// absoluteAt reads what is to go with something else: "with the seats to follow
// in the spring", "with first results due next June".
func absoluteAt(t *clause.Text, i int) (cue, bool) {
	if t.Word(i) != "with" || t.Word(i-1) != "," {
		return cue{}, false
	}
	for j := i + 2; j < min(i+9, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
		switch w := t.Word(j); {
		case isParticiple(w) && !clause.IsDeterminer(t.Word(j-1)) && t.Word(j-1) != "has" && t.Word(j-1) != "have" && timeSoon(t, j):
			return cue{at: i, end: j + 1, verb: j, tier: timed, rule: "absolute"}, true
		case w == "to" && (clause.IsVerb(t.Word(j+1)) || t.Word(j+1) == "be"), w == "due", w == "expected", w == "planned", w == "scheduled", w == "likely", w == "possible", w == "forecast", w == "set" && t.Word(j+1) == "to":
			return cue{at: i, end: j + 1, verb: verbAfter(t, j+1), tier: timed, rule: "absolute"}, true
		}
	}
	return cue{}, false
}
