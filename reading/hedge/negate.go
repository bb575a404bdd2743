package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// negate marks what is denied about m. Only tokens after the match before it,
// in the same clause, count.
func (s sentence) negate(m match, found []match) match {
	if m.form == nil {
		return m
	}
	floor := scope(found, m.first)
	class := m.form.class()
	if m.believes() && !m.form.sureness() {
		class = intent // "I don't think" denies as "I don't expect" does
	}
	switch class {
	case modal:
		m.denied = m.form.relation == refuses || s.notFollows(m.last) || s.word(m.first-1) == "not" || s.noSubject(m.first, floor) || s.noObject(m.last)
	case intent:
		m.denied = m.form.relation == disclaims || s.fewExpect(m.first, floor) || m.inner || s.word(m.last) == "not" || s.notBefore(m.first, floor, 4) >= 0 || s.noSubject(m.first, floor) || s.noObject(m.last)
		m.inner = false
	default:
		m = s.negateChance(m, floor)
	}
	return m
}

// scope is the first token that a denial of the next hedge may stand on: after
// the last one found, unless that only describes a noun ("no planned strike") or
// is the modal before it ("nobody should expect").
func scope(found []match, first int) int {
	for i := len(found) - 1; i >= 0; i-- {
		carries := found[i].form != nil && found[i].form.text == "should" && found[i].last == first
		if !found[i].attribute && !carries {
			return found[i].last
		}
	}
	return 0
}

// negateChance joins "not" and a word of chance to one hedge: "not very
// likely", "probably not". A denial farther off is one of the sentence.
func (s sentence) negateChance(m match, floor int) match {
	if not := s.notBefore(m.first, floor, 4); not >= 0 {
		m.outer, m.first = true, not
		return m
	}
	if s.word(m.last) == "not" && s.word(m.last+1) != "only" && m.form.entry != nil {
		m.inner = true
		m.last++
	}
	m.denied = s.noSubject(m.first, floor) || (s.word(m.last) == "to" || clause.IsVerb(s.word(m.last))) && s.noObject(m.last)
	return m
}

// notFollows reports whether a denial follows a modal that ends at token i,
// with at most two adverbs between: "will also not".
func (s sentence) notFollows(i int) bool {
	for end := i + 3; i < end; i++ {
		switch s.word(i) {
		case "not", "never":
			return s.word(i+1) != "only" && s.word(i+1) != "just" && s.word(i+1) != "merely"
		case "still", "also", "again", "certainly", "definitely", "almost", "probably", "likely", "now", "simply", "yet", "ever", "therefore", "most":
		case "neither", "hardly", "scarcely":
			return s.word(i+1) != "ever" || s.word(i) == "neither"
		default:
			return false
		}
	}
	return false
}

// notBefore finds a "not" at most n words before token i, where only words
// that let it through stand between; -1 without one.
func (s sentence) notBefore(i, floor, n int) int {
	for j := i - 1; j >= max(floor, i-n); j-- {
		switch w := s.word(j); {
		case w == "not" || w == "hardly" || w == "scarcely" || w == "neither" || w == "nor":
			if s.word(j-1) == "or" || s.word(j-1) == "if" {
				return -1
			}
			return j
		case !carriesNot(w):
			return -1
		}
	}
	return -1
}

// carriesNot reports words that may stand between "not" and what it denies.
func carriesNot(word string) bool {
	switch word {
	case "a", "an", "the", "at", "all", "very", "so", "too", "that", "particularly", "especially", "really",
		"quite", "yet", "currently", "now", "exactly", "necessarily", "highly", "even", "be", "been", "being", "is", "are", "it", "'s",
		"look", "looking", "seem", "appear", "considered", "seen", "thought", "regarded", "deemed", "as",
		"think", "believe", "see", "there", "any", "much", "of", "remotely", "entirely", "widely", "immediately", "anticipate", "overly", "terribly", "anyone", "anybody", "have", "to", "also", "something", "anything", "what", "we", "they":
		return true
	}
	return false
}

