package draft

import (
	"strings"

	"tracker/reading/clause"
)

// timetableAt reads a present tense in which timetables are written at i, or the
// present of what is under way: launches, takes effect, is leaving. They look
// ahead only with a deadline.
func timetableAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i, tier: timed, rule: "timetable"}
	w, before := t.Word(i), t.Word(i-1)
	switch {
	case i == 0 || t.Words[i].Joined || clause.IsModal(before) || before == "to" || clause.IsDeterminer(before):
		return cue{}, false
	case isTimetableVerb(w):
		if w == "takes" && t.Word(i+1) != "place" && t.Word(i+1) != "effect" && t.Word(i+1) != "office" && t.Word(i+1) != "over" && t.Word(i+1) != "part" || (w == "comes" || w == "goes") && t.Word(i+1) != "into" && t.Word(i+1) != "to" && t.Word(i+1) != "on" && t.Word(i+1) != "out" || w == "kicks" && t.Word(i+1) != "off" {
			return cue{}, false
		}
		return c, true
	case (before == "is" || before == "are" || before == "am" || before == "'s" || before == "be") && strings.HasSuffix(w, "ing") && isMoving(w):
		c.rule = "under-way"
		c.at = i - 1
		return c, true
	}
	return cue{}, false
}

func isTimetableVerb(word string) bool {
	switch word {
	case "launches", "opens", "reopens", "starts", "begins", "ends", "ships", "arrives", "leaves", "departs", "resumes", "closes", "lands", "returns", "expires", "premieres", "debuts", "concludes", "meets", "votes", "hosts", "faces", "plays", "visits", "travels", "takes", "comes", "goes", "kicks", "finishes", "retires", "heads", "publishes", "reports", "airs", "convenes", "reconvenes", "sails", "runs", "decides", "holds",
		"reopen", "resume", "open", "launch", "start", "begin", "close", "end", "meet", "vote", "return":
		return true
	}
	return false
}

// isMoving reports the present of verbs that are used for what is arranged.
func isMoving(word string) bool {
	switch word {
	case "leaving", "opening", "closing", "launching", "starting", "beginning", "ending", "coming", "returning", "arriving", "departing", "meeting", "holding", "moving", "travelling", "traveling", "visiting", "hosting", "releasing", "raising", "cutting", "introducing", "retiring", "joining", "flying", "playing", "ditching", "scrapping", "withdrawing", "stepping", "selling", "publishing", "reopening", "resuming", "shutting", "heading", "lifting", "imposing", "signing", "rolling", "taking", "voting", "debuting", "shipping", "striking", "merging", "hiring", "laying", "switching", "expanding", "extending", "bringing", "unveiling", "suspending", "halting", "phasing":
		return true
	}
	return false
}

// presentVerb reports a verb in the third person of the present.
func presentVerb(word string) bool {
	return strings.HasSuffix(word, "s") && len(word) > 3 && (clause.IsVerb(strings.TrimSuffix(word, "s")) || clause.IsVerb(strings.TrimSuffix(word, "es")) || clause.IsVerb(strings.TrimSuffix(word, "ies")+"y"))
}
