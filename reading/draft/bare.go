package draft

import "tracker/reading/clause"

// describesBare reports a clause that describes the noun before it without "that":
// "it's a date nobody in office will have to answer for".
func describesBare(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	if own[0] < 1 || own[1] <= own[0] {
		return false
	}
	if saidOfIt(t, own) {
		return true
	}
	if before := t.Word(own[0] - 1); !isBeForm(before) && !takesNoun(before) && !(isPreposition(before) && governed(t, own[0]-1)) {
		return false
	}
	for j := own[0] + 1; j < own[1]; j++ {
		if w := t.Word(j); isIndefinite(w) || isPersonal(w) || w == "every" || w == "any" || w == "no" {
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

// saidOfIt reports a subject right behind words by which somebody speaks of the
// noun before them: "the jobs it said it would cut".
func saidOfIt(t *clause.Text, own [2]int) bool {
	k := own[0] - 1
	if own[1]-own[0] != 1 || !clause.IsPronoun(t.Word(own[0])) || !isSaying(t.Word(k)) && !isBelieving(t.Word(k)) {
		return false
	}
	if k--; t.Word(k) == "now" || t.Word(k) == "once" || t.Word(k) == "had" {
		k--
	}
	noun := t.Word(k - 1)
	return k > 1 && clause.IsPronoun(t.Word(k)) && !clause.IsMark(noun) && !isPreposition(noun) && !isConjunction(noun) && !clause.IsAuxiliary(noun) && !isSaying(noun) && !isTimeNoun(noun) && !isWeekday(noun) && (clause.IsDeterminer(t.Word(k-2)) || clause.IsDeterminer(t.Word(k-3)))
}

// governed reports a verb before the preposition at i, and no verb of saying: "can
// live with the questions he won't answer".
func governed(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-4) && !clause.IsMark(t.Word(j)); j-- {
		if w := t.Word(j); isSaying(w) || isBelieving(w) || isCommitting(w) {
			return false
		} else if clause.IsModal(w) && !t.Words[j].Capital {
			return true
		}
	}
	return false
}