// noSubject reports whether the subject before token i denies: "no one",
// "neither side", "no deal", "not all". It looks back to a comma or clause end.
func (s sentence) noSubject(i, floor int) bool {
	for j := i - 1; j >= floor; j-- {
		switch s.word(j) {
		case "nobody", "none", "neither", "nor", "nothing", "never":
			return !isPreposition(s.word(j-1)) && !s.inRelative(j, floor)
		case "no":
			return !s.idleNo(j) && !s.inRelative(j, floor)
		case "not":
			return clause.IsMark(s.word(j-1)) && (isUniversal(s.word(j+1)) || s.notOne(j+1) || s.atNoTime(j))
		case "minority":
			return true
		case "handful":
			return s.word(j-2) == "only" || s.word(j-2) == "just" || s.word(j-1) == "mere"
		case "hardly", "barely":
			return s.word(j+1) == "any" || s.word(j+1) == "anyone" || s.word(j+1) == "anybody"
		case "fewer", "less":
			return s.word(j+1) == "than" && s.word(j+3) == "in"
		case "few":
			return clause.IsMark(s.word(j - 1)) // not "the next few weeks"
		case "denied", "denies", "denying", "deny":
			return true
		case "that":
			if isDenying(s.word(j - 1)) {
				return true
			}
		case ",", ";", ":", ".", "?", "!", "(", ")", "—", "but", "if", "unless", "although", "while", "because", "after", "since":
			return false
		}
	}
	return false
}

// fewExpect reports a share of less than half as the subject before token i: "one
// in five economists expects", "30 per cent of traders see".
func (s sentence) fewExpect(i, floor int) bool {
	for j := i - 1; j >= max(floor, i-8) && !clause.IsMark(s.word(j)); j-- {
		if !clause.IsMark(s.word(j-1)) && s.word(j-1) != "only" && s.word(j-1) != "just" && s.word(j-1) != "barely" && s.word(j-1) != "some" {
			continue
		}
		n, last, ok := s.numberAt(j)
		if _, percent := s.percentSign(last - 1); ok && last < i && n.p < 0.5 && n.p > 0 && (percent && s.word(last) == "of" || strings.HasSuffix(s.word(last), "s")) {
			return true
		}
	}
	return false
}

// isDenying reports verbs that deny what follows their "that".
func isDenying(word string) bool { return word == "denied" || word == "denies" || word == "denying" }

// atNoTime reports whether the "not" at token j is one that turns subject and
// verb round where it comes first: "under no circumstances will we", "no longer do".
func (s sentence) atNoTime(j int) bool { return s.tokens[j].End-s.tokens[j].Start > len("no more") }

func isUniversal(word string) bool {
	switch word {
	case "all", "every", "everyone", "everybody", "everything", "both":
		return true
	}
	return false
}

// notOne reports "a single" and "one" at token i, after "not".
func (s sentence) notOne(i int) bool {
	return s.word(i) == "one" || s.word(i) == "a" && (s.word(i+1) == "single" || s.word(i+1) == "soul" || s.word(i+1) == "penny" || s.word(i+1) == "cent")
}

// inRelative reports whether token i stands in a clause that only describes
// the subject: "a party that won no seats will appeal".
func (s sentence) inRelative(i, floor int) bool {
	for j := i - 1; j >= floor && !clause.IsMark(s.word(j)); j-- {
		switch s.word(j) {
		case "who", "whom", "whose", "which":
			return true
		case "that":
			return j < i-1 && isDeterminer(s.word(j-2))
		}
	}
	return false
}

// noObject reports whether a denial follows within three words of token i:
// "will be no deal", "expects no change".
func (s sentence) noObject(i int) bool {
	for end := i + 3; i < end && !clause.IsMark(s.word(i)) && !opensClause(s.word(i)); i++ {
		if s.word(i) == "no" {
			return !s.fixedNo(i) && !isPreposition(s.word(i-1))
		}
	}
	return false
}

// opensClause reports words after which another clause has its own denial:
// "will strike if no offer comes".
func opensClause(word string) bool {
	switch word {
	case "if", "unless", "once", "when", "where", "while", "because", "since", "although", "though", "provided", "until", "before", "after", "so":
		return true
	}
	return false
}

// idleNo reports whether the "no" at token j leaves the verb after it alone:
// "with no deal", "no later than", "no-confidence".
func (s sentence) idleNo(j int) bool {
	switch s.word(j + 1) {
	case "one", "plan", "plans", "intention", "intentions":
		return false
	}
	switch s.word(j - 1) {
	case "has", "have", "had", "there", "is", "says", "said", "say":
		return true
	}
	return s.fixedNo(j) || isPreposition(s.word(j-1))
}

// fixedNo reports whether the "no" at token j is part of another expression.
func (s sentence) fixedNo(j int) bool {
	next := s.word(j + 1)
	if next == "more" && s.word(j+2) != "than" && !clause.IsMark(s.word(j+2)) {
		return false // "no more presents"
	}
	switch next {
	case "later", "earlier", "sooner", "more", "less", "fewer", "matter", "doubt", "better", "worse", "easier", "different",
		"choice", "option", "surprise", "secret", "exception", "to":
		return true
	}
	return clause.IsMark(next) || s.tokens[j+1].Joined
}
