package claims

import (
	"strings"
	"unicode"
)

// SimilarDays is how far apart two statements of one claim may lie.
const SimilarDays = 14

// Similar reports whether two claims are likely the same one logged twice:
// one speaker, at most SimilarDays apart, and the same event or four words
// in five.
func Similar(a, b Claim) bool {
	days := a.StatedOn.Day() - b.StatedOn.Day()
	if days < -SimilarDays || days > SimilarDays || Fold(a.Speaker) != Fold(b.Speaker) {
		return false
	}
	if a.Event != "" && Fold(a.Event) == Fold(b.Event) {
		return true
	}
	return sharedWords(a.Statement, b.Statement) >= 0.8
}

// sharedWords returns the share of words two texts have in common: those in
// both over those in either, 0 to 1.
func sharedWords(a, b string) float64 {
	wa, wb := words(a), words(b)
	both := 0
	for w := range wa {
		if wb[w] {
			both++
		}
	}
	if either := len(wa) + len(wb) - both; either > 0 {
		return float64(both) / float64(either)
	}
	return 0
}

func words(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsFuncSeq(Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		set[w] = true
	}
	return set
}
