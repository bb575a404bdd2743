package draft

import "tracker/reading/clause"

// tier says how much words that look ahead can do alone.
type tier uint8

const (
	modal      tier = iota + 1 // will, is going to, is expected to
	commitment                 // pledges to, plans to, expects
	likelihood                 // a good chance, likely
	weak                       // could, would: only with a deadline or an attribution
	timed                      // launches, is leaving: only with a deadline
)

// cue is a place of a sentence that looks ahead. At and end are its words, and
// the verb or noun of what is to come begins at verb.
type cue struct {
	at, end, verb int
	tier          tier
	rule          string
	lead          int    // the verb of the first cue, where what it introduces has another: the like of "would like to see"
	inner         int    // the cue inside what this one introduces: the would of "confident that it would"
	owner         [2]int // the words of who plans or expects it
	backshifted   bool   // would, was to: the future of a report
	past          bool   // was expected to: only in a report
	wish          bool   // wants to
	disowned      bool   // could not promise that
}

// cues finds the places of a text that look ahead, the first of those that say
// the same.
func cues(t *clause.Text) []cue {
	var all []cue
	for i := 0; i < len(t.Words); i++ {
		c, ok := cueAt(t, i)
		if !ok || c.tier == timed && idle(t, i) || t.Clauses[t.Of[c.at]].Role == clause.Condition {
			continue
		}
		c.lead = c.verb
		if n := len(all); n > 0 && sameEvent(t, all[n-1], c) {
			all[n-1] = stronger(all[n-1], c)
			continue
		}
		if n := len(all); n > 0 && c.rule == "shared" && all[n-1].tier == commitment && c.owner[1] == 0 {
			c.owner = all[n-1].owner // "promises to plant trees and to cut traffic"
		}
		all = append(all, c)
		i = max(i, c.end-1)
	}
	if len(all) > 0 && t.Of[all[0].at] == 0 {
		return all
	}
	if c, ok := calendarAt(t); ok && (len(all) == 0 || c.at < all[0].at && joined(t, c.end, all[0].at)) {
		all = append([]cue{c}, all...)
	}
	return all
}

// idle reports a present tense in a clause that only says when or on what
// condition: "before the window closes".
func idle(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-9); j-- {
		switch t.Word(j) {
		case "that":
			if before := t.Word(j - 1); !isSaying(before) && !isBelieving(before) && before != "bet" {
				return true
			}
		case "before", "after", "when", "until", "once", "if", "unless", "as", "who", "which", "while", "where", "till", "since", "whether":
			return true
		case ",", ";", ":", "—", "and", "but":
			return false
		}
	}
	return false
}

// sameEvent reports whether two cues look ahead at one thing: the second stands
// in what the first says, "is likely to be able to", "expects that it will".
func sameEvent(t *clause.Text, a, b cue) bool {
	if b.rule == "shared" || b.rule == "absolute" || leavesOpen(t, a, b) {
		return false
	}
	if b.tier == timed && a.tier != timed {
		return t.Of[a.at] == t.Of[b.at] || b.rule == "timetable" && !joined(t, a.end, b.at) && !markBetween(t, a.end, b.at)
	}
	if a.rule == "expected" && t.Word(a.end) == "that" { // "it is hoped that it will"
		return !joined(t, a.end, b.at)
	}
	if a.tier == modal && b.tier == modal && b.rule != "likely" && a.rule != "likely" {
		return b.at-a.end <= 1 && !joined(t, a.end, b.at)
	}
	if t.Of[a.at] != t.Of[b.at] && b.at-a.end > 8 {
		return false
	}
	return !joined(t, a.end, b.at)
}

// markBetween reports a mark among words from to to-1.
func markBetween(t *clause.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if clause.IsMark(t.Word(i)) {
			return true
		}
	}
	return false
}

// joined reports whether something between two words begins another statement:
// "and", "but", a mark.
func joined(t *clause.Text, from, to int) bool {
	for i := from; i < to; i++ {
		if w := t.Word(i); w == "and" || w == "but" || w == ";" || w == ":" || w == "while" || w == "although" || w == "—" || w == "," && i+1 < to && (clause.IsDeterminer(t.Word(i+1)) || t.Word(i+1) == "by" && t.Word(i+2) == "which") {
			return true
		}
	}
	return false
}

// stronger is the cue of two at one event that carries it.
func stronger(a, b cue) cue {
	best := a
	if b.tier < a.tier && a.tier >= weak {
		best = b
	}
	best.lead = a.lead
	if best.owner[1] == 0 {
		best.owner = a.owner
	}
	if b.tier != timed {
		best.verb, best.inner = b.verb, b.at
	}
	best.backshifted = a.backshifted || b.backshifted
	best.disowned = a.disowned || b.disowned
	return best
}

func cueAt(t *clause.Text, i int) (cue, bool) {
	if clause.IsMark(t.Word(i)) {
		return cue{}, false
	}
	for _, look := range [...]func(*clause.Text, int) (cue, bool){willAt, arrangedAt, settledAt, inStoreAt, sureAt, guessAt, committedAt, believedAt, chanceAt, givenAt, awaitsAt, weakAt, ponderedAt, absoluteAt, sharedAt, timetableAt, heldAt, furtherAt, unsaidAt, presentAt, canAt} {
		if c, ok := look(t, i); ok {
			return c, true
		}
	}
	return cue{}, false
}
