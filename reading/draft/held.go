package draft

import "tracker/reading/clause"

// heldAt reads a "is" or "are" at i that says when something is to be: "elections
// are held on 21 September", "the next hearing is on 14 October", "the new date is
// 4 November".
func heldAt(t *clause.Text, i int) (cue, bool) {
	if w := t.Word(i); i == 0 || w != "is" && w != "are" || t.Words[i].Contracted && !clause.IsPronoun(t.Word(i-1)) {
		return cue{}, false
	}
	v := verbAfter(t, i+1)
	c := cue{at: i, end: v, verb: v, tier: timed, rule: "timetable"}
	switch w := t.Word(v); {
	case w == "now":
		c.end, c.verb = v+1, v+1
		return c, takesPlace(t, i) && isDateAt(t, v+1)
	case isParticiple(w) && !isBelieving(w) && !isSaying(w) && !isReckoned(w):
		return c, timeSoon(t, v)
	case isDateAt(t, v), w == "the" && (t.Word(v+1) == "end" || t.Word(v+1) == "start" || isOrdinal(t.Word(v+1))):
		return c, takesPlace(t, i)
	case w == "up", w == "in" && v+1 < len(t.Words) && t.Words[v+1].Capital && !isMonth(t.Word(v+1)):
		return c, takesPlace(t, i) && timeSoon(t, v)
	}
	return cue{}, false
}

// isReckoned reports participles of what somebody holds or wants, which say no
// time: "is needed by June".
func isReckoned(word string) bool {
	switch word {
	case "needed", "required", "known", "seen", "based", "used", "called", "named", "accused", "charged", "suspected", "alleged", "owed", "involved", "concerned", "interested", "worried", "pleased", "supposed", "meant", "made", "divided", "linked", "located", "wanted", "allowed", "entitled", "asked", "urged", "invited", "advised", "tied":
		return true
	}
	return false
}

// isDateAt reports a day or a month at i, or after a preposition there.
func isDateAt(t *clause.Text, i int) bool {
	if w := t.Word(i); w == "on" || w == "in" || w == "at" {
		i++
	}
	return nearDate(t, i) && (isMonth(t.Word(i)) || isWeekday(t.Word(i)) || t.Word(i) == "tomorrow" || i < len(t.Words) && t.Words[i].IsNumber)
}

// takesPlace reports whether the subject of the verb at i is something that takes
// place on a day, or the day itself.
func takesPlace(t *clause.Text, i int) bool {
	own := ownerOf(t, i)
	if own[1] <= own[0] {
		return false
	}
	switch headOf(t, own[0], own[1]) {
	case "vote", "votes", "election", "elections", "referendum", "hearing", "summit", "launch", "start", "opening", "final", "match", "game", "meeting", "trial", "release", "deadline", "debut", "premiere", "date", "kick-off", "kickoff", "wedding", "funeral", "march", "rally", "strike", "conference", "auction", "concert", "ceremony", "inauguration", "completion", "publication", "verdict", "ruling", "decision", "round", "session", "race", "test", "flight", "review", "handover", "congress", "draw", "lease", "contract", "ballot", "debate", "exam", "exams", "holiday", "holidays", "fair", "festival", "show", "talks", "reopening", "closure", "deadlines", "day", "bid", "bids":
		return true
	}
	return false
}
