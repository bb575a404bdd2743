package draft

import "tracker/reading/clause"

// canAt reads a "can" at i of what somebody hopes or holds: "hopes that the farmers
// can return by spring", "does not believe those can happen this year".
func canAt(t *clause.Text, i int) (cue, bool) {
	if t.Word(i) != "can" || i < 3 || clause.IsMark(t.Word(i+1)) {
		return cue{}, false
	}
	for j := i - 2; j > max(0, i-14) && !clause.IsMark(t.Word(j)); j-- {
		switch w := t.Word(j); {
		case isBelieving(w) && w != "see" && w != "fear" || w == "hopeful" || w == "confident" || w == "optimistic" || w == "sure":
			return cue{at: i, end: i + 1, verb: verbAfter(t, i+1), tier: weak, rule: "could"}, timeSoon(t, i) || isBelieving(w) && !clause.IsPronoun(t.Word(i-1))
		case w == "which", w == "who", w == "if", w == "whether", clause.IsModal(w):
			return cue{}, false
		}
	}
	return cue{}, false
}
