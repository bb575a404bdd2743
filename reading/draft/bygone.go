package draft

import (
	"strings"

	"tracker/reading/clause"
)

// heldOnce reports what somebody held or was told once, of whom nothing is
// reported now: "in June it was still predicting that", "few believed that",
// "they were told that".
func heldOnce(t *clause.Text, c cue) bool {
	if w := t.Word(c.at); !c.backshifted && w != "could" && w != "might" {
		return false
	}
	for j := c.at - 1; j >= max(1, c.at-12) && t.Word(j) != ";" && t.Word(j) != "."; j-- {
		w, before := t.Word(j), t.Word(j-1)
		if before == "still" || before == "even" || before == "once" {
			before = t.Word(j - 2)
		}
		switch {
		case isHolding(w) && (before == "was" || before == "were" || before == "been"):
			return !timeTold(t, j)
		case w == "told" || w == "promised" || w == "assured" || w == "led":
			if before == "were" || before == "was" {
				return !saysSo(t, c) && !timeTold(t, j)
			}
		case w == "believed" || w == "imagined" || w == "thought" || w == "dreamed":
			if before == "few" || before == "nobody" || before == "one" && t.Word(j-2) == "no" || clause.IsPronoun(before) && before != "that" && before != "they" && w == "thought" && !saysSo(t, c) {
				return true
			}
		}
	}
	return false
}

// isHolding reports verbs of saying and holding that something goes on with.
func isHolding(word string) bool {
	switch word {
	case "predicting", "forecasting", "promising", "hoping", "expecting", "saying", "insisting", "claiming", "pledging", "vowing", "telling", "projecting", "arguing", "assuring", "planning", "counting", "dreaming", "boasting", "betting":
		return true
	}
	return false
}

// timeTold reports a day beside the words before i on which somebody said it, so
// that it is a report of now: "was saying on Tuesday".
func timeTold(t *clause.Text, i int) bool {
	return isWeekday(t.Word(i+1)) || isWeekday(t.Word(i+2)) || t.Word(i+1) == "today" || t.Word(i+1) == "yesterday"
}

// saysSo reports a verb of saying after a cue, by which somebody reports it now.
func saysSo(t *clause.Text, c cue) bool {
	for i := c.verb; i < len(t.Words); i++ {
		if isSaying(t.Word(i)) && clause.IsMark(t.Word(i+1)) {
			return true
		}
	}
	return false
}

// cameBefore reports what is told of how long something took: "it would be
// another ten years before the line was built".
func cameBefore(t *clause.Text, c cue) bool {
	if own := ownerOf(t, c.at); t.Word(own[0]) != "it" {
		return false
	}
	if t.Word(c.at) != "would" || t.Word(c.verb) != "be" && t.Word(c.verb) != "take" && t.Word(c.verb) != "pass" {
		return false
	}
	for i := c.verb + 1; i+2 < len(t.Words); i++ {
		if t.Word(i) != "before" && t.Word(i) != "until" {
			continue
		}
		for j := i + 1; j < min(i+9, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
			if w := t.Word(j); w == "was" || w == "were" || w == "had" || clause.IsPast(w) && j > i+2 && !isBeForm(t.Word(j-1)) {
				return true
			}
		}
	}
	return false
}

// formerly reports a pledge or a plan of those who were in office before: "the
// previous government had pledged".
func formerly(t *clause.Text, c cue) bool {
	own := c.owner
	if own[1] <= own[0] {
		own = ownerOf(t, c.at)
	}
	if c.rule == "will" || c.rule == "going-to" || strings.HasSuffix(t.Word(c.at), "s") {
		return false
	}
	for i := own[0]; i < own[1]; i++ {
		switch t.Word(i) {
		case "previous", "then", "predecessor", "predecessors":
			return true
		case "last", "former", "earlier", "outgoing", "old":
			if next := t.Word(i + 1); t.Word(i) != "outgoing" && (isHouse(next) || isRole(next)) && hadBefore(t, c.at) {
				return true
			}
		}
	}
	return false
}

// turnedOut reports words by which the sentence says that it did not come: "…; it
// did not", "but none was built".
func turnedOut(t *clause.Text, c cue) bool {
	if !c.backshifted && !c.past && c.tier != commitment || !strings.HasSuffix(t.Word(c.at), "d") {
		return false
	}
	for i := c.verb + 1; i+1 < len(t.Words); i++ {
		if w := t.Word(i); w != ";" && w != "but" && w != "—" && w != "," {
			continue
		}
		for j := i + 1; j < min(i+4, len(t.Words)); j++ {
			w, next := t.Word(j), t.Word(j+1)
			if (w == "did" || w == "was" || w == "were" || w == "has" || w == "have") && next == "not" && (clause.IsMark(t.Word(j+2)) || clause.IsPast(t.Word(j+2))) && !isSaying(t.Word(j+2)) || (w == "none" || w == "nothing") && (clause.IsPast(next) || next == "was") {
				return true
			}
		}
	}
	return false
}

// wouldNeed reports what somebody would have to do for what is only supposed, and
// nobody says: "the shares would have to double".
func wouldNeed(t *clause.Text, c cue, v voice, w window) bool {
	return c.rule == "would" && !v.reported() && !w.hard() && t.Word(c.verb) == "have" && t.Word(c.verb+1) == "to"
}

// saidLongAgo reports what somebody said months ago or once, where no day to come
// is named: it was news then.
func saidLongAgo(c cue, v voice, w window) bool {
	return v.ago > longestWeek && !w.hard() && (c.backshifted || c.rule == "could" || c.rule == "will")
}

// yearsAgo reports words before a cue by which it was said years ago: "twenty
// years ago she said that".
func yearsAgo(t *clause.Text, c cue) bool {
	if !c.backshifted && c.tier != commitment {
		return false
	}
	for i := 1; i < c.at; i++ {
		if (t.Word(i) == "ago" || t.Word(i) == "since") && (isUnit(t.Word(i-1)) && t.Word(i-1) != "days" && t.Word(i-1) != "day" && t.Word(i-1) != "hours" || t.Word(i-1) == "generation") {
			return true
		}
	}
	return false
}
