package hedge

import "tracker/reading/clause"

const (
	oddsAgainst = "stated as odds against"
	oddsFor     = "stated as odds on"
	oddsUnsaid  = "stated as odds, for or against unsaid: read as bookmakers do, against"
)

// odds reads which way a to b goes from token i on: "odds", "against", "on".
// They are evidently odds where odds are spoken of. Two parts of a hundred,
// "60-40", are a chance where they are said to be one: "it's 60-40 that".
func (s sentence) odds(a, b float64, first, i int) (number, int, bool) {
	total := a + b
	if !(a > 0 && b > 0 && total <= 1e15) {
		return number{}, 0, false
	}
	spoken := s.betting(i)
	if s.word(i) == "odds" {
		spoken, i = true, i+1
	}
	if total == 100 && !spoken {
		return s.parts(a, first, i)
	}
	spoken = spoken || s.word(i) == "to" && (s.word(i+1) == "win" || s.word(i+1) == "lose" || s.word(i+1) == "be")
	n, last := s.oddsWay(a/total, b/total, i)
	n.evident = spoken
	if s.alone && !spoken && n.rule == oddsUnsaid && b > 10 {
		return number{}, 0, false // "30 to 50" may be anything
	}
	return n, last, true
}

// parts reads two parts of a hundred, a chance where somebody says or puts it
// so: "I'd say 70/30 that", "it's 80/20 the army leaves", "70/30 in favour".
func (s sentence) parts(a float64, first, i int) (number, int, bool) {
	n := exactly(a/100, "stated as parts of a hundred")
	switch next := s.word(i); {
	case next == "in" && (s.word(i+1) == "favour" || s.word(i+1) == "favor"):
		n.evident, i = true, i+2
	case next == "against" && s.said(first-1):
		n = exactly(1-a/100, n.rule)
		n.evident, i = true, i+1
	default:
		n.evident = s.said(first-1) && (isEnd(next) || isDeterminer(next) || clause.IsPronoun(next))
	}
	return n, i, true
}

// said reports a word before a chance that is said to be one.
func (s sentence) said(i int) bool {
	switch s.word(i) {
	case "say", "guess", "reckon":
		return true
	case "it":
		return s.word(i-1) == "call" || s.word(i-1) == "rate" || s.word(i-1) == "give"
	case "at":
		return s.word(i-1) == "it" || s.word(i-1) == "this" || s.word(i-1) == "that"
	case "about", "around", "roughly", "maybe", "perhaps":
		return s.said(i - 1)
	}
	return isBe(s.word(i))
}

// oddsWay reads "against", "on" or "in favour" at token i.
func (s sentence) oddsWay(first, second float64, i int) (number, int) {
	switch s.word(i) {
	case "against":
		return exactly(second, oddsAgainst), i + 1
	case "on":
		if (clause.IsMark(s.word(i+1)) || s.word(i+1) == "for" || s.word(i+1) == "to" || s.word(i+1) == "that") && s.word(i-1) != "odds" {
			return exactly(first, oddsFor), i + 1
		}
	case "in":
		if s.word(i+1) == "favour" || s.word(i+1) == "favor" {
			return exactly(first, oddsFor), i + 2
		}
	}
	return exactly(second, oddsUnsaid), i
}

// betting reports whether odds are spoken of shortly before token i.
func (s sentence) betting(i int) bool {
	for j := i - 1; j >= max(0, i-8); j-- {
		switch s.word(j) {
		case "odds", "bookmaker", "bookmakers", "bookies", "betting", "priced", "quoted", "chances", "favourite", "favorite", "outsider":
			return true
		}
	}
	return false
}
