package draft

import (
	"strings"

	"tracker/reading/clause"
)

// timetableAt reads a present tense in which timetables are written at i, or the
// present of what is under way: launches, takes effect, is leaving. They look
// ahead only with a deadline.
func timetableAt(t *clause.Text, i int) (cue, bool) {
	c := cue{at: i, end: i + 1, verb: i, tier: timed, rule: "timetable"}
	w, before := t.Word(i), t.Word(i-1)
	switch {
	case !strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ing") && w != "on" && w != "at" && !isTimetableVerb(w) && !isState(w) && !isBack(w):
		return cue{}, false
	case i == 0 || t.Words[i].Joined || clause.IsModal(before) || before == "to" || clause.IsDeterminer(before) || !strings.HasSuffix(w, "s") && (t.Word(i-2) == "a" || t.Word(i-2) == "an") && !isBeForm(before):
		return cue{}, false // "a cloudy start"
	case isBeForm(before) && before != "was" && before != "were" && isState(w) && (t.Word(i+1) == "until" || t.Word(i+1) == "till" || t.Word(i+1) == "through" || t.Word(i+1) == "for"):
		return c, true
	case (before == "is" || before == "are" || before == "am" || before == "'s") && isArrival(t, i):
		return c, true
	case (before == "is" || before == "are") && (w == "on" || w == "at") && isOccasion(headOf(t, ownerOf(t, i-1)[0], ownerOf(t, i-1)[1])) && timeAmong(t, i, len(t.Words)):
		c.at, c.verb = i-1, i-1
		return c, true
	case w == "being" && (before == "is" || before == "are") && isParticiple(t.Word(i+1)) && timeSoon(t, i+1):
		c.rule, c.at = "under-way", i-1
		return c, true
	case isStanding(w), strings.HasSuffix(w, "s") && objectOfTo(t, i):
		return cue{}, false
	case isTimetableVerb(w) && !t.Words[i].Capital && !isSaying(w), presentVerb(w) && !t.Words[i].Capital && !isRole(w) && !isHouse(w) && !isCommitting(w) && !isBelieving(w) && !isSaying(w) && !isPlural(w) && !beforeNoun(t, i):
		return c, true
	case (before == "is" || before == "are" || before == "am" || before == "'s" && clause.IsPronoun(t.Word(i-2)) || before == "be" || before == "not" && (isBeForm(t.Word(i-2)))) && strings.HasSuffix(w, "ing") && len(w) > 5 && (!isLasting(w) || w == "running" && (t.Word(i+1) == "again" || t.Word(i+1) == "for")):
		c.rule = "under-way"
		c.at = i - 1
		return c, true
	}
	return cue{}, false
}

// objectOfTo reports a word that is what somebody is to do something with: the costs
// of "to trim borrowing costs".
func objectOfTo(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(1, i-4) && !clause.IsMark(t.Word(j)); j-- {
		if t.Word(j-1) == "to" {
			return clause.IsVerb(t.Word(j)) || strings.HasSuffix(t.Word(j-2), "ed")
		}
	}
	return false
}

// isOccasion reports nouns of what takes place on a day: "kick-off is at three on
// Sunday".
func isOccasion(word string) bool {
	switch word {
	case "off", "match", "game", "final", "funeral", "wedding", "vote", "election", "elections", "referendum", "hearing", "trial", "ceremony", "launch", "opening", "concert", "premiere", "race", "deadline", "meeting", "summit", "debate", "parade", "rally", "departure", "arrival", "anniversary", "auction", "fair", "festival", "exam", "exams", "inquest", "draw":
		return true
	}
	return false
}

// isStanding reports the present of verbs that say how something is, not what is
// arranged: "the fund needs to raise".
func isStanding(word string) bool {
	switch word {
	case "needs", "owes", "requires", "deserves", "lacks", "knows", "seems", "likes", "loves", "hates", "belongs", "remembers", "suits", "contains", "consists", "depends", "appears", "resembles", "matters", "means", "hopes", "wants", "suffers", "supports", "opposes", "denies", "considers", "hears":
		return true
	}
	return false
}

