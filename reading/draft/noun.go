package draft

import (
	"strings"

	"tracker/reading/clause"
)

// subjectBefore is the words of the subject of the verb at i, which stands
// before it; from == to for none. Of "Roe, the minister, said" it is "Roe".
func subjectBefore(t *clause.Text, i int, quoted func(int) bool) (from, to int) {
	to = i
	for to > 0 && skipsBack(t.Word(to-1)) && !gap(t, to) {
		to--
	}
	if to > 1 && (t.Word(to-1) == "and" || t.Word(to-1) == "but") && !gap(t, to) && !gap(t, to-1) {
		if a, b := sharedSubject(t, to-1, quoted); a < b {
			return a, b
		}
	}
	for to > 1 && isWeekday(t.Word(to-1)) {
		to--
		if t.Word(to-1) == "on" {
			to--
		}
	}
	if to > 0 && t.Word(to-1) == "," && !gap(t, to) {
		if k := appositionStart(t, to-1, quoted); k > 0 {
			to = k
		}
	}
	from = to
	for from > 0 && !nounBoundary(t, from-1, to) && !gap(t, from) && !quoted(from-1) {
		from--
	}
	if to < i && gap(t, to) {
		return to, to
	}
	if described(t, from) {
		for to, from = from-1, from-1; from > 0 && !nounBoundary(t, from-1, to) && !gap(t, from) && !quoted(from-1); from-- {
		}
	}
	return trimNoun(t, from, to), to
}

// described reports a relative clause that begins before word i: its words are
// no subject, what it describes is.
func described(t *clause.Text, i int) bool {
	before := t.Word(i - 1)
	return i > 1 && (before == "that" || before == "who" || before == "which") && !clause.IsMark(t.Word(i-2)) && (clause.IsPast(t.Word(i)) || presentVerb(t.Word(i)) || before == "who" && strings.HasSuffix(t.Word(i), "s") && !isRole(t.Word(i)) && !isHouse(t.Word(i))) && !isSaying(t.Word(i-2)) && !isBelieving(t.Word(i-2)) && !isCommitting(t.Word(i-2)) && !isDocument(t.Word(i-2))
}

// sharedSubject is the subject of the clause before the "and" at i, which its
// verb shares: "the bank left its rate unchanged and said".
func sharedSubject(t *clause.Text, i int, quoted func(int) bool) (from, to int) {
	from = i
	for from > 0 && !isBreak(t, from-1) && !gap(t, from) && !quoted(from-1) {
		from--
	}
	from = trimNoun(t, from, i)
	for to = from; to < i && !(to > from && finiteAt(t, to)); to++ {
	}
	if to == i {
		return 0, 0
	}
	return from, to
}

// isBreak reports marks and words at which another clause begins.
func isBreak(t *clause.Text, i int) bool {
	switch w := t.Word(i); w {
	case "that", "but", "while", "although", "because", "when", "if":
		return true
	case ",":
		return t.Of[i] != t.Of[min(i+1, len(t.Of)-1)] || i < 4
	default:
		return clause.IsMark(w)
	}
}

// finiteAt reports a word that is a verb more likely than not.
func finiteAt(t *clause.Text, i int) bool {
	w := t.Word(i)
	if clause.IsModal(w) && !t.Words[i].Capital || clause.IsAuxiliary(w) || isSaying(w) && !nominal(t, i) || isCommitting(w) && (w != "plan" && w != "plans" || t.Word(i+1) == "to") {
		return true
	}
	if isTimetableVerb(w) && strings.HasSuffix(w, "s") && i > 0 && !clause.IsDeterminer(t.Word(i-1)) && followsVerb(t, i+1) {
		return true
	}
	return clause.IsPast(w) && !clause.IsDeterminer(t.Word(i-1)) && w != "united" || isBelieving(w) && w != "forecast" && w != "project" || i > 0 && clause.IsPronoun(t.Word(i-1)) && isBelieving(w) || w == "expects" || w == "expect" || w == "cut" || w == "put" || w == "puts" || w == "set" || w == "predicts" || w == "sees" || w == "wants" || presentVerb(w) && !isRole(w) && !isHouse(w) && clause.IsDeterminer(t.Word(i+1))
}

// skipsBack reports words between a subject and its verb.
func skipsBack(word string) bool {
	switch word {
	case "has", "have", "had", "do", "does", "did", "not", "also", "later", "earlier", "then", "now", "just", "still", "again", "once", "already", "yesterday", "today", "repeatedly", "recently", "previously", "itself", "himself", "herself", "himself's", "both", "both's", "long", "always", "never", "meanwhile", "is", "are", "be", "been", "was", "were":
		return true
	}
	return strings.HasSuffix(word, "ly") && word != "family" && word != "assembly" && word != "italy"
}

