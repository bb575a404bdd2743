package hedge

const (
	oddsAgainst = "stated as odds against"
	oddsFor     = "stated as odds on"
	oddsUnsaid  = "stated as odds, for or against unsaid: read as bookmakers do, against"
	evenOdds    = "stated as even odds"
)

// odds reads which way a to b goes from token i on: "odds", "against", "on".
// They are evidently odds where odds are spoken of, and as a "50-50" that ends
// its clause, so that it is no share of anything.
func (s sentence) odds(a, b float64, i int) (number, int, bool) {
	total := a + b
	if !(a > 0 && b > 0 && total <= 1e15) {
		return number{}, 0, false
	}
	spoken := s.betting(i)
	if s.word(i) == "odds" {
		spoken, i = true, i+1
	}
	n, last := s.oddsWay(a/total, b/total, i)
	n.evident = spoken || a == 50 && b == 50 && isEnd(s.word(last))
	return n, last, true
}

// oddsWay reads "against", "on" or "in favour" at token i.
func (s sentence) oddsWay(first, second float64, i int) (number, int) {
	switch s.word(i) {
	case "against":
		return exactly(second, oddsAgainst), i + 1
	case "on":
		if isMark(s.word(i+1)) && s.word(i-1) != "odds" {
			return exactly(first, oddsFor), i + 1
		}
	case "in":
		if s.word(i+1) == "favour" || s.word(i+1) == "favor" {
			return exactly(first, oddsFor), i + 2
		}
	}
	if first == second {
		return exactly(first, evenOdds), i
	}
	return exactly(second, oddsUnsaid), i
}

// betting reports whether odds are spoken of shortly before token i.
func (s sentence) betting(i int) bool {
	for j := i - 1; j >= max(0, i-8); j-- {
		switch s.word(j) {
		case "odds", "bookmaker", "bookmakers", "bookies", "betting", "priced", "quoted", "chances":
			return true
		}
	}
	return false
}
