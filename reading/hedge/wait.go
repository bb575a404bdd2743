package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// waits reports whether clause n says, from token from on, how long it takes
// before the event comes: "it will be at least three months before the bridge
// reopens". Until then it does not come.
func (s sentence) waits(n, from int) bool {
	for i := from; i < len(s.tokens); i++ {
		if s.Of[i] != n {
			continue
		}
		switch s.word(i) {
		case "be", "take", "is", "'s", "are", "takes", "remains", "remain":
			if s.waitAt(i + 1) {
				return true
			}
		}
	}
	return false
}

// waitAt reports an amount of time from token i on with "before" or "until"
// behind it.
func (s sentence) waitAt(i int) bool {
	for end := i + 9; i < end && !clause.IsMark(s.word(i)); i++ {
		switch w := s.word(i); {
		case w == "before", w == "until", w == "till":
			return isSpan(s.word(i - 1))
		case !isSpan(w) && !waitsBy(w) && !s.tokens[i].IsNumber && clause.Small(w) < 0 && decade(w) == 0:
			return false
		}
	}
	return false
}

// waitsBy reports words that may stand before or inside an amount of time.
func waitsBy(word string) bool {
	switch word {
	case "at", "least", "more", "than", "about", "around", "another", "a", "an", "some", "several", "many", "few", "good", "long", "still", "other", "couple", "of", "the", "well", "over", "to", "best":
		return true
	}
	return false
}

// isSpan reports units of time.
func isSpan(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "day", "week", "month", "year", "decade", "hour", "fortnight", "while", "time", "season", "generation", "long":
		return true
	}
	return false
}
