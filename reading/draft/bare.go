package draft

import "tracker/reading/clause"

// describesBare reports a clause that describes the noun before it without "that":
// "it's a date nobody in office will have to answer for".
func describesBare(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	if own[0] < 1 || own[1] <= own[0] {
		return false
	}
	if before := t.Word(own[0] - 1); !isBeForm(before) && !takesNoun(before) {
		return false
	}
	for j := own[0] + 1; j < own[1]; j++ {
		switch t.Word(j) {
		case "nobody", "somebody", "someone", "everyone", "everybody", "anybody", "it", "he", "she", "they", "we", "i", "every", "any", "no":
			before := t.Word(j - 1)
			return (clause.IsDeterminer(t.Word(own[0])) || isSeveral(before)) && !isTimeNoun(before) && !isWeekday(before) && !isPreposition(before) && !admitsClause(before) && before != "and" && before != "or"
		}
	}
	return false
}

// takesNoun reports verbs after which a noun is what is given or made.
func takesNoun(word string) bool {
	switch word {
	case "has", "have", "makes", "make", "made", "cut", "set", "named", "faces", "face", "left", "leaves":
		return true
	}
	return false
}

// admitsClause reports nouns whose clause says what they are of: "the chance it
// will".
func admitsClause(word string) bool {
	switch word {
	case "chance", "chances", "risk", "doubt", "hope", "possibility", "danger", "likelihood", "probability", "view", "belief", "fear", "fears", "prospect", "sign", "signs", "promise", "pledge", "way", "moment", "day", "time", "odds", "bet", "question", "evidence", "idea", "guarantee", "assurance", "sure", "confident", "certain", "likely", "hopeful", "optimistic", "doubtful", "convinced", "clear", "said", "that":
		return word != "question"
	}
	return false
}
