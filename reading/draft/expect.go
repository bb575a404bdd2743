package draft

import "tracker/reading/clause"

// believedAt reads a verb of expecting at i with what is expected.
func believedAt(t *clause.Text, i int) (cue, bool) {
	w, next := t.Word(i), t.Word(i+1)
	if c, ok := awaitedAt(t, i); ok {
		return c, true
	}
	if !isBelieving(w) || i == 0 || clause.IsMark(next) && w != "predicts" || clause.IsDeterminer(t.Word(i-1)) || isBeForm(t.Word(i-1)) || t.Word(i-1) == "to" && (w == "expect" || w == "see" || w == "foresee" || w == "envisage") || t.Words[i].Joined || t.Word(i-1) == "of" {
		return cue{}, false
	}
	if (w == "forecast" || w == "estimate" || w == "project") && isPreposition(next) && (clause.IsDeterminer(t.Word(i-2)) || t.Word(i-2) == "'s") {
		return cue{}, false // "cut its profit forecast on Wednesday"
	}
	c := cue{at: i, end: i + 1, verb: i + 1, tier: commitment, rule: "expects", owner: ownerOf(t, i)}
	if before := t.Word(i - 1); c.owner[1] <= c.owner[0] && (before == "and" || before == "but") {
		c.owner = ownerBefore(t, i-1)
	}
	if (w == "fear" || w == "fears") && (clause.IsDeterminer(next) || isNumberWord(t, i+1)) && timeSoon(t, i) {
		c.tier = weak
		return c, subjectAt(c.owner)
	}
	switch w {
	case "believes", "believe", "believed", "thinks", "think", "thought", "reckons", "reckon", "reckoned", "assumes", "hopes", "hope", "hoped", "fears", "fear", "feared", "bets", "guarantees", "guarantee", "guaranteed":
		return cue{}, false // they only introduce another cue
	case "see", "sees", "doubts", "doubt", "doubted", "estimates", "estimate", "project", "projects", "forecast", "foresees", "foresee", "envisages", "envisage":
		if c.tier = weak; (w == "see" || w == "sees" || (w == "foresees" || w == "envisages") && t.Word(i-1) == "it") && !seesAhead(t, i) {
			return cue{}, false
		}
	case "expected", "anticipated":
		c.past = true
	}
	if pointsOnly(t, i+1) || c.owner[0] > 0 && t.Word(c.owner[0]-1) == "than" {
		return cue{}, false // "faster than the board projected in March"
	}
	if (w == "project" || w == "estimate") && next == "that" && !isSeveral(t.Word(i-1)) {
		return cue{}, false // "a project that will"
	}
	if (w == "forecasts" || w == "estimates" || w == "projects") && isOfSubject(next) {
		return cue{}, false // "growth forecasts tend to be"
	}
	if next == "of" || !subjectAt(c.owner) || hadBefore(t, i) || next == "to" && (w == "see" || w == "sees") || w == "forecasts" && next == "that" && isPlain(t.Word(i-1)) {
		return cue{}, false
	}
	if next == "that" {
		c.end, c.verb = i+2, i+2
	}
	for j := i + 1; j < i+9 && j < len(t.Words) && !clause.IsMark(t.Word(j)); j++ {
		if t.Word(j) == "to" && plainVerb(t, j+1) {
			c.verb = verbAfter(t, j+1)
			break
		}
	}
	return c, true
}

// awaitedAt reads what is looked for or guided to by a day at i: "economists look
// for growth of 2 percent in May", "expect queues on Friday".
func awaitedAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 2, verb: i + 2, tier: weak, rule: "expects"}
	next := t.Word(i + 1)
	switch t.Word(i) {
	case "proposes", "proposed", "offers", "offered", "floats", "floated", "plots", "plotted", "eyes", "eyed", "moots", "mooted":
		c.rule, c.tier, c.owner, c.end, c.verb = "plans", timed, ownerOf(t, i), i+1, i+1
		return c, i > 0 && subjectAt(c.owner) && !isBeForm(t.Word(i-1)) && !clause.IsDeterminer(t.Word(i-1)) && !clause.IsMark(next) && next != "to" && next != "that" && timeSoon(t, i)
	case "provides", "provide", "calls", "call", "allows":
		c.owner = ownerOf(t, i)
		return c, i > 0 && next == "for" && subjectAt(c.owner) && isPlanned(t, c.owner) && timeSoon(t, i+1)
	case "look", "looks":
		c.owner = ownerOf(t, i)
		return c, i > 0 && next == "for" && subjectAt(c.owner) && !clause.IsAuxiliary(t.Word(i-1)) && t.Word(i-1) != "to"
	case "guided", "guides", "guide", "guiding":
		if isBeForm(t.Word(i - 1)) {
			return c, next == "to" || next == "at"
		}
		c.owner = ownerOf(t, i)
		return c, i > 0 && (next == "for" || next == "to") && subjectAt(c.owner) && !hadBefore(t, i)
	case "price", "prices", "pricing":
		c.owner = ownerOf(t, i)
		return c, i > 0 && next == "in" && !clause.IsDeterminer(t.Word(i-1)) && !isPreposition(t.Word(i-1))
	case "puts", "put":
		if i == 0 || t.Word(i-1) == "to" || !datedAfter(t, i) {
			return cue{}, false
		}
		for j := i + 2; j < min(i+7, len(t.Words)); j++ {
			if t.Word(j) == "at" && isNumberWord(t, j+1) {
				c.end, c.verb, c.owner = i+1, i+1, ownerOf(t, i)
				return c, subjectAt(c.owner)
			}
		}
	case "expect", "watch":
		c.end, c.verb = i+1, i+1
		return c, (i == 0 || i == 2 && t.Word(0) == "do" && t.Word(1) == "not") && next != "to" && (t.Word(i) == "expect" || next == "for") && !clause.IsMark(next)
	}
	return cue{}, false
}

// pointsOnly reports a pronoun alone at i, which says nothing of what is to come:
// "doubted it".
func pointsOnly(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "it", "this", "that", "so", "them", "otherwise":
		return i+1 >= len(t.Words) || clause.IsMark(t.Word(i+1))
	}
	return false
}

// hadBefore reports "had expected", "hadn't forecast", "we'd expected".
func hadBefore(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if w := t.Word(j); w == "had" || w == "would" && t.Words[j].Contracted && clause.IsPast(t.Word(i)) || w == "did" {
			return w != "did"
		}
	}
	return false
}

// isPlain reports adjectives that make a noun of "forecasts" and "promise".
func isPlain(word string) bool {
	switch word {
	case "past", "earlier", "previous", "recent", "official", "new", "old", "current", "most", "its", "gloomy", "same", "similar", "solemn", "empty", "broken", "bold", "first", "big":
		return true
	}
	return false
}

// isPlanned reports words that name a plan, a budget or a treaty, which says what
// is to come.
func isPlanned(t *clause.Text, own [2]int) bool {
	for i := own[0]; i < own[1]; i++ {
		switch t.Word(i) {
		case "plan", "plans", "budget", "draft", "deal", "agreement", "contract", "timetable", "schedule", "roadmap", "programme", "program", "strategy", "bill", "blueprint", "proposal", "proposals", "treaty", "accord", "scenario":
			return true
		}
	}
	return false
}

// isOfSubject reports verbs that follow a subject in the plural, and no verb.
func isOfSubject(word string) bool {
	switch word {
	case "tend", "seem", "suggest", "vary", "differ", "show", "need", "come", "go", "rarely", "often", "usually", "always", "can", "may", "must":
		return true
	}
	return clause.IsAuxiliary(word) || word == "will" || word == "would"
}
