package undertaking

import "tracker/reading/clause"

// sealed is the noun by which what was said is made a pledge, "That's a promise",
// "You have my word"; -1 for none.
func (r *reader) sealed() int {
	for i := range r.Words {
		if after := r.after(i); isPledge(r.Word(i)) && r.makesPledge(i) && !r.reports() && (after == 0 || after == 1) {
			return i
		}
	}
	return -1
}

// pledge is the noun of a pledge that another clause of the sentence spells out,
// "My pledge is simple: …"; -1 for none.
func (r *reader) pledge() int {
	for i := range r.Words {
		if r.about >= 0 && isPledge(r.Word(i)) && mine(r.Word(i-1)) && r.after(i) == 0 {
			return i
		}
	}
	return -1
}

func isPledge(word string) bool {
	switch word {
	case "pledge", "promise", "commitment", "vow", "guarantee", "word":
		return true
	}
	return false
}

// makesPledge reports "that is a promise" and "have my word" around the noun at i.
func (r *reader) makesPledge(i int) bool {
	if r.Word(i) == "word" {
		return mine(r.Word(i-1)) && (r.Word(i-2) == "have" || r.Word(i-2) == "you" || r.Word(i-2) == "on")
	}
	if r.Word(i-1) != "a" && !mine(r.Word(i-1)) || !isBe(r.Word(i-2)) || r.Word(i-2) == "was" {
		return false
	}
	return r.Word(i-3) == "that" || r.Word(i-3) == "this" || r.Word(i-3) == "it"
}

// after is how many sentences after the event's word i stands.
func (r *reader) after(i int) int {
	return r.Clauses[r.Of[i]].Sentence - r.Clauses[max(r.about, 0)].Sentence
}

// refusal reads a refusal of the speaker's own at i, and gives the verb of what is
// refused: "we refuse to pay", "the company rules out selling".
func (r *reader) refusal(i int) (verb string, last int, ok bool) {
	switch r.Word(i) {
	case "refuse", "refuses":
		if r.Word(i+1) == "to" {
			return r.Word(i + 2), i + 1, true
		}
	case "rule", "rules":
		if r.Word(i+1) == "out" {
			return "stop", i + 2, !clause.IsModal(r.Word(i-1)) && r.Word(i-1) != "not" && r.Word(i-1) != "to"
		}
	}
	return "", 0, false
}

// disclaimed reports a plan at i that there is not: "no plans to", "not planning".
func (r *reader) disclaimed(i int) bool {
	switch r.Word(i) {
	case "plan", "plans", "planned", "planning", "intend", "intending", "intended", "intention", "intentions", "intent":
	default:
		return false
	}
	if r.Word(i+1) == "no" {
		return true
	}
	for j := i - 1; j >= max(0, i-5); j-- {
		switch r.Word(j) {
		case "no", "not", "never", "abandoned", "abandons", "dropped", "drops", "scrapped", "scraps", "shelved", "ditched", "cancelled":
			return true
		case "its", "their", "his", "her", "the", "a":
		case "something", "anything", "what", "we", "i", "are", "am", "is", "re", "to":
		case "current", "currently", "immediate", "present", "such", "firm", "concrete", "any", "absolutely", "even":
		default:
			return false
		}
	}
	return false
}
