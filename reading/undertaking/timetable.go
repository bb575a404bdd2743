package undertaking

import "tracker/reading/clause"

// isTimetable reports present tenses in which timetables are written.
func isTimetable(word string) bool {
	switch word {
	case "goes", "launches", "opens", "reopens", "starts", "begins", "ends", "ships", "arrives", "leaves", "departs", "resumes", "closes", "lands", "returns", "expires", "premieres", "debuts",
		"votes", "meets", "decides", "rules", "sits", "convenes", "reconvenes", "publishes", "releases", "plays", "holds", "hosts", "stages", "introduces", "airs", "unveils", "presents",
		"moves", "runs", "flies", "sails", "visits", "travels", "signs", "pays", "raises", "cuts", "lifts", "bans", "rolls", "kicks", "takes", "comes", "shuts", "sells", "delivers", "replaces", "tours", "hears", "drops", "screens", "lapses", "concludes", "merges", "switches",
		"reopen", "resume", "open", "launch", "start", "begin", "close":
		return true
	}
	return false
}

// ours reports the plain form of a verb of doing at i right after "we" or "I":
// "we publish our results on Friday".
func (r *reader) ours(i int) bool {
	before, w := r.Word(i-1), r.Word(i)
	return (before == "we" || before == "i") && clause.IsVerb(w) && isDoing(w) && !isReporting(w) && !clause.IsAuxiliary(w) && !states(w)
}

// states reports verbs in the plain form by which one says or thinks something,
// and does nothing yet.
func states(verb string) bool {
	switch verb {
	case "call", "support", "propose", "ask", "welcome", "press", "make", "rule", "report", "oppose", "back", "accept", "agree", "put", "set", "stand", "work", "require", "use", "offer", "keep", "stay", "remain", "continue", "reject", "deny":
		return true
	}
	return false
}

// noun reports that the word at i is none of the verbs of its clause: it stands
// after an article, or before the verb.
func (r *reader) noun(i int) bool {
	if clause.IsDeterminer(r.Word(i - 1)) {
		return true
	}
	for j := i + 1; j < len(r.Words) && r.Of[j] == r.Of[i] && !clause.IsMark(r.Word(j)); j++ {
		if w := r.Word(j); clause.IsModal(w) && !r.Words[j].Capital || w == "is" || w == "are" || w == "was" || w == "were" {
			return true
		}
	}
	return false
}

// timed reports whether a date or day follows from i on.
func (r *reader) timed(i int) bool {
	for j := i; j < i+8 && !clause.IsMark(r.Word(j)); j++ {
		if w := r.Word(j); w == "on" || w == "in" || w == "at" || w == "next" || w == "tomorrow" || w == "today" || w == "from" {
			return true
		}
	}
	return false
}
