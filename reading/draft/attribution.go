package draft

import (
	"strings"

	"tracker/reading/clause"
)

// attribution is a place of a sentence that says whose words stand beside it:
// words first to last-1 are "the minister said on Wednesday that", and verb is
// the number of "said".
type attribution struct {
	first, verb, last int
	subject           [2]int // its words; empty where a name is only carried
	after             bool   // what is said stands before it
	cites             bool   // "citing officials": who is behind the one before
	rule              string
	name              string // as the cast has it
	past              bool   // the words were said before the article's day
	held              bool   // somebody thinks so, and need not have said it
	had               bool   // had said: a report of a report
	ago               int    // how many days before the article
}

// attributions finds those of a text, outside its quotations.
func attributions(t *clause.Text, quoted func(i int) bool) []attribution {
	var all []attribution
	for i := range t.Words {
		if quoted(i) {
			continue
		}
		if a, ok := attributionAt(t, i, quoted); ok {
			all = append(all, a)
		}
	}
	return all
}

func attributionAt(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	w := t.Word(i)
	switch {
	case w == "according" && t.Word(i+1) == "to":
		return named(t, i, i+2, "according", quoted)
	case (w == "citing" || w == "quoting") && !clause.IsMark(t.Word(i+1)):
		a, ok := named(t, i, i+1, "citing", quoted)
		a.cites = true
		return a, ok
	case isAdding(w) && t.Word(i-1) == ",":
		return added(t, i, quoted)
	case (w == "agree" || w == "disagree" || w == "agrees" || w == "disagrees") && t.Word(i+1) == ":", isSaying(w) && !nominal(t, i), finds(t, i), sayInPlural(t, i), beforeQuote(t, i, quoted):
		return spoken(t, i, quoted)
	case w == "went" && t.Word(i+1) == "on" && clause.IsMark(t.Word(i+2)) && i > 0 && !clause.IsMark(t.Word(i-1)):
		a, ok := spoken(t, i, quoted)
		a.last = i + 2
		return a, ok
	case w == "under" && isDocumentOfPlan(t.Word(i+1)):
		for j := i + 2; j < i+6; j++ {
			if t.Word(j) == "by" && (clause.IsPast(t.Word(j-1)) || t.Word(j-1) == "out" || t.Word(j-1) == "up" || t.Word(j-1) == "forward") {
				return named(t, i, j+1, "according", quoted)
			}
		}
	case isTagVerb(w) && !clause.IsDeterminer(t.Word(i-1)) && t.Word(i-1) != "once":
		if a, ok := spoken(t, i, quoted); ok && a.after {
			return a, true
		}
	}
	return held(t, i, quoted)
}

// added reads ", adding that", by which the subject of the sentence goes on.
func added(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	from, to := sharedSubject(t, i-1, quoted)
	if from >= to {
		return attribution{}, false
	}
	return attribution{first: i, verb: i, last: contentStart(t, i+1, quoted), subject: [2]int{from, to}, rule: "said"}, true
}

// isAdding reports verbs by which somebody who has spoken goes on.
func isAdding(word string) bool {
	switch word {
	case "adding", "saying", "noting", "warning", "stressing", "insisting", "arguing", "predicting", "promising", "vowing", "pledging", "claiming", "explaining", "confirming":
		return true
	}
	return false
}

// held reads a verb of believing at i that introduces what somebody holds: "she
// thinks that", "hauliers reckon".
func held(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	w := t.Word(i)
	if (w == "project" || w == "forecast" || w == "estimate" || w == "fear" || w == "hope" || w == "guarantee") && i > 0 && !isSeveral(t.Word(i-1)) && !clause.IsPronoun(t.Word(i-1)) && !isHouse(t.Word(i-1)) && t.Word(i+1) == "that" && w == "project" {
		return attribution{}, false
	}
	if !isBelieving(w) || clause.IsMark(t.Word(i+1)) || isBound(t.Word(i+1)) || clause.IsDeterminer(t.Word(i-1)) || t.Words[i].Joined {
		return attribution{}, false
	}
	a, ok := spoken(t, i, quoted)
	a.held = true
	return a, ok && !a.after && a.first < i && !isBeForm(t.Word(i-1)) && t.Word(i-1) != "to"
}

