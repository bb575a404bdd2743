package undertaking

import (
	"slices"
	"strings"

	"tracker/reading/clause"
)

// owner says whose doing a verb tells of.
type owner uint8

const (
	nobody      owner = iota // no subject in the text
	own                      // the speaker's, or of those they speak for
	another                  // of somebody else by name
	institution              // of a court, a parliament, a bank that is not the speaker
	pronoun                  // "it", "they": whoever was spoken of
	thing                    // "the ferry", "the vote": no doer
	unsure
)

// owner tells from the subject of the verb at i.
func (r *reader) owner(i int) owner {
	first := r.subject(i)
	if first == i && r.Word(i-1) == "," {
		if j := r.interrupted(i - 1); j > 0 {
			return r.owner(j)
		}
	}
	if first == i {
		if n := r.Clauses[r.Of[i]].Shares; n >= 0 && first == r.Clauses[r.Of[i]].First {
			return r.ownerIn(n)
		}
		return nobody
	}
	whose := thing
	for j := first; j < i; j++ {
		switch w := r.Word(j); {
		case w == "i" || w == "we" || w == "our" || w == "my" || w == "ours" || w == "us" && j == first:
			return own
		case r.isOwn(j):
			return own
		case r.isOther(j):
			return another
		case w == "it" || w == "they" || w == "he" || w == "she":
			if whose == thing {
				whose = pronoun
			}
		case isInstitution(w):
			whose = institution
		case r.isName(j):
			return another
		}
	}
	if whose == thing && i-first == 1 && clause.IsPronoun(r.Word(first)) {
		whose = pronoun
	}
	if whose == pronoun {
		return r.antecedent(first)
	}
	return whose
}

// interrupted is where words between commas, of which the second is at i, part a
// verb from its subject: "the timetable, due in May, comes into force"; 0 for none.
func (r *reader) interrupted(i int) int {
	for j := i - 1; j > max(0, i-12) && r.Clauses[r.Of[j]].Sentence == r.Clauses[r.Of[i]].Sentence; j-- {
		if w := r.Word(j); w == "," {
			return j
		} else if w == "and" || w == "but" || clause.IsMark(w) {
			return 0
		}
	}
	return 0
}

// antecedent is the owner that the pronoun at i stands for, when the sentence
// says who speaks: "the studio said it will", "the ministry confirmed that they".
func (r *reader) antecedent(i int) owner {
	w := r.Word(i)
	if r.Word(i-1) == "that" {
		i--
	}
	if w != "it" && w != "they" && w != "he" && w != "she" || !isReporting(r.Word(i-1)) || i < 2 {
		return pronoun
	}
	switch whose := r.owner(i - 1); whose {
	case own, another, institution:
		return whose
	}
	return pronoun
}

// ownerIn is the owner of the first verb of clause n.
func (r *reader) ownerIn(n int) owner {
	for i := range r.Words {
		if r.Of[i] == n && (clause.IsModal(r.Word(i)) || clause.IsAuxiliary(r.Word(i)) || clause.IsVerb(r.Word(i))) {
			return r.owner(i)
		}
	}
	return nobody
}

// subject is where the subject of the verb at i begins: after the last mark,
// connective or reporting verb before it.
func (r *reader) subject(i int) int {
	j := i
	for ; j > 0 && r.Of[j-1] == r.Of[i]; j-- {
		w := r.Word(j - 1)
		if clause.IsMark(w) || w == "that" && !clause.IsModal(r.Word(j)) || isReporting(w) || isConnecting(w) {
			break
		}
	}
	for j < i && (r.Word(j) == "and" || r.Word(j) == "but" || r.Word(j) == "so" || r.Word(j) == "then" || r.Word(j) == "now") {
		j++
	}
	if mine(r.Word(j+1)) && isBeside(r.Word(j)) && j+3 < i {
		j += 3 // "in my view the bank"
	}
	return r.skipAdverbs(j, i)
}

// isBeside reports prepositions with which something stands before a subject.
func isBeside(word string) bool {
	switch word {
	case "in", "to", "from", "for", "by", "on", "at", "under", "after", "before", "during":
		return true
	}
	return false
}

// skipAdverbs passes the words before a verb that are no subject: "is", "has",
// "now", "still"; a fragment like "is set to end" has none.
func (r *reader) skipAdverbs(j, i int) int {
	for j < i && (clause.IsAuxiliary(r.Word(j)) || clause.IsModal(r.Word(j)) || r.Word(j) == "now" || r.Word(j) == "not" || r.Word(j) == "also" || r.Word(j) == "still" ||
		r.Word(j) == "currently" || r.Word(j) == "re") {
		j++
	}
	return j
}

// begins reports whether the text begins with the verb at i.
func (r *reader) begins(i int) bool { return i == 0 || i == 1 && r.Word(0) == "and" }

