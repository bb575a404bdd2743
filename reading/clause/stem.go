package clause

import "strings"

// Stem cuts the ending off a word, so that "resigns", "resigned" and
// "resigning" are one; irregular forms stand in a table.
func Stem(word string) string {
	if base := irregular(word); base != "" {
		return base
	}
	for _, end := range [...]string{"ing", "ied", "ies", "ed", "es", "s"} {
		base, ok := strings.CutSuffix(word, end)
		if !ok || len(base) < 3 || end == "ed" && strings.HasSuffix(word, "eed") || end == "s" && (strings.HasSuffix(base, "s") || strings.HasSuffix(base, "u")) {
			continue
		}
		if end == "ied" || end == "ies" {
			return base + "y"
		}
		return single(base)
	}
	return single(word)
}

// single takes off a silent e and the second of a doubled consonant.
func single(base string) string {
	base = strings.TrimSuffix(base, "e")
	if n := len(base); n > 3 && base[n-1] == base[n-2] && !strings.ContainsRune("aeiouls", rune(base[n-1])) {
		return base[:n-1]
	}
	return base
}

func irregular(word string) string {
	switch word {
	case "met", "meeting", "meetings":
		return "meet"
	case "won", "winning":
		return "win"
	case "fell", "fallen":
		return "fall"
	case "rose", "risen":
		return "rise"
	case "left", "leaving":
		return "leav"
	case "began", "begun":
		return "begin"
	case "built":
		return "build"
	case "took", "taken":
		return "tak"
	case "held":
		return "hold"
	case "sold", "sale", "sales":
		return "sell"
	case "flew", "flown", "flies", "flight":
		return "fly"
	case "went", "gone", "goes", "going":
		return "go"
	case "came":
		return "com"
	case "kept":
		return "keep"
	case "lost", "loss":
		return "los"
	case "broke", "broken":
		return "break"
	case "grew", "grown", "growth":
		return "grow"
	case "spoke", "spoken":
		return "speak"
	case "decision":
		return "decid"
	case "withdrew", "withdrawn", "withdrawal":
		return "withdraw"
	case "halves", "halved", "half":
		return "halv"
	case "lives":
		return "liv"
	case "dying", "died", "dies", "death":
		return "di"
	case "lying":
		return "li"
	}
	return ""
}

// isEmpty reports words that say nothing of which event is meant.
func isEmpty(word string) bool {
	switch word {
	case "the", "a", "an", "of", "in", "on", "at", "by", "to", "for", "with", "from", "as", "and", "or", "its", "it", "his", "her", "their", "our", "my", "is", "are",
		"be", "been", "was", "were", "has", "have", "had", "that", "this", "there", "he", "she", "they", "we", "i", "you", "'s", "will", "would", "could", "may", "might",
		"should", "shall", "not", "no", "do", "does", "did", "than", "more", "before", "after", "within", "next", "year", "month", "week", "day", "end", "into", "up", "out", "again", "%", "/":
		return true
	}
	return IsMark(word)
}