func isTimetableVerb(word string) bool {
	switch word {
	case "restarts", "lapses", "stays", "doubles", "premiers", "launches", "opens", "reopens", "starts", "begins", "ends", "ships", "arrives", "leaves", "departs", "resumes", "closes", "lands", "returns", "expires", "premieres", "debuts", "concludes", "meets", "votes", "hosts", "faces", "plays", "visits", "travels", "takes", "comes", "goes", "kicks", "finishes", "retires", "heads", "publishes", "reports", "airs", "convenes", "reconvenes", "sails", "runs", "decides", "holds",
		"reopen", "resume", "open", "launch", "start", "begin", "close", "end", "meet", "vote", "return", "enter", "go", "come", "decide", "remain", "leave", "arrive", "stay", "take", "ship", "fly", "play", "dock", "expire", "lapse", "follow":
		return true
	}
	return false
}

// isArrival reports where somebody or something is to be on a day: "is out on
// Thursday", "are back to normal on Monday", "is running again from Tuesday".
func isArrival(t *clause.Text, i int) bool {
	if isBack(t.Word(i)) {
		for j := i + 1; j < min(i+5, len(t.Words)) && !clause.IsMark(t.Word(j)); j++ {
			switch w := t.Word(j); w {
			case "on", "in", "from", "by", "until", "next":
				if next := t.Word(j + 1); isWeekday(next) || isMonth(next) || isTimeNoun(next) || t.Words[min(j+1, len(t.Words)-1)].IsNumber || isTimeNoun(t.Word(j+2)) || isMonth(t.Word(j+2)) {
					return true
				}
			}
		}
	}
	return false
}

// isBack reports what somebody or something is again, or where.
func isBack(word string) bool {
	switch word {
	case "out", "off", "back", "available", "online", "live", "over", "gone", "running", "open", "home":
		return true
	}
	return false
}

// isState reports what somebody or something may be until a day.
func isState(word string) bool {
	switch word {
	case "off", "down", "grounded", "idle", "out", "sidelined", "closed", "shut", "suspended", "banned", "away", "absent", "unavailable", "valid", "open":
		return true
	}
	return false
}

// isLasting reports the present of verbs that say what goes on, not what is
// arranged.
func isLasting(word string) bool {
	switch word {
	case "saying", "looking", "waiting", "hoping", "working", "trying", "facing", "growing", "expecting", "planning", "aiming", "considering", "asking", "telling", "talking", "thinking", "doing", "getting", "running", "rising", "falling", "fighting", "struggling", "suffering", "demanding", "calling", "urging", "seeking", "pushing", "investigating", "reviewing", "monitoring", "watching", "negotiating", "discussing", "learning", "feeling", "going", "following", "missing", "lacking", "increasing", "something", "nothing", "anything", "morning", "evening", "during", "spring", "wedding", "intending", "targeting", "preparing", "warning", "claiming", "arguing", "weighing", "mulling", "understanding", "being", "having", "standing", "living", "sitting", "using", "nearing", "approaching":
		return true
	}
	return false
}

// beforeNoun reports words that make a noun of the one at i: "of", an adjective
// of number.
func beforeNoun(t *clause.Text, i int) bool {
	before := t.Word(i - 1)
	if before == "," && appositionStart(t, i-1, func(int) bool { return false }) > 0 {
		return false
	}
	return before == "of" || before == "for" || before == "in" || before == "and" || before == "or" || before == "with" || before == "'s" || t.Words[i-1].IsNumber || isCount(before) && before != "both" || clause.IsMark(before) || before == "more" || before == "new" || before == "by" || before == "on"
}

// presentVerb reports a verb in the third person of the present.
func presentVerb(word string) bool {
	return strings.HasSuffix(word, "s") && len(word) > 3 && (clause.IsVerb(strings.TrimSuffix(word, "s")) || clause.IsVerb(strings.TrimSuffix(word, "es")) || clause.IsVerb(strings.TrimSuffix(word, "ies")+"y"))
}