// nominal reports a noun that looks like a verb of saying: "the claims",
// "reports of".
func nominal(t *clause.Text, i int) bool {
	before := t.Word(i - 1)
	switch t.Word(i) {
	case "said", "told", "added", "wrote", "insisted":
		return t.Word(i) == "told" && t.Word(i+1) == "to" || t.Word(i) == "told" && (before == "be" || before == "been" || before == "was" || before == "were") || t.Word(i) == "said" && (before == "the" || before == "is" || before == "be")
	case "say", "announce", "warn":
		return before == "to" || clause.IsModal(before)
	}
	if w := t.Word(i); (w == "repeated" || w == "reiterated" || w == "repeats" || w == "reiterates" || w == "confirmed" || w == "announced") && (clause.IsDeterminer(t.Word(i+1)) && isPledgeNoun(t.Word(i+2))) {
		return true
	}
	if w := t.Word(i); strings.HasSuffix(w, "s") && w != "suggests" && w != "insists" && w != "argues" && w != "maintains" && w != "concludes" && w != "writes" && w != "announces" && w != "admits" && w != "explains" && w != "confirms" && t.Word(i) != "says" && t.Word(i) != "tells" && t.Word(i) != "adds" && (clause.IsMark(t.Word(i+1)) || t.Word(i+1) == "of" || t.Word(i+1) == "on" || t.Word(i+1) == "about") {
		return before != "," && !gap(t, i)
	}
	return clause.IsDeterminer(before) && before != "this" || before == "to" || before == "of" || before == "'s" || clause.IsModal(before) || isBeForm(before) || t.Word(i) == "called" || t.Word(i) == "pointed" && t.Word(i+1) != "out"
}

// isDocumentOfPlan reports what somebody unveils.
func isDocumentOfPlan(word string) bool {
	switch word {
	case "plans", "proposals", "rules", "measures", "reforms", "changes", "a":
		return true
	}
	return false
}

func isPledgeNoun(word string) bool {
	switch word {
	case "pledge", "promise", "commitment", "vow", "plan", "plans", "offer", "threat", "warning":
		return true
	}
	return false
}

// named is the attribution whose noun begins at word from: "according to two
// officials".
func named(t *clause.Text, i, from int, rule string, quoted func(int) bool) (attribution, bool) {
	to := nounEnd(t, from, quoted)
	if to == from {
		return attribution{}, false
	}
	a := attribution{first: i, verb: i, last: told(t, to), subject: [2]int{from, to}, after: i > 0 && t.Word(i-1) != ":", rule: rule}
	return a, true
}

// told is where the words end that say from i on when and where somebody was
// heard: "published on Monday", "in May"; i where none do.
func told(t *clause.Text, i int) int {
	for j := i; j < min(i+14, len(t.Words)); j++ {
		switch w := t.Word(j); {
		case clause.IsMark(w):
			if j > i && (t.Word(i) == "published" || t.Word(i) == "released" || t.Word(i) == "issued" || t.Word(i) == "seen" || t.Word(i) == "in" || t.Word(i) == "on" || t.Word(i) == "last") {
				return j
			}
			return i
		case clause.IsModal(w) && !t.Words[j].Capital, clause.IsAuxiliary(w), isSaying(w):
			return i
		}
	}
	return i
}

// finds reports a verb by which a study says what it has found.
func finds(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "found", "finds", "find", "shows", "show", "showed", "concluded", "calculated", "calculates":
		if t.Word(i+1) != "that" {
			return false
		}
		own := ownerOf(t, i)
		for j := own[0]; j < own[1]; j++ {
			if isDocument(t.Word(j)) || isHouse(t.Word(j)) || isRole(t.Word(j)) {
				return true
			}
		}
	case "warning", "notice", "assurances", "assurance":
		return (t.Word(i-1) == "gave" || t.Word(i-1) == "given" || t.Word(i-1) == "gives") && t.Word(i+1) == "that"
	case "known":
		return t.Word(i-1) == "be" && t.Word(i-2) == "it" && t.Word(i-3) == "let"
	}
	return false
}