// appositionStart is where the comma stands that opens the apposition closed by
// the one at i: 1 of "Roe , the minister , said"; 0 for none.
func appositionStart(t *clause.Text, i int, quoted func(int) bool) int {
	for k := i - 1; k > 0 && i-k < 24; k-- {
		if quoted(k) || gap(t, k+1) {
			return 0
		}
		switch w := t.Word(k); {
		case w == ",":
			if next := t.Word(k + 1); k+1 < i && i-k <= 3 && !clause.IsPronoun(next) || k+1 < i && (clause.IsDeterminer(next) || next == "who" || next == "which" || next == "whose" || isRole(next) || isField(next) || next == "a" || hasRole(t, k+1, i) || next == "speaking" || next == "asked" || next == "dated" || next == "published" || next == "released" || next == "seen" || next == "based") {
				return k
			}
			if isAside(t, k+1, i) || i-k <= 5 && isPhraseStart(t.Word(k+1)) && !finiteBetween(t, k+1, i) && (k > 1 || t.Word(k+2) == "its" || t.Word(k+2) == "his" || t.Word(k+2) == "her" || t.Word(k+2) == "their") {
				return k
			}
			return 0
		case w != "," && clause.IsMark(w):
			return 0
		}
	}
	return 0
}

// isPhraseStart reports words that begin a phrase between two commas: ", for its
// part,", ", by contrast,".
func isPhraseStart(word string) bool {
	switch word {
	case "for", "by", "of", "according", "despite", "unlike":
		return true
	}
	return false
}

// isAside reports words between two commas that only describe the noun before
// them: they begin as a description does, and have no verb of their own.
func isAside(t *clause.Text, from, to int) bool {
	switch w := t.Word(from); w {
	case "once", "now", "long", "formerly", "already", "also", "herself", "himself", "itself", "themselves", "one", "two", "three", "some", "all", "most", "both", "half", "up", "down", "about", "like", "including", "worth", "with", "without", "under", "due", "still", "currently", "home", "part", "at", "in", "on", "from":
		if w != "in" && w != "on" && w != "at" && w != "from" || !isTimeNoun(t.Word(from+1)) && from > 2 {
			return !finiteBetween(t, from, to) || t.Word(from+1) == "of" // "two of which are"
		}
	default:
		return isParticiple(w) && from > 1 && !finiteBetween(t, from+1, to)
	}
	return false
}

// finiteBetween reports a modal or an auxiliary among words.
func finiteBetween(t *clause.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if w := t.Word(i); clause.IsModal(w) && !t.Words[i].Capital || clause.IsAuxiliary(w) || isSaying(w) {
			return true
		}
	}
	return false
}

func hasRole(t *clause.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if isRole(t.Word(i)) {
			return true
		}
	}
	return false
}

// nounBoundary reports whether word i cannot belong to the noun that ends
// before word to.
func nounBoundary(t *clause.Text, i, to int) bool {
	w := t.Word(i)
	switch w {
	case "that", "but", "while", "although", "though", "because", "as", "when", "which", "who", "if", "unless", "after", "before", "since", "so", "than", "where", "whether", "until", "whom":
		return true
	case "thinks", "believes", "reckons", "doubts", "expects", "predicts", "think", "believe", "reckon", "doubt", "expect":
		return !clause.IsDeterminer(t.Word(i - 1))
	case "fear", "fears", "hope", "hopes":
		return i > 0 && (clause.IsDeterminer(t.Word(i+1)) || t.Words[min(i+1, len(t.Words)-1)].IsNumber) && !clause.IsDeterminer(t.Word(i-1))
	case "confident", "optimistic", "sure", "certain":
		return i > 0 && isBeForm(t.Word(i-1)) && clause.IsDeterminer(t.Word(i+1))
	case "and", "or":
		return i+1 >= to || verbBefore(t, i) || timeAmong(t, i-1, i) && clause.IsDeterminer(t.Word(i+1))
	}
	return clause.IsMark(w) || clause.IsModal(w) && !t.Words[i].Capital || clause.IsAuxiliary(w) || isSaying(w) && i < to-1 && !(w == "briefed" && t.Word(i+1) == "on")
}

