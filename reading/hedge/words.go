package hedge

import "tracker/reading/clause"

// The small word lists that tell hedges from their homonyms.

func isBe(word string) bool {
	switch word {
	case "is", "are", "was", "were", "be", "been", "being", "am", "'s",
		"seems", "seem", "seemed", "looks", "look", "looked", "appears", "appear", "appeared", "remains", "remain", "becomes", "became", "not", "feels", "feel", "felt":
		return true
	}
	return false
}

func isHave(word string) bool {
	switch word {
	case "has", "have", "had", "having":
		return true
	}
	return false
}

// isWeakModal reports modals that "never" denies, as in "might never".
func isWeakModal(word string) bool {
	switch word {
	case "may", "might", "could", "would", "should":
		return true
	}
	return false
}

// isFuture reports modals that begin a predicate.
func isFuture(word string) bool { return word == "will" || word == "shall" || isWeakModal(word) }

// isQuality reports adjectives that may describe a noun: "a possible strike".
func isQuality(word string) bool {
	switch word {
	case "possible", "likely", "unlikely", "probable", "improbable", "conceivable":
		return true
	}
	return false
}

// isComparison reports words after which "the odds are" gives their size, and
// does not say "probably".
func isComparison(word string) bool {
	switch word {
	case "better", "worse", "less", "more", "higher", "lower", "even", "about", "roughly", "stacked", "rising", "falling", "not":
		return true
	}
	return false
}

// isPreposition reports those before which "no" leaves the verb alone; "at no
// point" and "under no circumstances" deny it.
func isPreposition(word string) bool {
	switch word {
	case "with", "without", "of", "in", "for", "despite", "to", "from", "amid":
		return true
	}
	return false
}

func isDeterminer(word string) bool {
	switch word {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
		"any", "some", "no", "another", "political", "free", "popular", "military", "economic":
		return true
	}
	return false
}

// isPurpose reports nouns after which "is to" explains: "the aim is to".
func isPurpose(word string) bool {
	switch word {
	case "aim", "goal", "target", "ambition", "plan", "purpose", "idea", "point", "task", "job", "objective", "priority", "way", "challenge", "mission", "strategy", "intention", "hope", "role", "step", "key", "answer":
		return true
	}
	return false
}

// isEnd reports what may follow a predicate: nothing, a mark, or a new clause.
func isEnd(word string) bool {
	switch word {
	case "that", "to", "but", "and", "if", "by", "about", "whether", "when", "it", "he", "she", "they", "we", "there", "in", "on", "at", "for", "from", "of", "before", "after", "within", "over", "this", "next", "now", "or", "as", "because", "while", "though", "although", "unless", "until", "up", "down", "today":
		return true
	}
	return clause.IsMark(word)
}

// isCalendar reports words after which May is the month.
func isCalendar(word string) bool {
	switch word {
	case "in", "by", "of", "until", "till", "since", "from", "before", "after", "late", "early", "mid", "this", "next", "last",
		"on", "to", "through", "during", "for", "and", "or", "every", "april", "between", "end", "around":
		return true
	}
	return false
}

func isAdverb(word string) bool {
	switch word {
	case "not", "also", "still", "now", "yet", "soon", "well", "only", "even", "never", "finally", "already", "again", "then", "therefore",
		"probably", "likely", "certainly", "almost", "definitely", "possibly", "currently", "actively", "seriously", "reportedly", "far", "quite", "absolutely", "fairly", "pretty", "reasonably", "virtually", "nearly", "very", "officially", "tentatively", "originally", "formally":
		return true
	}
	return false
}