// isOwn reports whether word i names the speaker, or the house they speak for.
func (r *reader) isOwn(i int) bool {
	w := r.Word(i)
	for n, name := range r.names {
		if w == name && n+1 < len(r.names) && r.describes(i) {
			continue
		}
		if w == name || w == name+"s" {
			return !isRank(name) || r.Word(i-1) != "the" || r.by.Kind == "institution"
		}
	}
	if w == "council" && r.Word(i-1) == "governing" {
		return r.by.Kind == "institution"
	}
	if r.Word(i-1) != "the" && r.Word(i-1) != "this" {
		return false
	}
	switch w {
	case "company", "group", "firm", "organisation", "organization", "manufacturer", "operator", "carmaker", "airline", "maker":
		return r.by.Kind == "institution" || r.heads()
	case "government", "administration", "cabinet", "ministry":
		return r.governs()
	case "board", "management", "leadership":
		return r.by.Kind == "institution" || r.heads()
	}
	return false
}

// describes reports that the word at i, which begins the speaker's name, only says
// of which kind the noun after it is: "rail fares will rise", of a rail minister.
func (r *reader) describes(i int) bool {
	next := r.Word(i + 1)
	return strings.HasSuffix(next, "s") && !slices.Contains(r.names, next) && !isInstitution(next) && !isReporting(next) && !clause.IsAuxiliary(next) && next != "'s" && r.noun(i+1)
}

// heads reports a person who speaks for a house that they lead.
func (r *reader) heads() bool {
	for _, name := range r.names {
		switch name {
		case "chief", "ceo", "executive", "chairman", "chairwoman", "chair", "director", "president", "founder", "boss", "spokesman", "spokeswoman", "spokesperson":
			return true
		}
	}
	return false
}

// governs reports a speaker who speaks for a government.
func (r *reader) governs() bool {
	for _, name := range r.names {
		switch name {
		case "minister", "ministry", "president", "chancellor", "premier", "government", "administration", "treasury", "secretary", "spokesman", "spokeswoman", "spokesperson":
			return true
		}
	}
	return false
}

// isName reports whether word i is somebody's name: a capital inside the
// sentence that is no day, month or word like "I".
func (r *reader) isName(i int) bool {
	if !r.Words[i].Capital || i == 0 || clause.IsMark(r.Word(i-1)) {
		return i == 0 && r.Words[i].Capital && isCountryLike(r, i)
	}
	switch r.Word(i) {
	case "i", "governing", "executive", "supervisory", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december", "oct", "nov", "dec", "jan", "feb", "aug", "sept":
		return false
	}
	return true
}

// isCountryLike reports whether a text begins with a name rather than a common
// noun: a verb of planning follows at once.
func isCountryLike(r *reader, i int) bool {
	next := r.Word(i + 1)
	if clause.IsDeterminer(r.Word(i)) || clause.IsPronoun(r.Word(i)) || strings.HasSuffix(r.Word(i), "s") || strings.HasSuffix(r.Word(i), "ing") {
		return false
	}
	switch next {
	case "is":
		return strings.HasSuffix(r.Word(i+2), "ing")
	case "plans", "aims", "intends", "targets", "pledges", "promises", "vows", "commits", "has", "seeks", "guarantees":
		return true
	}
	return false
}

// agent is who does what is planned "by" them.
func (r *reader) agent(i int) (owner, bool) {
	if r.Word(i) != "by" {
		return nobody, false
	}
	for j := i + 1; j < i+4 && !clause.IsMark(r.Word(j)); j++ {
		switch {
		case r.Word(j) == "us" || r.isOwn(j):
			return own, true
		case isInstitution(r.Word(j)), r.isName(j):
			return another, true
		}
	}
	return nobody, false
}

// namesOf are the words of a name that may stand for it.
func namesOf(name string) []string {
	var names []string
	for _, w := range clause.Words(nil, name) {
		if !clause.IsMark(w.Text) && !clause.IsDeterminer(w.Text) && w.Text != "of" && w.Text != "and" && w.Text != "for" && len(w.Text) > 1 {
			names = append(names, w.Text)
		}
	}
	return names
}

// isRank reports words of a person's title that also name others of the kind.
func isRank(name string) bool {
	switch name {
	case "minister", "analyst", "economist", "captain", "coach", "official", "officials":
		return true
	}
	return false
}

func isReporting(word string) bool {
	switch word {
	case "said", "says", "say", "told", "announced", "adds", "added", "think", "thinks", "believe", "believes", "know", "confident", "sure", "hope", "guess", "means", "promise", "guarantee", "fear", "fears", "suspect", "suspects", "expect", "expects", "predict", "predicts", "predicted",
		"reckon", "bet", "doubt", "doubts", "imagine", "assume", "worry", "feel", "warn", "warned", "warns", "insist", "insisted", "insists", "reiterated", "stressed", "confirmed":
		return true
	}
	return false
}

func isConnecting(word string) bool {
	switch word {
	case "because", "while", "when", "so", "but":
		return true
	}
	return false
}

// isInstitution reports bodies that act for themselves.
func isInstitution(word string) bool {
	switch word {
	case "court", "judge", "parliament", "senate", "congress", "house", "commission", "committee", "council", "government", "bank", "fed", "ecb", "ministry", "regulator",
		"president", "minister", "chancellor", "premier", "king", "queen", "pope", "party", "union", "police", "army", "jury", "board", "lawmakers", "ministers", "leaders",
		"opposition", "administration", "cabinet", "team", "club", "ministries":
		return true
	}
	return false
}
