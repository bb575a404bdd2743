package undertaking

import (
	"strings"

	"tracker/reading/clause"
)

// futureAt reads "will", "'ll", "shall", "going to" or a present that tells of
// the future at i, and gives the verb.
func (r *reader) futureAt(i int) (verb string, last int, ok bool) {
	switch w := r.Word(i); {
	case (w == "will" || w == "shall") && (r.Word(i+1) == "we" || r.Word(i+1) == "i"):
		return r.verb(i + 2)
	case w == "will" || w == "shall" || w == "would" && r.conditional(i):
		return r.verb(i + 1)
	case r.Word(i-1) == "way" && r.Word(i-2) == "no" && (w == "we" || w == "i"):
		return r.verb(i + 1)
	case isBe(w) && r.Word(i+1) == "going" && r.Word(i+2) == "to":
		return r.verb(i + 3)
	case isBe(w) && w != "was" && w != "were" && r.Word(i+1) == "not" && r.Word(i+2) == "going" && r.Word(i+3) == "to":
		return r.verb(i + 4)
	case w == "are" || w == "am":
		return r.progressive(i + 1)
	}
	return "", 0, false
}

// conditional reports a "would" at i of the speaker's own that a condition of its
// sentence governs: "were wages to slow, I would vote for a cut".
func (r *reader) conditional(i int) bool {
	if w := r.Word(i - 1); w != "we" && w != "i" || r.Word(i+1) == "have" {
		return false
	}
	for _, c := range r.Clauses {
		if c.Role == clause.Condition && c.Sentence == r.Clauses[r.Of[i]].Sentence {
			return true
		}
	}
	return false
}

// verb passes adverbs and "not" from i on, and gives the verb after them; of
// "be leaving" it is "leaving".
func (r *reader) verb(i int) (string, int, bool) {
	if r.Word(i) == "," { // "we will, by the summer, have built"
		for i++; i < len(r.Words) && r.Word(i) != ","; i++ {
		}
		i++
	}
	for end := i + 4; i < end; i++ {
		w := r.Word(i)
		if w == "be" {
			if _, _, ok := r.progressive(i + 1); ok {
				return r.progressive(i + 1)
			}
			if clause.IsPast(r.Word(i+1)) && r.ownThing(i) && !undergone(r.Word(i+1)) {
				return "make", i + 2, true
			}
			return w, i + 1, true
		}
		if w == "fail" && r.Word(i+1) == "to" && r.Word(i-1) == "not" {
			return r.verb(i + 2)
		}
		if w == "have" && clause.IsPast(r.Word(i+1)) {
			return r.Word(i + 1), i + 2, true
		}
		if done := r.causative(i); (w == "have" || w == "get") && done > 0 {
			return "make", done + 1, true
		}
		if w == "hold" && (r.Word(i+1) == "until" || r.Word(i+1) == "together" || r.Word(i+1) == "out") {
			return "last", i + 2, true
		}
		if w == "stay" && r.Word(i+1) == "up" { // in a league
			return "last", i + 2, true
		}
		if w == "take" && r.Word(i+1) == "place" {
			return "happen", i + 2, true
		}
		if !strings.HasSuffix(w, "ly") && w != "not" && w != "never" && w != "also" && w != "now" && w != "soon" && w != "then" && w != "again" && w != "still" && w != "always" {
			return w, i + 1, w != "" && !clause.IsMark(w)
		}
	}
	return "", 0, false
}

// ownThing reports whether what a verb at i is said of is the speaker's, "our
// network", and not themselves.
func (r *reader) ownThing(i int) bool {
	for j := i - 1; j >= 0 && r.Of[j] == r.Of[i] && !clause.IsMark(r.Word(j)); j-- {
		if mine(r.Word(j)) {
			return true
		}
	}
	return false
}

// undergone reports participles of what nobody does of their own will.
func undergone(word string) bool {
	switch word {
	case "hit", "beaten", "defeated", "affected", "damaged", "destroyed", "forced", "lost", "overtaken", "overwhelmed", "hurt", "killed", "tested", "remembered", "surprised", "disappointed", "rewarded", "crushed", "relegated", "acquitted", "convicted", "freed", "cleared", "charged",
		"sentenced", "vindicated", "elected", "promoted", "selected", "chosen", "approved", "awarded", "accepted", "recognised", "recognized", "asked", "told", "judged", "heard", "seen", "met", "needed", "spared":
		return true
	}
	return false
}

// causative is the participle of "have it built" with the verb at i; 0 for none.
func (r *reader) causative(i int) int {
	if !clause.IsDeterminer(r.Word(i+1)) && !clause.IsPronoun(r.Word(i+1)) && r.Word(i+1) != "them" {
		return 0
	}
	for j := i + 2; j < i+6 && !clause.IsMark(r.Word(j)); j++ {
		if clause.IsPast(r.Word(j)) && r.Word(j) != "said" {
			return j
		}
	}
	return 0
}

// progressive reads "leaving" at i, or after "not".
func (r *reader) progressive(i int) (string, int, bool) {
	if r.Word(i) == "not" || r.Word(i) == "now" {
		i++
	}
	w := r.Word(i)
	base, ok := strings.CutSuffix(w, "ing")
	if !ok || len(base) < 2 {
		return "", 0, false
	}
	for _, verb := range [...]string{base, base + "e", base[:len(base)-1]} {
		if clause.IsVerb(verb) {
			return verb, i + 1, true
		}
	}
	return "", 0, false
}
