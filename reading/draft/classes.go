package draft

import (
	"strings"

	"tracker/reading/clause"
)

// Words that several rules ask for by their class. What the grammar of any text
// needs, determiners, modals and marks, is clause's.

// isIndefinite reports pronouns for somebody whom they do not name.
func isIndefinite(word string) bool {
	switch word {
	case "nobody", "somebody", "someone", "everyone", "everybody", "anybody", "anyone":
		return true
	}
	return false
}

// isPersonal reports pronouns for somebody who was named, or who speaks.
func isPersonal(word string) bool {
	switch word {
	case "it", "he", "she", "they", "we", "i":
		return true
	}
	return false
}

func isConjunction(word string) bool {
	switch word {
	case "and", "but", "or", "as", "if", "when", "because", "although", "though", "while", "that", "which", "who", "than", "so", "until", "before", "after", "since", "once", "unless", "whether", "where", "what", "how", "why":
		return true
	}
	return false
}

func isPreposition(word string) bool {
	switch word {
	case "at", "in", "of", "for", "on", "by", "with", "to", "from", "under", "during", "after":
		return true
	}
	return false
}

func isMonth(word string) bool {
	switch word {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

func isBeForm(word string) bool {
	switch word {
	case "is", "are", "am", "was", "were", "be", "been", "being", "'s":
		return true
	}
	return false
}

func isCount(word string) bool {
	switch word {
	case "one", "two", "three", "four", "five", "several", "some", "many", "most", "few", "both":
		return true
	}
	return false
}

func isWeekday(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

func isTimeNoun(word string) bool {
	switch word {
	case "year", "month", "week", "quarter", "today", "yesterday", "morning", "summer", "winter", "spring", "autumn":
		return true
	}
	return isMonth(word)
}

// isVague reports words before a noun that mean any of its kind.
func isVague(word string) bool {
	switch word {
	case "a", "an", "any", "anything", "some", "something", "every", "everything", "each", "those", "people", "many", "most", "there", "who", "which", "what", "that", "if", "one", "much", "nothing", "none", "no":
		return true
	}
	return isIndefinite(word) || clause.IsPronoun(word)
}

// isDefinite reports words before a noun that say which one is meant.
func isDefinite(word string) bool {
	switch word {
	case "the", "its", "their", "his", "her", "our", "this", "these":
		return true
	}
	return false
}

func isYear(word string) bool {
	return len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20"))
}
