package hedge

import "strings"

// number is a probability stated in figures or number words.
type number struct {
	p, low, high float64
	rule         string // how it was read
	evident      bool   // needs no word of chance: "nine times out of ten"
}

const percentages = "stated as a range of percentages; the point is its middle"

func exactly(p float64, rule string) number { return number{p: p, low: p, high: p, rule: rule} }

// between reads a range; its point is the middle.
func between(a, b float64, rule string) number {
	return number{p: tidy((a + b) / 2), low: a, high: b, rule: rule}
}

// valid reports whether the number is a probability.
func (n number) valid() bool { return 0 <= n.low && n.low <= n.p && n.p <= n.high && n.high <= 1 }

// numberAt reads a probability in figures from token i on, and returns the
// token after it: "70 per cent", "60 to 70%", "9 out of 10", "3-to-1 against".
func (s sentence) numberAt(i int) (n number, last int, ok bool) {
	if s.word(i) == "between" || s.word(i) == "from" {
		i++
	}
	a, j, ok := s.cardinal(i)
	if !ok {
		return number{}, 0, false
	}
	if last, ok := s.percentSign(j); ok {
		return s.percentRange(a, last)
	}
	if n, last, ok := s.ratio(a, j); ok {
		return n, last, true
	}
	if p, last, ok := s.fraction(a, j); ok {
		return s.checked(exactly(p, "stated as a fraction"), last)
	}
	if b, k, ok := s.rangeEnd(j); ok {
		if last, ok := s.percentSign(k); ok {
			return s.checked(between(a/100, b/100, percentages), last)
		}
		if a < 1 && b <= 1 {
			return s.checked(between(a, b, "stated as a range; the point is its middle"), k)
		}
		if s.word(j) == "and" {
			return number{}, 0, false
		}
		return s.odds(a, b, i, k)
	}
	n = exactly(a, "stated as a number")
	return n, j, n.valid() && strings.Contains(s.word(i), ".")
}

func (s sentence) checked(n number, last int) (number, int, bool) { return n, last, n.valid() }

// percentRange reads the rest of "60% to 70%", or is done after "60%".
func (s sentence) percentRange(a float64, last int) (number, int, bool) {
	if b, j, ok := s.rangeEnd(last); ok {
		if end, ok := s.percentSign(j); ok && a <= b {
			return s.checked(between(a/100, b/100, percentages), end)
		}
	}
	return s.checked(exactly(a/100, "stated as a percentage"), last)
}

// rangeEnd reads "to 70", "and 70", "/1" or a joined 70 from token i on.
func (s sentence) rangeEnd(i int) (b float64, last int, ok bool) {
	switch s.word(i) {
	case "to", "and", "/", ":":
		i++
	default:
		if i >= len(s.tokens) || !s.tokens[i].Joined {
			return 0, 0, false
		}
	}
	return s.cardinal(i)
}

func (s sentence) percentSign(i int) (last int, ok bool) {
	switch s.word(i) {
	case "%", "percent", "pct", "pc":
		return i + 1, true
	case "per":
		return i + 2, s.word(i+1) == "cent"
	}
	return 0, false
}

// ratio reads "in 3", "out of 10", "times out of ten", "chances in five".
func (s sentence) ratio(a float64, i int) (number, int, bool) {
	times := s.word(i) == "times"
	switch s.word(i) {
	case "times", "chance", "chances":
		i++
	}
	switch {
	case s.word(i) == "in":
		i++
	case s.word(i) == "out" && s.word(i+1) == "of":
		i += 2
	default:
		return number{}, 0, false
	}
	b, last, ok := s.cardinal(i)
	if !ok || b < 1 || s.percentAfter(last) {
		return number{}, 0, false
	}
	n := exactly(a/b, "stated as so many in so many")
	n.evident = times
	return s.checked(n, last)
}

func (s sentence) percentAfter(i int) bool {
	_, ok := s.percentSign(i)
	return ok
}

// fraction reads what follows a count in "two thirds" or "three-quarters".
func (s sentence) fraction(a float64, i int) (p float64, last int, ok bool) {
	if s.word(i) == "/" {
		b, last, ok := s.cardinal(i + 1)
		return a / b, last, ok && b >= 1 && a < b && a+b != 100 // "30/70" is parts of a hundred
	}
	parts := 0.0
	switch s.word(i) {
	case "half", "halves":
		parts = 2
	case "third", "thirds":
		parts = 3
	case "quarter", "quarters":
		parts = 4
	case "fifth", "fifths":
		parts = 5
	case "tenth", "tenths":
		parts = 10
	default:
		return 0, 0, false
	}
	return a / parts, i + 1, true
}
