package draft

import (
	"strings"

	"tracker/reading/clause"
)

// calendarAt reads the verb of a sentence in the present that no list of verbs
// knows, where its place shows that it is one: "paper forms disappear on 30 June",
// "the treasury auctions bonds on Thursday". It needs a day, as every timetable.
func calendarAt(t *clause.Text) (cue, bool) {
	for i := 1; i < len(t.Words) && i < 14; i++ {
		w := t.Word(i)
		switch {
		case clause.IsModal(w) && !t.Words[i].Capital, clause.IsAuxiliary(w), clause.IsPast(w) && !clause.IsVerb(w), isIrregular(w), isSaying(w) && !goesOnWithNoun(t, i), isBelieving(w), isCommitting(w), isStanding(w), t.Clauses[t.Of[i]].Role != clause.Main:
			return cue{}, false
		case isPresent(t, i):
			return cue{at: i, end: i + 1, verb: i, tier: timed, rule: "timetable"}, true
		}
	}
	return cue{}, false
}

// isIrregular reports past tenses that have no ending.
func isIrregular(word string) bool {
	switch word {
	case "spoke", "broke", "began", "chose", "drew", "drove", "flew", "grew", "ran", "rang", "rode", "sang", "sank", "sat", "shook", "shot", "slept", "slid", "stood", "swam", "swore", "taught", "threw", "woke", "wore", "wrote", "felt", "fought", "led", "lent", "meant", "hung", "bore", "bent", "fed", "fled", "hid", "lay", "lit", "sought", "stuck", "swept", "tore", "understood", "became", "forgot", "froze", "blew", "bit", "dealt", "ate", "drank", "dug", "heard", "learnt", "thought", "withstood", "arose", "rose", "fell", "overcame", "underwent":
		return true
	}
	return false
}

// isPresent reports a word in the place of a verb in the present: it agrees with
// the noun before it, and what follows can only follow a verb.
func isPresent(t *clause.Text, i int) bool {
	w, before := t.Word(i), t.Word(i-1)
	if len(w) < 3 || t.Words[i].Capital || t.Words[i].IsNumber || t.Words[i].Joined || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || isPreposition(w) || clause.IsDeterminer(w) || clause.IsPronoun(w) || isRole(w) || isTimeNoun(w) || isWeekday(w) || isCount(w) || isStanding(w) {
		return false
	}
	if clause.IsMark(before) || clause.IsDeterminer(before) || isPreposition(before) || isTimeNoun(before) || isWeekday(before) || before == "'s" || before == "and" || t.Words[i-1].IsNumber && !t.Words[i-1].Capital && i == 1 {
		return false
	}
	if !followsVerb(t, i+1) {
		return false
	}
	if strings.HasSuffix(w, "s") {
		return !strings.HasSuffix(w, "ss") && !isSeveral(before) && before != "new" && !isHouse(w)
	}
	return isSeveral(before) && !isSeveral(w)
}

// followsVerb reports words that stand after a verb and after no noun that is the
// subject of one.
func followsVerb(t *clause.Text, i int) bool {
	switch w := t.Word(i); w {
	case "off", "up", "down", "out", "back", "away", "in", "on", "at", "into", "over", "again", "today", "tomorrow", "tonight", "next", "this", "by", "from", "until":
		return true
	default:
		return clause.IsDeterminer(w) || isWeekday(w) || isTimeNoun(w) || i < len(t.Words) && t.Words[i].IsNumber || isSmall(t, i) || t.Words[min(i, len(t.Words)-1)].Capital
	}
}

// goesOnWithNoun reports a verb of saying with a thing as its object: "reports its
// results".
func goesOnWithNoun(t *clause.Text, i int) bool {
	if w := t.Word(i); w != "reports" && w != "announces" && w != "report" && w != "announce" {
		return false
	}
	switch next := t.Word(i + 1); next {
	case "after", "before", "on", "next", "results", "earnings", "figures", "first", "second", "third", "fourth", "full", "half", "quarterly", "later":
		return true
	default:
		return clause.IsDeterminer(next) && next != "that"
	}
}
