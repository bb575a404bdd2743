package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// turned reports whether the clause that m governs says the opposite of the
// statement's event: it fails to happen, is prevented, or its opposite lasts.
func (s sentence) turned(m *match, found []match) bool {
	n := s.eventClause(m, found)
	prevented := s.prevented(n, m.last, found) != s.mistaken(m) != s.waits(n, m.last)
	if s.about == "" {
		return prevented
	}
	prevented = prevented != (m.denied && s.smooth(m.last))
	undone, _ := s.Undone(s.about, n, m.last)
	turned := prevented != (undone || s.Opposed(s.about, n, m.last)) != s.Averted(s.about, n)
	return turned != (m.denied && s.without(n, m.last))
}

// smooth reports that what is denied from token i on would only hinder the event:
// "we expect no delay", "do not anticipate any obstacles".
func (s sentence) smooth(i int) bool {
	for end := i + 4; i < end && !clause.IsMark(s.word(i)); i++ {
		switch strings.TrimSuffix(s.word(i), "s") {
		case "obstacle", "problem", "delay", "hurdle", "hitch", "objection", "disruption", "setback", "difficultie", "resistance", "impediment":
			return s.Shared(s.about, i, i+1) == 0
		}
	}
	return false
}

// eventClause is the clause that tells of the statement's event: that of m, or
// one that shares its verb and has more of the statement, "and open twelve".
func (s sentence) eventClause(m *match, found []match) int {
	n := s.Of[m.first]
	if s.scores == nil {
		return n
	}
	for other, c := range s.Clauses {
		if c.Shares == s.Of[m.first] && s.scores[other] > s.scores[n] && !s.hedged(other, found) {
			n = other
		}
	}
	return n
}

// deniedInside reports a denial without a hedge of its own in what words that
// deny speak of: "surprised if there is no deal", "unlikely that it does not".
func (s sentence) deniedInside(m *match, found []match) bool {
	if m.form != nil && m.form.relation == refuses {
		return s.not(m) // "can't see it not happening"
	}
	if m.form != nil && (m.form.entry == nil || m.form.class() > denial) {
		return false
	}
	sure := m.form == nil || m.form.class() == chance
	if sure && m.denied {
		return false
	}
	for _, other := range found {
		if other.first > m.first && s.Of[other.first] == s.Of[m.first] {
			return false
		}
	}
	for i := m.last; i < len(s.tokens) && s.Of[i] == s.Of[m.first]; i++ {
		switch before := s.word(i - 1); {
		case s.word(i) == "not" && (clause.IsAuxiliary(before) || before == "'s"):
			return true
		case !sure && s.word(i) == "not" && (s.word(i+1) == "to" || strings.HasSuffix(s.word(i+1), "ing")):
			return true // "hard to see it not happening"
		case !sure && s.word(i) == "no" && (isBe(before) || isHave(before)) && !s.fixedNo(i):
			return true
		}
	}
	return false
}

// not reports a second denial after a refusal: "cannot see them not coming".
func (s sentence) not(m *match) bool {
	for i := m.last; i < len(s.tokens) && s.Of[i] == s.Of[m.first]; i++ {
		if s.word(i) == "not" && strings.HasSuffix(s.word(i+1), "ing") {
			return true
		}
	}
	return false
}

// mistaken reports whether what is said is called false in the same breath:
// "reports that the bank will fail are false".
func (s sentence) mistaken(m *match) bool {
	that := s.reported(m.last - 1)
	if that == 0 {
		return false
	}
	if s.dismissed(that) {
		return true
	}
	return s.calledFalse(m.last)
}

// calledFalse reports that the sentence calls something untrue from token i on.
func (s sentence) calledFalse(i int) bool {
	for ; i < len(s.tokens) && s.word(i) != "." && s.word(i) != ";"; i++ {
		switch s.word(i) {
		case "true", "correct", "accurate":
			return s.word(i-1) == "not" && (isBe(s.word(i-2)) || isBe(s.word(i-3)))
		case "wide":
			return isBe(s.word(i-1)) && s.word(i+1) == "of" // the mark
		case "mistaken", "false", "wrong", "untrue", "nonsense", "baseless", "unfounded", "incorrect", "deluded", "delusional", "dreaming", "misguided", "illusion", "delusion", "fantasy", "fanciful", "fiction", "rubbish", "kidding":
			return isBe(s.word(i-1)) || isBe(s.word(i-2))
		}
	}
	return false
}

// dismissed reports that the report before the "that" at token i is denied:
// "no truth in reports that", "dismissed claims that".
func (s sentence) dismissed(i int) bool {
	if w := s.word(i - 1); w == "false" || w == "untrue" || w == "nonsense" {
		return s.word(i-2) != "not"
	}
	if s.word(i-1) == "to" && isFolly(s.word(i-2)) {
		return true
	}
	for j := i - 2; j >= max(0, i-5); j-- {
		switch s.word(j) {
		case "truth":
			return s.word(j-1) == "no"
		case "not":
			return s.word(i-1) == "true" || s.word(i-1) == "case"
		case "dismissed", "dismisses", "dismiss", "denied", "denies", "deny", "rejected", "rejects", "reject", "rubbished", "rubbishes":
			return true
		}
	}
	return false
}

