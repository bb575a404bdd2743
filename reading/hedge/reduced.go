package hedge

import (
	"strings"

	"tracker/reading/clause"
)

// reduced reports whether the plan that m names from token i on only says
// which one the subject is, by a participle without its "be", and a verb of
// its own follows: "the talks due on Monday could collapse", "the bridge, due in
// March, will open in May".
func (s sentence) reduced(m *match, i int) bool {
	if !s.isParticiple(m, i) {
		return false
	}
	if s.word(i-1) == "," && i > 1 {
		j := m.last
		for j < len(s.tokens) && !clause.IsMark(s.word(j)) {
			j++
		}
		return s.word(j) == "," && (isFuture(s.word(j+1)) || isBe(s.word(j+1)))
	}
	return !s.completes(i-1) && s.goesOn(m.last, s.Of[i])
}

// goesOn reports whether a verb of clause n stands at token i or later, with no
// subject of its own.
func (s sentence) goesOn(i, n int) bool {
	for ; i < len(s.tokens) && s.Of[i] == n; i++ {
		switch w := s.word(i); {
		case isFuture(w) || isBe(w):
			return true
		case clause.IsMark(w) || clause.IsPronoun(w) && w != "this" || isWho(w):
			return false
		}
	}
	return false
}

// isParticiple reports whether m may be one without its "be": those that also
// are the past of a verb only before a time, a place or what was to be done.
func (s sentence) isParticiple(m *match, i int) bool {
	switch s.word(i) {
	case "due", "set", "slated", "scheduled", "headed", "heading", "bound", "booked", "pencilled", "penciled", "earmarked", "lined", "poised", "destined", "supposed", "tipped", "meant":
		return true
	case "planned", "expected", "promised", "pledged", "hoped", "intended", "anticipated", "projected", "targeted", "forecast", "envisaged":
		return m.last > i+1 || isPlaceOrTime(s.word(m.last))
	}
	return false
}

// isPlaceOrTime reports words with which a time, a place or an actor begins.
func isPlaceOrTime(word string) bool {
	switch word {
	case "for", "by", "in", "on", "at", "from", "before", "after", "between", "until", "during", "within", "around", "next", "this", "later", "early", "late", "today", "tomorrow", "tonight":
		return true
	}
	return false
}

// completes reports whether the participle after token i belongs to a verb,
// and not to a noun: "is still due", "has planned", ", due in May".
func (s sentence) completes(i int) bool {
	for i > 0 && isAdverb(s.word(i)) {
		i--
	}
	w := s.word(i)
	return isBe(w) || isHave(w) || isFuture(w) || w == "" || w == "to" || clause.IsMark(w) || clause.IsPronoun(w) || isWho(w) || isAdverb(w)
}

func isWho(word string) bool { return word == "that" || word == "which" || word == "who" }

// isMinded reports whether "open to" at token i tells of somebody's mind, "the
// minister is open to a delay", and not of a place or a road: "the museum will
// open to visitors", "the bridge is open to traffic".
func (s sentence) isMinded(m *match, i int) bool {
	j := i - 1
	for j > 0 && isAdverb(s.word(j)) {
		j--
	}
	switch w := s.word(j); {
	case w == "be" && isFuture(s.word(j-1)): // a place, from that day on
		return false
	case !isBe(w) && w != "remain" && w != "remains" && w != "stay" && w != "stays" && !s.alone:
		return false
	}
	for j = m.last; j < m.last+3; j++ {
		switch s.word(j) {
		case "public", "traffic", "visitors", "customers", "passengers", "guests", "members", "residents", "pupils", "students", "applicants", "observers", "bids", "firms", "all", "everyone", "everybody", "anyone", "anybody", "cars", "trains", "ships", "vehicles", "pedestrians", "cyclists", "tourists", "shoppers", "families", "journalists", "reporters":
			return false
		}
	}
	return true
}

// isEvent reports whether the verb of the plan at token i is itself what the
// statement says will happen: "will consider the offer on 4 May" beside "the
// council considers the offer".
func (s sentence) isEvent(i int) bool {
	j := i - 1
	for j > 0 && isAdverb(s.word(j)) {
		j--
	}
	if w := s.word(j); w != "will" && w != "shall" && w != "'ll" {
		return false
	}
	switch s.word(i) {
	case "consider", "contemplate", "agree", "guarantee", "decide", "look", "pledge", "threaten":
		return s.stated(s.word(i))
	}
	return false
}

// stated reports whether the statement has a verb, as it stands or with an "s".
func (s sentence) stated(verb string) bool {
	for _, w := range strings.Fields(strings.ToLower(s.about)) {
		if w = strings.Trim(w, ".,"); w == verb || w == verb+"s" {
			return true
		}
	}
	return false
}
