package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// isHedge reports whether the form that m holds, beginning at token i, is used
// as a hedge there, and marks those that only stand before a noun.
func (s sentence) isHedge(m *match, i int) bool {
	if s.tokens[i].Joined || m.last < len(s.tokens) && s.tokens[m.last].Joined {
		return m.form.entry != nil && m.form.class() != modal // "would-be"
	}
	before, after := s.word(i-1), s.word(m.last)
	if s.isEvent(i) {
		return false
	}
	if before == "than" && s.word(i-2) == "rather" || m.form.class() == intent && s.compared(i) {
		return false
	}
	m.relative = s.reduced(m, i) || m.form.class() == intent && isFuture(after)
	switch m.form.text {
	case "may", "will", "might", "could", "would", "should", "shall":
		return s.isModal(i)
	case "would've":
		return !clause.IsPast(after) // of what did not come about
	case "certain", "sure":
		return isBe(before) || isEnd(after) || isAdverb(before)
	case "due to", "set for", "set to", "due on", "due in", "is to", "are to":
		return s.isArranged(m, i)
	case "rare", "frequent":
		return isBe(before) // not "a rare double dissolution"
	case "remote":
		return (isBe(before) || isAppearance(before) || before == "increasingly") && (isEnd(after) || after == "at")
	case "considering", "weighing", "exploring", "targeting", "planning", "preparing to":
		return isBe(before) || isAdverb(before)
	case "risk", "risks", "risking":
		return strings.HasSuffix(after, "ing")
	case "going to":
		return !s.capitalAt(m.last) && !isDeterminer(after)
	case "open to":
		return s.isMinded(m, i)
	case "on track":
		return m.last >= len(s.tokens) || !s.tokens[m.last].IsNumber
	case "appear to", "appears to":
		return !isFuture(before)
	case "odds are", "chances are":
		return !isComparison(after)
	case "never":
		return !isHave(before) && !isWeakModal(before) && !clause.IsPast(after)
	}
	m.attribute = s.isAttribute(m, i)
	m.superseded = m.form.class() == intent && s.superseded(i)
	if m.form.class() == frequency {
		return !isHave(before) && !clause.IsPast(after)
	}
	return !m.attribute || !s.isOver(m.last)
}

// isAppearance reports verbs by which something only seems so.
func isAppearance(word string) bool {
	switch word {
	case "look", "looks", "looking", "seem", "seems", "appear", "appears", "becoming", "remain", "remains":
		return true
	}
	return false
}

// superseded reports a plan or an expectation at token i that is no longer one:
// "had been expected to resume", "abandoned its goal of".
func (s sentence) superseded(i int) bool {
	if s.word(i-1) == "been" && s.word(i-2) == "had" || isAdverb(s.word(i-1)) && s.word(i-2) == "been" && s.word(i-3) == "had" {
		return true
	}
	if !clause.IsDeterminer(s.word(i - 1)) {
		return false
	}
	switch s.word(i - 2) {
	case "abandoned", "abandons", "dropped", "scrapped", "ditched", "missed", "shelved", "cancelled", "abandoning", "dropping", "scrapping":
		return true
	}
	return false
}

// compared reports an expectation at token i that only serves to compare: "a year
// earlier than it had projected".
func (s sentence) compared(i int) bool {
	for j := i - 1; j >= max(0, i-5); j-- {
		switch w := s.word(j); {
		case w == "than":
			return true
		case !isHave(w) && !isBe(w) && !clause.IsPronoun(w) && !clause.IsDeterminer(w) && w != "previously" && w != "originally" && w != "initially" && j != i-2 && j != i-3:
			return false
		}
	}
	return false
}

// isAfterthought reports whether m only adds to what was said before it in its
// clause: "before the end of the year, and maybe sooner".
func (s sentence) isAfterthought(m *match, found []match) bool {
	if m.form == nil || m.form.class() > denial || len(found) == 0 || s.Of[found[len(found)-1].first] != s.Of[m.first] {
		return false
	}
	if before := s.word(m.first - 1); before != "and" && before != "or" && before != "," {
		return false
	}
	for i := m.last; !clause.IsMark(s.word(i)); i++ {
		if w := s.word(i); clause.IsVerb(w) || clause.IsModal(w) || clause.IsAuxiliary(w) || clause.IsPast(w) {
			return false
		}
	}
	return true
}

// isAttribute reports whether the one word of m only describes the noun after
// it: "the planned summit", "a possible strike".
func (s sentence) isAttribute(m *match, i int) bool {
	owned := s.word(i-1) == "'s" && !clause.IsPronoun(s.word(i-2)) && clause.Stem(s.word(m.last)) == s.word(m.last) && !isPlaceOrTime(s.word(m.last)) && s.word(m.last) != "to"
	if m.last != i+1 || i > 0 && !isDeterminer(s.word(i-1)) && !owned {
		return false
	}
	return m.form.class() == intent || isQuality(m.form.text) && !isEnd(s.word(m.last))
}

// isOver reports whether the clause from token i on tells what has been: "the
// planned summit was called off".
func (s sentence) isOver(i int) bool {
	for ; !clause.IsMark(s.word(i)); i++ {
		if w := s.word(i); w == "was" || w == "were" || w == "did" || isHave(w) {
			return true
		}
	}
	return false
}

// isModal tells the verbs may, will and might from the month, the name and
// the nouns. A capital is believed only before a verb: "Talks May Resume".
func (s sentence) isModal(i int) bool {
	before, after := s.word(i-1), s.word(i+1)
	switch word := s.word(i); {
	case s.tokens[i].Contracted:
		return word != "would" || clause.IsVerb(after) || isAdverb(after) && clause.IsVerb(s.word(i+2)) // not "he'd met"
	case word == "will" || word == "might":
		if after == "of" || isDeterminer(before) || before == "'s" && !clause.IsVerb(after) {
			return false
		}
	case word == "may":
		if s.tokens[i].Capital && (isCalendar(before) || i+1 < len(s.tokens) && s.tokens[i+1].IsNumber) {
			return false
		}
	case word == "should" && i == 0:
		return false // "Should talks fail"
	}
	if isWeakModal(s.word(i)) && after == "have" && clause.IsPast(s.word(i+2)) {
		return false // "may have peaked"
	}
	if s.tokens[i].Capital {
		return clause.IsVerb(after) || i > 0 && isAdverb(after)
	}
	return true
}

// isArranged tells "is due to meet" from "cancelled due to fog", and "is set
// to" from "was set to 5".
func (s sentence) isArranged(m *match, i int) bool {
	after := s.word(m.last)
	if m.last < len(s.tokens) && s.tokens[m.last].IsNumber && m.form.text != "due in" && m.form.text != "due on" {
		return false
	}
	switch m.form.text {
	case "is to", "are to":
		return clause.IsVerb(after) && !isPurpose(s.word(i-1))
	case "due to":
		return !isDeterminer(after) && (clause.IsVerb(after) || isBe(s.word(i-1)) || isAdverb(s.word(i-1)))
	}
	return true
}

func (s sentence) capitalAt(i int) bool { return i < len(s.tokens) && s.tokens[i].Capital }