// reported is the "that" of a report in which token i stands, "reports that …",
// "the idea that …"; 0 for none.
func (s sentence) reported(i int) int {
	for j := i; j > 0 && s.word(j) != "."; j-- {
		if s.supposing(j) {
			return j
		}
		if s.word(j) == "that" {
			switch s.word(j - 1) {
			case "true", "case", "false", "untrue", "nonsense", "reports", "report", "statements", "statement", "claims", "claim", "idea", "notion", "rumours", "rumour", "rumor", "suggestion", "suggestions", "talk", "belief", "speculation", "rumors", "allegations", "stories", "hope", "hopes", "view", "assumption", "theory", "prediction":
				return j
			}
		}
	}
	return 0
}

// supposing reports the verb at token i of those who hold something: "anyone who
// thinks", "those expecting".
func (s sentence) supposing(i int) bool {
	switch s.word(i) {
	case "think", "thinks", "believe", "believes", "expect", "expects", "claim", "claims", "say", "says", "suggest", "suggests", "predict", "predicts", "thinking", "expecting", "claiming", "saying", "predicting", "suggesting", "believing":
	default:
		return false
	}
	if s.word(i-1) == "who" {
		i--
	}
	if s.word(i-1) == "to" && isFolly(s.word(i-2)) {
		return true
	}
	switch s.word(i - 1) {
	case "anyone", "anybody", "those", "people", "everyone", "everybody", "whoever":
		return true
	}
	return false
}

// isFolly reports words by which it is called false to say something: "nonsense to
// suggest".
func isFolly(word string) bool {
	switch word {
	case "nonsense", "absurd", "ridiculous", "wrong", "false", "silly", "foolish", "laughable", "ludicrous", "mistaken", "delusional", "naive":
		return true
	}
	return false
}

// isReport reports what is told: "talk of", "rumours that".
func isReport(word string) bool {
	switch word {
	case "talk", "reports", "report", "rumours", "rumors", "rumour", "rumor", "speculation", "suggestions", "suggestion", "claims", "claim":
		return true
	}
	return false
}

// without reports "will not leave without a deal" beside "a deal is signed".
func (s sentence) without(n, from int) bool {
	for i := from; i < len(s.tokens); i++ {
		if s.Of[i] == n && s.word(i) == "without" {
			return s.Shared(s.about, i, len(s.tokens)) > s.Shared(s.about, 0, i)
		}
	}
	return false
}

// deniedBarely reports whether clause n denies without a hedge: "our soldiers
// are not leaving", "nobody leaves", "we rule out a lockdown".
func (s sentence) deniedBarely(n int) (denied, turned bool) {
	if s.alone {
		return false, false
	}
	first := -1
	for i := range s.tokens {
		if s.Of[i] != n {
			continue
		}
		if first < 0 {
			first = i
		}
		switch w := s.word(i); {
		case w == "not" && (s.presentBefore(i) || denied && strings.HasSuffix(s.word(i+1), "ing")) && s.word(i+1) != "only" && s.word(i+1) != "just":
			denied = !denied
		case (w == "see" || w == "sees") && !denied && s.fewExpect(i, first):
			denied = true
		case clause.IsModal(w) && s.word(i-1) != "to" && !denied && s.noSubject(i, first):
			denied = true
		}
	}
	if first < 0 {
		return false, false
	}
	denied = denied || s.deniesFirst(first)
	if isReport(s.word(first)) && s.word(first+1) == "of" && s.calledFalse(first+2) {
		denied = !denied
	}
	turned = s.prevented(n, first, nil) != s.waits(n, first)
	if s.about != "" {
		undone, _ := s.Undone(s.about, n, first)
		turned = turned != (undone || s.Opposed(s.about, n, first))
		turned = turned != (denied && s.without(n, first))
	}
	return denied != turned, turned
}

// deniesFirst reports a clause that begins at token first with its denial: "nobody leaves",
// "no invasion this year".
func (s sentence) deniesFirst(first int) bool {
	switch s.word(first) {
	case "nobody", "nothing", "neither":
		return true
	case "not":
		return s.notOne(first + 1)
	case "no":
		return !s.fixedNo(first) && (s.word(first+1) == "one" || !s.Finite(first))
	}
	return false
}

// presentBefore reports a present form of be or do right before token i.
func (s sentence) presentBefore(i int) bool {
	switch s.word(i - 1) {
	case "is", "are", "am", "'s", "do", "does", "can":
		return true
	}
	return false
}