// sayInPlural reports a verb of saying in the plural of the present after a noun
// of several who speak: "officials insist".
func sayInPlural(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "insist", "stress", "argue", "claim", "confirm", "maintain", "admit", "concede", "caution", "suggest", "complain", "declare", "acknowledge", "note":
		before := t.Word(i - 1)
		return i > 0 && !clause.IsMark(t.Word(i+1)) && (before == "there" && isSeveral(t.Word(i-2)) || clause.IsPronoun(before) && isSeveral(before) || isSeveral(before) && !clause.IsDeterminer(before) && (isRole(before) || isHouse(before) || isPlural(before)))
	}
	return false
}

// beforeQuote reports a verb by which a quotation after a colon is opened: "the
// maker vowed: “…”".
func beforeQuote(t *clause.Text, i int, quoted func(int) bool) bool {
	if t.Word(i+1) != ":" || i == 0 || i+2 >= len(t.Words) || !quoted(i+2) || clause.IsDeterminer(t.Word(i-1)) {
		return false
	}
	return clause.IsPast(t.Word(i)) || presentVerb(t.Word(i))
}

// spoken reads a verb of saying at i with its subject before or after it.
func spoken(t *clause.Text, i int, quoted func(int) bool) (attribution, bool) {
	a := attribution{verb: i, last: contentStart(t, i+1, quoted), rule: "said"}
	at := i
	switch {
	case t.Word(i) == "known" && t.Word(i-3) == "let":
		at = i - 3
	case t.Word(i-1) == "gave", t.Word(i-1) == "given", t.Word(i-1) == "gives":
		at = i - 1
	}
	from, to := subjectBefore(t, at, quoted)
	if from < to {
		if a.first, a.subject = from, [2]int{from, to}; t.Word(i-1) == "and" || t.Word(i-1) == "but" {
			a.first = i // whose subject another verb has
		}
		if next := t.Word(a.last); (next == "," || next == ".") && !gap(t, a.last+1) && a.last > i+1 && (from == 0 || !clause.IsMark(t.Word(from-1)) && !gap(t, from)) {
			return attribution{}, false // "the recall announced in January,"
		}
		a.after = from > 0 && (clause.IsMark(t.Word(from-1)) || gap(t, from) || quoted(from-1)) && t.Word(from-1) != ":" && endsSaying(t, a.last, quoted)
		return a, true
	}
	if from = i + 1; isNounStart(t, from) && (i > 0 || t.Word(i) != "say") {
		if to = nounEnd(t, from, quoted); to > from && (i == 0 || clause.IsMark(t.Word(i-1)) || gap(t, i) || quoted(i-1)) {
			a.first, a.subject, a.last, a.after = i, [2]int{from, to}, to, i > 0
			return a, true
		}
	}
	if t.Word(i) == "saying" || t.Word(i) == "telling" || strings.HasSuffix(t.Word(i), "ing") {
		a.first, a.rule = i, "said" // of whom the sentence has spoken
		return a, false
	}
	return attribution{}, false
}

// endsSaying reports whether nothing that is said follows word i.
func endsSaying(t *clause.Text, i int, quoted func(int) bool) bool {
	w := t.Word(i)
	return i >= len(t.Words) || clause.IsMark(w) || quoted(i) || w == "and" || w == "as" || w == "after" || w == "while" || w == "but" || w == "when" || w == "following" || w == "before" || w == "during" || w == "dated" || w == "in" || w == "on" || w == "at" || w == "from" || w == "to" || w == "with" || w == "late" || w == "early" || w == "last" || w == "via" || w == "through" || w == "adding" || w == "citing" || w == "referring" || w == "about"
}

// isBound reports prepositions after a verb of believing that introduce no
// sentence: "fear for", "hope to".
func isBound(word string) bool {
	switch word {
	case "to", "for", "about", "of", "in", "with", "on", "at":
		return true
	}
	return false
}

