package undertaking

import "tracker/reading/clause"

// planAt reads a word of schedule, target or goal at i, and returns the word
// after it.
func (r *reader) planAt(i int) (last int, ok bool) {
	before, next := r.Word(i-1), r.Word(i+1)
	verbal := next == "to" || next == "for" || next == "on" || next == "by" || next == "in" || next == "that" || next == "not"
	switch w := r.Word(i); w {
	case "scheduled", "rescheduled", "slated", "timetabled", "pencilled", "penciled", "targeted", "earmarked", "booked":
		return i + 1, !r.past(i) && !r.which(i) && (!clause.IsDeterminer(before) || isSomeDate(r.Word(i+1)) || isSomeDate(r.Word(i+2)))
	case "planned":
		return i + 1, !r.past(i) && !r.which(i) && !clause.IsDeterminer(before) && before != "as"
	case "schedules", "targets", "aims", "intends", "plans":
		return i + 1, w == "schedules" && !clause.IsDeterminer(before) || verbal || w == "targets" && i > 0 && !clause.IsDeterminer(before) || w == "intends" || w == "plans"
	case "planning", "aiming", "targeting", "intending", "scheduling", "retargeting":
		return i + 1, true
	case "working":
		return i + 1, (next == "towards" || next == "toward" || next == "to" && clause.IsVerb(r.Word(i+2))) && !r.past(i)
	case "looking", "seeking", "preparing":
		return i + 1, next == "to" && (isBe(before) || isBe(r.Word(i-2))) && clause.IsVerb(r.Word(i+2)) && !r.past(i)
	case "is", "are":
		return i + 2, next == "to" && clause.IsVerb(r.Word(i+2)) && !purpose(before)
	case "plan", "aim":
		return i + 1, next == "to" || next == "on" || next == "for" || next == "is" || !clause.IsDeterminer(before) && verbal
	case "agreed", "decided", "resolved", "determined", "chosen":
		return i + 1, next == "to" && r.owner(i) == own
	case "intend", "intent":
		return i + 1, w == "intend" || next == "on"
	case "intention", "intentions":
		return i + 1, true
	case "goal", "goals", "objective", "target", "ambition":
		return i + 1, isBe(next) || next == "remains" || next == "to" || next == "of" || next == "for" || next == "date" || next == "launch" || mine(before) || before == "re" || before == "to" || before == "we" || before == "'s"
	case "set", "due":
		return i + 2, (next == "to" || w == "due" && verbal || w == "set" && next == "for" || w == "due" && isDueWhen(next)) && (isBe(before) || i == 0 || before == "now" || before == "still" || before == "not" || before == "and") && !r.past(i)
	case "date":
		return i + 1, isBe(next) || isSet(r, i)
	}
	return 0, false
}

// which reports that the participle at i only says which one the subject is,
// and the verb follows: "the vote planned for Friday could be delayed".
func (r *reader) which(i int) bool {
	before := r.Word(i - 1)
	return i > 0 && !clause.IsAuxiliary(before) && !clause.IsModal(before) && !clause.IsPronoun(before) && !clause.IsMark(before) && r.noun(i)
}

// purpose reports nouns of which "is to" tells what they are: "our task is to".
func purpose(word string) bool {
	switch word {
	case "task", "job", "point", "idea", "way", "challenge", "role", "step", "key", "answer", "hope", "priority", "problem", "danger", "risk", "question", "solution", "thing", "choice", "alternative", "option":
		return true
	}
	return false
}

func isDueWhen(word string) bool {
	switch word {
	case "at", "back", "out", "next", "later", "this", "tomorrow", "today":
		return true
	}
	return false
}

func isSomeDate(word string) bool { return word == "date" || word == "launch" || word == "start" }

// isSet reports whether somebody sets the date at i: "has established a new
// launch date".
func isSet(r *reader, i int) bool {
	for j := i - 1; j >= max(0, i-6); j-- {
		switch r.Word(j) {
		case "set", "sets", "setting", "established", "fixed", "announced", "chosen", "picked", "named", "confirmed", "target", "targeted":
			return true
		}
	}
	return false
}

// past reports whether the plan at i was one: "was planned", "once planned for".
func (r *reader) past(i int) bool {
	for j := i - 1; j >= max(0, i-2); j-- {
		switch r.Word(j) {
		case "was", "were", "had", "once", "originally", "previously", "initially", "been":
			return r.Word(j) != "been" || r.Word(j-1) == "had"
		}
	}
	return false
}
