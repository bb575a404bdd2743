package draft

import "tracker/reading/clause"

// actsOn reports somebody by role or name, or a body, who does something that can
// be seen: "the ministry will recall the plan by Friday", "said the company would
// confirm the date". Verbs that with others only state or wish are then none of
// opinion.
func actsOn(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	if own[1] <= own[0] || c.rule == "should" || c.rule == "could" && !timeSoon(t, c.verb) {
		return false
	}
	head := headOf(t, own[0], own[1])
	if clause.IsPronoun(head) || !isRole(head) && !isHouse(head) && !(own[0] > 0 || own[1] > 1) || isVague(t.Word(own[0])) && t.Word(own[0]) != "a" || isCritic(head) {
		return false
	}
	next := t.Word(c.verb + 1)
	object := clause.IsDeterminer(next) && next != "that" && next != "this" || isNumberWord(t, c.verb+1) || c.verb+1 < len(t.Words) && t.Words[c.verb+1].Capital
	switch t.Word(c.verb) {
	case "recall", "recognise", "recognize", "confirm", "admit", "answer", "welcome", "exclude", "guarantee":
		return object && (c.rule != "would" || t.Word(c.verb) != "welcome" && !isAlike(head)) || timeSoon(t, c.verb)
	case "respond", "comment", "say", "argue", "blame", "tell", "thank", "urge", "remember", "recommend", "advise", "call", "ask", "describe":
		return timeSoon(t, c.verb) && (isRole(head) || isHouse(head))
	}
	return false
}

// isCritic reports nouns for those who have a view of everything.
func isCritic(head string) bool {
	switch head {
	case "critics", "critic", "readers", "fans", "historians", "experts", "observers", "cynics", "purists", "supporters", "people", "voters", "residents", "bulls", "bears", "opponents", "parents", "viewers", "locals", "most", "many", "some", "few":
		return true
	}
	return false
}

// isAlike reports several of a kind, of whom no act is told.
func isAlike(head string) bool { return isPlural(head) && !isHouse(head) }

// ifDone reports a condition of one participle, under which something is planned:
// "if approved, the plan would".
func ifDone(t *clause.Text) bool {
	return t.Word(0) == "if" && isParticiple(t.Word(1)) && (t.Word(2) == "," || t.Word(3) == "," || t.Word(2) == "by")
}
