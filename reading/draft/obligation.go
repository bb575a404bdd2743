package draft

import "tracker/reading/clause"

// obliges reports a "should" by which somebody ought to act.
func obliges(t *clause.Text, c cue) bool {
	if c.rule != "should" {
		return false
	}
	own := ownerOf(t, c.at)
	if first := t.Word(own[0]); first == "every" || first == "each" || first == "nobody" || first == "everyone" || first == "everybody" {
		return true
	}
	if foreseeable(t, c) {
		return false
	}
	head := headOf(t, own[0], own[1])
	if advises(t, c, own) {
		return true
	}
	if first := t.Word(own[0]); (first == "a" || first == "an") && t.Word(c.verb) == "be" && !datedAfter(t, c.verb) {
		return true // "a budget should be boring"
	}
	if clause.IsPronoun(head) && head != "it" && head != "this" && head != "that" && head != "there" || isRole(head) || isHouse(head) || isPlural(head) {
		return true
	}
	v := t.Word(c.verb)
	return v == "be" && clause.IsPast(t.Word(c.verb+1)) || clause.IsPast(v) && v != "completed" && v != "finished" && v != "done" && v != "restored"
}

// foreseeable reports a "should" of what comes by itself, beside a day: "we should
// know more by Friday", "its captain should be fit".
func foreseeable(t *clause.Text, c cue) bool {
	switch v, next := t.Word(c.verb), t.Word(c.verb+1); v {
	case "know", "have", "see", "hear", "get", "reach", "arrive":
		return datedAfter(t, c.verb)
	case "be":
		return next == "able" || next == "fit" || next == "back" || next == "ready" || next == "available" || next == "over" || next == "home" || next == "open" || (next == "finished" || next == "done" || next == "completed" || next == "restored" || next == "through" || next == "wrapped" || next == "settled" || next == "signed" || next == "sealed" || next == "fixed" || next == "repaired" || next == "cleared" || next == "delivered" || next == "declared" || next == "counted" || next == "known") && datedAfter(t, c.verb)
	}
	return false
}
