package draft

import "tracker/reading/clause"

// isDocument reports nouns for what somebody has written or measured: it speaks
// for whoever did.
func isDocument(word string) bool {
	switch word {
	case "report", "reports", "study", "studies", "survey", "surveys", "poll", "review", "audit", "paper", "analysis", "statement", "document", "documents", "figures", "data", "projections", "estimates", "estimate", "letter", "memo", "assessment", "bulletin", "release", "notice", "filing", "timetable", "outlook", "strategy", "forecasts", "minutes", "newsletter", "announcement", "evaluation", "inquiry", "prospectus", "whitepaper":
		return true
	}
	return false
}

// author is whose the document named by words from to to-1 is, of "a report
// published by the audit office", "the bank's quarterly survey", "figures from
// the port": the words of the author. Without one they are those of the document
// alone.
func author(t *clause.Text, from, to int) (int, int) {
	head := from
	for head < to && !isDocument(t.Word(head)) {
		head++
	}
	if head == to || isNounBefore(t, head+1, to) {
		return from, to
	}
	for i := head - 1; i > from; i-- {
		if t.Word(i) == "'s" && !isWeekday(t.Word(i-1)) && !isTimeNoun(t.Word(i-1)) {
			return from, i
		}
	}
	for i := head + 1; i+1 < len(t.Words) && i < head+8 && !clause.IsMark(t.Word(i)); i++ {
		made := t.Word(i) == "by" && (i == head+1 || isMaking(t.Word(i-1))) || t.Word(i) == "from" && i == head+1
		if made && !isMonth(t.Word(i+1)) && !t.Words[i+1].IsNumber && isNounStart(t, i+1) {
			return i + 1, byline(t, i+1, to)
		}
	}
	for i := head + 1; i < to; i++ {
		if isMaking(t.Word(i)) {
			return from, i
		}
	}
	return from, to
}

// byline is the end of the noun that begins at i, inside of those up to to where
// it begins there.
func byline(t *clause.Text, i, to int) int {
	end := max(i+1, nounEnd(t, i, func(int) bool { return false }))
	if i < to {
		end = min(end, to)
	}
	return end
}

// isMaking reports participles that say whose a document is.
func isMaking(word string) bool {
	switch word {
	case "published", "released", "issued", "written", "prepared", "compiled", "drawn", "commissioned", "conducted", "produced", "sent", "signed", "carried":
		return true
	}
	return false
}

// isNounBefore reports a noun right after a word for a document, which then only
// says which: "the report's author", "a survey company", "data centre".
func isNounBefore(t *clause.Text, i, to int) bool {
	w := t.Word(i)
	return i < to && (w == "'s" || isRole(w) || isHouse(w))
}

// lawful reports a sentence in which a law speaks: what it says holds at all
// times.
func (p *page) lawful(n int) bool {
	t := p.texts[n]
	for _, a := range p.speaks[n] {
		for i := a.subject[0]; i < a.subject[1]; i++ {
			if isLaw(t, i) {
				return true
			}
		}
	}
	for i := 1; i < min(6, len(t.Words)) && t.Word(0) == "under"; i++ {
		if isLaw(t, i) {
			return true
		}
	}
	for i := 1; i < len(t.Words); i++ {
		if isLaw(t, i-1) && isOrdaining(t.Word(i)) || t.Word(i-1) == "under" && isLaw(t, i) && t.Words[min(i+1, len(t.Words)-1)].IsNumber {
			return true
		}
	}
	return false
}

// isOrdaining reports verbs by which a law says something.
func isOrdaining(word string) bool {
	switch word {
	case "reads", "provides", "states", "stipulates", "requires", "specifies", "prescribes", "guarantees", "lays", "obliges", "allows", "permits", "forbids":
		return true
	}
	return false
}

// isLaw reports a noun for a law, or for a part of one with its number.
func isLaw(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "law":
		return t.Word(i-1) != "of" || !isRole(t.Word(i-2)) // "a professor of law"
	case "act", "constitution", "statute", "treaty", "charter", "code", "bylaws", "contract", "lease", "licence", "convention", "statutes", "directive", "regulation":
		return true
	case "rules", "laws":
		return t.Word(i+1) == "of" || t.Word(i+1) == "say" || t.Word(i+1) == "require" || t.Word(i-1) == "under"
	case "article", "section", "clause", "paragraph", "rule":
		return isNumberWord(t, i+1)
	}
	return false
}