// verbBefore reports whether a verb stands before word i in its clause, so that
// "and" joins clauses and not nouns.
func verbBefore(t *clause.Text, i int) bool {
	for j := i - 1; j >= 0 && !clause.IsMark(t.Word(j)); j-- {
		if w := t.Word(j); j > 0 && strings.HasSuffix(w, "s") && isTimetableVerb(w) && !clause.IsDeterminer(t.Word(j-1)) || clause.IsModal(w) || clause.IsAuxiliary(w) || isSaying(w) || strings.HasSuffix(w, "ed") || isCommitting(w) {
			return true
		}
	}
	return false
}

// trimNoun passes words before a noun that do not belong to it.
func trimNoun(t *clause.Text, from, to int) int {
	for from < to {
		w := t.Word(from)
		switch {
		case w == "and" || w == "but" || w == "or" || w == "meanwhile" || w == "however" || w == "also" || w == "still" || w == "yet" || w == "earlier" || w == "later" || w == "yesterday" || w == "today" || isWeekday(w) || w == "now" || w == "then" || w == "nevertheless" || w == "separately":
			from++
		case w == "on" && isWeekday(t.Word(from+1)):
			from += 2
		case w == "in" && (isMonth(t.Word(from+1)) || isYear(t.Word(from+1))):
			from += 2
		case (w == "in" || w == "on" || w == "at" || w == "by" || w == "for" || w == "to" || w == "with" || w == "from" || w == "last" || w == "this") && laterStart(t, from+1, to) > 0:
			from = laterStart(t, from+1, to)
		default:
			return from
		}
	}
	return from
}

// laterStart is where another noun begins after a phrase of time or place that
// has no comma after it: "in March the ministry said"; 0 for none.
func laterStart(t *clause.Text, from, to int) int {
	for i := from + 1; i < to; i++ {
		if w := t.Word(i); (w == "the" || w == "a" || w == "an" || clause.IsPronoun(w)) && t.Word(i-1) != "of" && t.Word(i-1) != "for" && t.Word(i-1) != "at" && t.Word(i-1) != "in" && t.Word(i-1) != "with" && t.Word(i-1) != "from" {
			return i
		}
	}
	return 0
}

// isNounStart reports whether somebody's name or role can begin at word i.
func isNounStart(t *clause.Text, i int) bool {
	if i >= len(t.Words) {
		return false
	}
	w := t.Word(i)
	return t.Words[i].Capital || clause.IsDeterminer(w) && w != "that" || isRole(w) || isHouse(w) || isOutlet(w) || isField(w) || w == "he" || w == "she" || w == "they" || isCount(w)
}

// nounEnd is where the noun ends that begins at word i: "a spokesman for the
// port", and not "on Wednesday".
func nounEnd(t *clause.Text, i int, quoted func(int) bool) int {
	end := i
	for ; end < len(t.Words); end++ {
		w := t.Word(end)
		if clause.IsMark(w) || end > i && (quoted(end) || gap(t, end)) || clause.IsModal(w) && !t.Words[end].Capital || clause.IsAuxiliary(w) || isWeekday(w) || end > i && circumstance(t, end) > 0 {
			break
		}
		if stopsNoun(t, end) {
			break
		}
	}
	for end > i && (t.Word(end-1) == "on" || t.Word(end-1) == "and" || t.Word(end-1) == "in" || t.Word(end-1) == "at") {
		end--
	}
	return end
}

func stopsNoun(t *clause.Text, i int) bool {
	switch w := t.Word(i); w {
	case "that", "which", "as", "when", "while", "but", "because", "after", "before", "during", "late", "early", "yesterday", "today", "earlier", "last", "this", "following", "ahead", "if", "who", "whose", "where", "speaking", "adding", "told", "said", "says", "believes", "expects":
		return w != "this" || clause.IsMark(t.Word(i-1))
	case "in", "on", "at", "to", "by":
		next := t.Word(i + 1)
		if before := t.Word(i - 1); w == "to" && (before == "aide" || before == "adviser" || before == "advisor" || before == "ambassador" || before == "envoy" || before == "close" || before == "secretary" || before == "spokesman") || w == "by" && clause.IsDeterminer(next) || w == "in" && i+1 < len(t.Words) && t.Words[i+1].Capital && !isMonth(next) {
			return false
		}
		return w == "on" || w == "to" || w == "by" || next == "a" || next == "an" || next == "his" || next == "her" || next == "its" || next == "their" || isMonth(next) || t.Words[min(i+1, len(t.Words)-1)].IsNumber || w == "in" && !clause.IsDeterminer(next)
	}
	return false
}
