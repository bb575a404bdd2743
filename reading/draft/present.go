package draft

import (
	"strings"

	"tracker/reading/clause"
)

// presentAt reads the verb of a clause in the present at i that no list of verbs
// knows and no other verb stands beside, with a day: "leaders of the alliance
// gather in Tallinn next Thursday", "bidders have their say on 12 September".
func presentAt(t *clause.Text, i int) (cue, bool) {
	if i == 0 || i >= len(t.Words) || !mayBeVerb(t, i) || !timeSoon(t, i) || isHabit(t) {
		return cue{}, false
	}
	first := i - 1
	for ; first >= 0 && !clause.IsMark(t.Word(first)) && t.Word(first) != "and" && t.Word(first) != "but" && t.Word(first) != "that"; first-- {
		if !beforeVerb(t, first) {
			return cue{}, false
		}
	}
	own := [2]int{first + 1, i}
	if own[0] == own[1] || !agrees(t, own, i) {
		return cue{}, false
	}
	for j := i + 1; j < len(t.Words) && !clause.IsMark(t.Word(j)) && t.Word(j) != "and" && t.Word(j) != "that"; j++ {
		if w := t.Word(j); clause.IsModal(w) && !t.Words[j].Capital || clause.IsAuxiliary(w) && w != "be" && w != "been" || isSaying(w) || clause.IsPast(w) && !isPreposition(t.Word(j+1)) && t.Word(j+1) != "to" {
			return cue{}, false
		}
	}
	return cue{at: i, end: i + 1, verb: i, tier: timed, rule: "timetable"}, true
}

// mayBeVerb reports a word whose form and place may be those of a verb in the
// present.
func mayBeVerb(t *clause.Text, i int) bool {
	w, next := t.Word(i), t.Word(i+1)
	if w == "have" || w == "has" {
		return next == "their" || next == "its" || next == "his" || next == "her"
	}
	return hasFormOfVerb(t, i) && goesWithVerb(t, i+1) && !(clause.IsPast(w) && !clause.IsVerb(w)) && !wasOnce(w)
}

// hasFormOfVerb reports a word that is no name, number, form or other word that no
// verb in the present is.
func hasFormOfVerb(t *clause.Text, i int) bool {
	w := t.Word(i)
	return !(len(w) < 3 || t.Words[i].Capital || t.Words[i].IsNumber || t.Words[i].Joined || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly") || isPreposition(w) || clause.IsDeterminer(w) || clause.IsPronoun(w) || clause.IsMark(w) || clause.IsModal(w) || clause.IsAuxiliary(w) || isTimeNoun(w) || isUnit(w) || isCount(w) || isSaying(w) || isBelieving(w) || isCommitting(w) || isStanding(w))
}

// goesWithVerb reports a word at i that may follow a verb in the present.
func goesWithVerb(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "to", "past", "through", "for", "with", "against":
		return true
	}
	return followsVerb(t, i) || timeAt(t, i)
}

// wasOnce reports past tenses that no ending shows.
func wasOnce(word string) bool {
	switch word {
	case "grew", "began", "drew", "ran", "wrote", "spoke", "stood", "led", "sank", "swam", "threw", "broke", "chose", "drove", "flew", "forgot", "froze", "hid", "rang", "shook", "sang", "stole", "wore", "withdrew", "became", "felt", "meant", "dealt", "dug", "fought", "hung", "lay", "lent", "shot", "slept", "slid", "swept", "swore", "taught", "wept", "ate", "bore", "blew", "bled", "bred", "clung", "crept", "fed", "fled", "rode", "sat", "sought", "shrank", "sprang", "stuck", "stung", "swung", "thought", "tore", "woke", "wound", "read", "spent", "heard", "saw", "bound", "lit", "slung", "spun", "trod", "arose", "awoke", "forbade", "overcame", "underwent", "undertook", "understood":
		return true
	}
	return false
}

// beforeVerb reports a word that may stand before the verb of its clause: of its
// subject, or of a time.
func beforeVerb(t *clause.Text, i int) bool {
	w := t.Word(i)
	return !(clause.IsModal(w) && !t.Words[i].Capital) && !clause.IsAuxiliary(w) && !isSaying(w) && !isBelieving(w) && !isCommitting(w) && w != "to" && w != "who" && w != "which" && w != "if" && w != "when" && w != "whether" && w != "as" && w != "until" && w != "before" && w != "after" && w != "than" && w != "because" && w != "not" && w != "while" && w != "how" && w != "what" && w != "why" && w != "where" && w != "with" && !wasOnce(w) && !(clause.IsPast(w) && i > 0 && !clause.IsDeterminer(t.Word(i-1)))
}

// agrees reports whether the verb at i has the form that its subject asks for.
func agrees(t *clause.Text, own [2]int, i int) bool {
	own[0] = trimNoun(t, own[0], own[1])
	if own[0] >= own[1] || !startsNoun(t, own[0]) && !(isSeveral(t.Word(own[0])) || own[0] == 0 && len(t.Word(0)) > 3) || isPreposition(t.Word(own[0])) || isPreposition(t.Word(i-1)) || clause.IsDeterminer(t.Word(i-1)) || t.Word(i-1) == "'s" {
		return false
	}
	w, head := t.Word(i), headOf(t, own[0], own[1])
	several := isSeveral(head) || plural(t, own)
	if strings.HasSuffix(w, "s") && w != "has" {
		return !several && !strings.HasSuffix(w, "ss") && !isRole(w) && !isHouse(w)
	}
	return several && w != "has" && !isSeveral(w) || w == "has" && !several
}

// isHabit reports words by which a sentence says what happens again and again.
func isHabit(t *clause.Text) bool {
	for i := range t.Words {
		switch t.Word(i) {
		case "every", "usually", "often", "always", "normally", "typically", "generally", "daily", "weekly", "yearly", "annually", "each", "traditionally", "sometimes", "rarely", "never":
			return true
		}
	}
	return false
}