// contentStart passes whom was told and when from word i on, and gives the first
// word of what is said: "told reporters on Wednesday that".
func contentStart(t *clause.Text, i int, quoted func(int) bool) int {
	if t.Word(i-1) == "told" || t.Word(i-1) == "tells" || t.Word(i-1) == "informed" || t.Word(i-1) == "assured" {
		if to := nounEnd(t, i, quoted); to > i && to-i <= 6 && !quoted(i) {
			i = min(to, i+recipient(t, i))
		}
	}
	for {
		n := circumstance(t, i)
		if n == 0 || quoted(i) {
			break
		}
		i += n
	}
	if t.Word(i) == "only" {
		i++
	}
	if t.Word(i) == "that" || t.Word(i) == "how" {
		i++
	}
	return i
}

// recipient is how many words name those who were told: "reporters", "the
// agency", "an aviation conference".
func recipient(t *clause.Text, i int) int {
	n := 0
	for clause.IsDeterminer(t.Word(i + n)) {
		n++
	}
	named := i+n < len(t.Words) && t.Words[i+n].Capital
	for n++; i+n < len(t.Words); n++ {
		w := t.Word(i + n)
		if clause.IsMark(w) || clause.IsDeterminer(w) || clause.IsPronoun(w) || clause.IsModal(w) || clause.IsAuxiliary(w) || circumstance(t, i+n) > 0 || named && !t.Words[i+n].Capital && !isOutlet(w) || t.Words[i+n].IsNumber {
			break
		}
		if n > 1 && !named && !isAudience(w) && !isAudience(t.Word(i+n+1)) {
			break
		}
	}
	return n
}

// isAudience reports nouns for those who are told.
func isAudience(word string) bool {
	switch word {
	case "conference", "committee", "meeting", "newspaper", "radio", "programme", "program", "agency", "paper", "broadcaster", "magazine", "briefing", "hearing", "audience", "investors", "lawmakers", "savers", "members", "channel", "television", "station", "crowd", "rally", "parliament", "council", "congress", "supporters", "shareholders", "staff", "workers", "news", "tv":
		return true
	}
	return false
}

// circumstance is how many words at i say when or where something was said.
func circumstance(t *clause.Text, i int) int {
	w, next := t.Word(i), t.Word(i+1)
	switch {
	case isWeekday(w) || w == "yesterday" || w == "today" || w == "later" || w == "earlier" || w == "again" || w == "late" || w == "recently" || w == "afterwards":
		return 1
	case w == "on" && isWeekday(next):
		return 2
	case w == "in" || w == "at" || w == "during" || w == "on" || w == "via" || w == "after":
		return occasion(t, i)
	case w == "last" && (next == "week" || next == "month" || next == "year" || isWeekday(next)):
		return 2
	}
	return 0
}

// occasion is how many words at i name where somebody spoke: "in a statement",
// "at a news conference".
func occasion(t *clause.Text, i int) int {
	for n := 1; n < 7 && !clause.IsMark(t.Word(i+n)); n++ {
		switch t.Word(i + n) {
		case "statement", "interview", "conference", "briefing", "speech", "post", "letter", "report", "remarks", "comments", "television", "radio", "media", "parliament", "note", "message", "press", "meeting", "podcast", "debate", "hearing", "reporters":
			if isWeekday(t.Word(i + n + 1)) {
				n++
			}
			if t.Word(i+n+1) == "on" && isWeekday(t.Word(i+n+2)) {
				n += 2
			}
			for t.Word(i+n+1) == "out" || t.Word(i+n+1) == "published" || t.Word(i+n+1) == "released" || t.Word(i+n+1) == "today" || t.Word(i+n+1) == "yesterday" {
				n++
			}
			return n + 1
		}
	}
	return 0
}

func isWeekday(word string) bool {
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// gap reports whether a quotation mark or a dash stands between word i and the
// one before it.
func gap(t *clause.Text, i int) bool {
	if i <= 0 || i >= len(t.Words) {
		return false
	}
	return strings.ContainsAny(t.Source[t.Words[i-1].End:t.Words[i].Start], "\"“”«»—–|")
}
