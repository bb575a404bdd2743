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
		n := exactly(a/100, "stated as parts of a hundred")
		n.evident = isBe(s.word(first-1)) && isEnd(s.word(i))
		return n, i, true
	}
	n, last := s.oddsWay(a/total, b/total, i)
	n.evident = spoken
	if s.alone && !spoken && n.rule == oddsUnsaid && b > 10 {
		return number{}, 0, false // "30 to 50" may be anything
	}
	return n, last, true
}

// oddsWay reads "against", "on" or "in favour" at token i.
func (s sentence) oddsWay(first, second float64, i int) (number, int) {
	switch s.word(i) {
	case "against":
		return exactly(second, oddsAgainst), i + 1
	case "on":
		if (clause.IsMark(s.word(i+1)) || s.word(i+1) == "for") && s.word(i-1) != "odds" {
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
