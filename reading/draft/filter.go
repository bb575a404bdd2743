package draft

import (
	"strings"

	"tracker/reading/clause"
)

// forbids is the id of the rule by which cue c of sentence n is no claim, ""
// where none forbids it.
func (p *page) forbids(n int, c cue) string {
	switch b := p.blocks[p.sentences[n].block]; {
	case b.kind == heading && p.written:
		return "headline"
	case isQuestioner(b.by) && c.owner[1] == 0 && !(datedAfter(p.texts[n], c.verb) && p.reported(n, c.at, c).name != ""):
		return "question"
	}
	return forbids(p.texts[n], c, p.asked(n, c))
}

// forbids is the id of the rule by which what a cue says is no claim, "" where
// none forbids it.
func forbids(t *clause.Text, c cue, asked bool) string {
	if asked || t.Clauses[t.Of[c.at]].Role == clause.Question || whether(t, c.at) {
		return "question"
	}
	for _, f := range [...]struct {
		id    string
		holds func(*clause.Text, cue) bool
	}{{"in-condition", inCondition}, {"would-have", wouldHave}, {"would-have", turnedRound}, {"evaluation", evaluates}, {"opinion", opines}, {"generic", generic}, {"procedure", proceeds}, {"proverb", proverbial}, {"unkept", unkept}, {"obligation", obliges}, {"disclaimed", disclaims}, {"evaluation", supposes}, {"disclaimed", withholds}, {"refusal", refusesToSay}, {"disclaimed", talked}, {"disclaimed", demanded}, {"proverb", isPhrase}, {"procedure", saysOfTalk}, {"generic", heldByAll}, {"relative", describesBare}, {"elliptic", leavesOut}, {"proverb", turnsOnItself}, {"over", alreadyDone}, {"question", asksInside}, {"past-expectation", heldOnce}, {"past-expectation", cameBefore}, {"past-expectation", formerly}, {"unkept", turnedOut}, {"past-expectation", yearsAgo}, {"past-expectation", pastTold}, {"over", doneAtOnce}} {
		if f.holds(t, c) {
			return f.id
		}
	}
	return ""
}

// asks reports whether a sentence is a question.
func asks(sentence string) bool {
	return strings.HasSuffix(strings.TrimRight(sentence, "\"”’'»)] "), "?")
}

// whether reports a question that word i stands in: "asked whether it will",
// "unclear when it would".
func whether(t *clause.Text, i int) bool {
	for j := i - 1; j >= max(0, i-14); j-- {
		switch w := t.Word(j); w {
		case "whether":
			return true
		case "if":
			if before := t.Word(j - 1); before == "asked" || before == "see" || before == "decide" || before == "know" || before == "wonder" || before == "unclear" || before == "wondered" {
				return true
			}
		case "how", "why", "who", "where", "when", "what", "which":
			if w == "which" && isPreposition(t.Word(j-1)) && !knows(t.Word(j-2)) {
				continue // "two of which are"
			}
			if before := t.Word(j - 1); w == "which" && before != "," && !isPreposition(before) && !clause.IsMark(before) {
				return t.Of[j] == t.Of[i] && !(i-j == 1)
			}
			if before := t.Word(j - 1); before == "is" && w != "what" && w != "which" && j+1 <= i || before == "unclear" || before == "know" || before == "asked" || before == "decide" || before == "say" || before == "about" || before == "on" || before == "of" || before == "see" || before == "over" || before == "determine" || before == "clear" || before == "ask" || before == "knows" || before == "question" || before == "tell" || before == "matter" || before == "sure" || before == "disclose" || before == "specify" || before == "you" || before == "me" || before == "us" || before == "him" || w != "when" && w != "where" && clause.IsVerb(before) && before != "be" {
				return true
			}
		case ".", ";", "—":
			return false
		case ",":
			if next := t.Word(j + 1); (next == "and" || next == "but") && i-j > 2 && t.Of[j+2] == t.Of[i] {
				return false
			}
		}
	}
	return false
}

// knows reports words before "of which" in a question: "no idea of which".
func knows(word string) bool {
	return word == "question" || word == "idea" || word == "matter" || word == "unsure"
}

func inCondition(t *clause.Text, c cue) bool {
	if t.Clauses[t.Of[c.at]].Role == clause.Condition {
		return true
	}
	for j := c.at - 1; j >= max(0, c.at-7) && !clause.IsMark(t.Word(j)); j-- {
		if w := t.Word(j); (w == "if" || w == "unless") && t.Of[j+1] == t.Of[c.at] {
			return true
		}
	}
	return false
}

// wouldHave reports what did not come about, or is only supposed: "would have
// opened", "may have been".
func wouldHave(t *clause.Text, c cue) bool {
	if c.rule == "will" || c.rule == "going-to" {
		return false
	}
	next := t.Word(c.verb + 1)
	return t.Word(c.verb) == "have" && c.tier == weak && (c.rule != "plans" || clause.IsPast(next)) && !clause.IsDeterminer(next) && !isNumberWord(t, c.verb+1) && next != "to" && !isCount(next)
}

// evaluates reports a predicate that judges and does not foretell: "would be a
// mistake", "will be remembered".
func evaluates(t *clause.Text, c cue) bool {
	v := c.verb
	if t.Word(v) == "be" && t.Word(v+1) == "known" && t.Word(v+2) == "as" {
		return true // that is only its name
	}
	if t.Word(v) == "be" || t.Word(v) == "remain" || t.Word(v) == "prove" || t.Word(v) == "feel" || t.Word(v) == "seem" || t.Word(v) == "mean" && c.tier == weak {
		for i := v + 1; i < min(v+7, len(t.Words)); i++ {
			w := t.Word(i)
			switch {
			case w == "worth" && (t.Word(i+1) == "less" || t.Word(i+1) == "more" || isNumberWord(t, i+1)):
				return false
			case isJudgement(w), c.tier == weak && isSuperlative(w) && !datedAfter(t, v):
				return true
			case clause.IsDeterminer(w), w == "top", strings.HasSuffix(w, "ly"), w == "very", w == "more", w == "too", w == "so", w == "not", w == "as", w == "most", w == "less", w == "quite", w == "real", w == "big", w == "great", w == "huge", w == "major":
				if w == "great" && (clause.IsMark(t.Word(i+1)) || t.Word(i+1) == "for" || t.Word(i+1) == "to") {
					return true
				}
			default:
				return false
			}
		}
	}
	return clause.IsPast(t.Word(v)) && (isRemembered(t.Word(v)) || c.rule == "will" && t.Word(v-1) == "be" && isMood(t.Word(v)))
}

func isJudgement(word string) bool {
	switch word {
	case "important", "crucial", "critical", "vital", "essential", "key", "difficult", "hard", "easy", "tough", "challenging", "challenge", "good", "bad", "better", "worse", "best", "worst", "mistake", "error", "disaster", "disastrous", "catastrophe", "shame", "interesting", "fun", "nice", "wrong", "right", "fair", "unfair", "foolish", "naive", "wise", "unwise", "sensible", "painful", "proud", "happy",
		"delighted", "glad", "sad", "welcome", "useful", "helpful", "fascinating", "honour", "honor", "privilege", "pity", "madness", "folly", "tragedy", "tragic", "outrage", "outrageous", "insult", "embarrassment", "embarrassing", "irresponsible", "dangerous", "reckless", "unacceptable", "inappropriate", "appropriate", "premature", "remembered", "missed", "judged", "measured", "grateful", "surprised", "amazed", "shocked", "disappointed", "disappointing", "devastating", "devastated", "terrible", "awful", "wonderful", "fantastic",
		"ideal", "perfect", "worth", "worthwhile", "true", "false", "unthinkable", "pointless", "useless", "fitting", "nonsense", "absurd", "ridiculous", "crazy", "silly", "stupid", "smart", "brave", "boost", "blow", "setback", "breakthrough", "triumph", "test", "milestone", "step", "betrayal", "gift", "relief", "waste", "scandal", "humiliation", "sign", "signal", "proof", "unjust", "just", "advisable", "preferable", "prudent", "unreasonable", "reasonable", "understandable", "tempting", "familiar", "fine", "okay", "alright", "ok", "nobody's", "all right", "great", "bold", "rash", "crime", "careful", "cautious", "vigilant", "mindful", "patient", "happier", "harder", "easier", "hardest", "kind", "enough", "game-changer", "changer", "position", "priority", "uncomfortable", "comfortable", "odd", "strange", "cheap", "expensive", "ironic", "optimistic", "generous", "lucky", "unlucky", "curious":
		return true
	}
	return false
}

// isSuperlative reports "cruellest", "hottest".
func isSuperlative(word string) bool {
	return strings.HasSuffix(word, "est") && len(word) > 6 && word != "interest" && word != "protest" && word != "request" && word != "forest" && word != "harvest" && word != "contest" && word != "conquest"
}

// isMood reports participles that say how somebody feels.
func isMood(word string) bool {
	switch word {
	case "delighted", "surprised", "amazed", "shocked", "disappointed", "devastated", "thrilled", "relieved", "pleased", "annoyed", "saddened", "outraged", "tempted", "impressed":
		return true
	}
	return false
}

func isRemembered(word string) bool {
	return word == "remembered" || word == "missed" || word == "judged" || word == "forgiven" || word == "forgotten" || word == "welcomed"
}

// knew reports what somebody knew or dreamed once: "knew the cheque would
// bounce".
func knew(t *clause.Text, c cue) bool {
	for j := c.at - 1; j >= max(0, c.at-6) && c.backshifted; j-- {
		switch t.Word(j) {
		case "knew", "wish", "wishes", "dreamed", "dreamt", "imagined", "realised", "realized", "assumed", "wished", "wondered", "feared", "prayed", "remembered", "remembers":
			return true
		}
	}
	return false
}

// opines reports verbs after a modal that only state, wish or recall.
func opines(t *clause.Text, c cue) bool {
	if c.disowned || knew(t, c) || wishesFirst(t, c) {
		return true
	}
	if actsOn(t, c) {
		return false
	}
	if w := t.Word(c.verb); (c.rule == "will" || c.rule == "going-to") && (w == "remember" || w == "thank" || w == "see" || w == "know" || w == "forget" || w == "understand" || w == "tell" || w == "notice") && (timeSoon(t, c.verb) || timeAmong(t, max(0, c.at-5), c.at)) && t.Word(c.verb+1) != "you" {
		return false
	}
	switch t.Word(c.verb) {
	case "ask", "say", "wonder", "remember":
		if own := ownerOf(t, c.at); own[1] > own[0] && isAnybody(t.Word(own[1]-1)) {
			return true
		}
	}
	switch t.Word(c.verb) {
	case "thank", "forgive", "blame", "applaud", "smile":
		return true
	case "admit", "recognise", "recognize", "tell", "confirm", "welcome", "recommend", "urge", "advise", "note", "ask", "describe":
		if isDoer(t, c) && timeSoon(t, c.verb) && !deniedAt(t, c) {
			return false
		}
	}
	switch w, next := t.Word(c.verb), t.Word(c.verb+1); w {
	case "agree", "disagree":
		return next != "on" && next != "to" && (w == "disagree" || opinionated(t, c))
	case "recognise", "recognize", "recall", "appear", "argue", "admit", "notice":
		return !ofOthers(t, c) || !datedAfter(t, c.verb) && !c.backshifted
	case "bet":
		return !strings.Contains(t.Source, " that ")
	case "like", "love", "prefer", "say", "suggest", "hope", "think", "welcome", "remember", "forget", "know", "tell", "depend", "want", "understand", "appreciate", "imagine", "wonder", "seem", "wish", "hate", "mind", "urge", "advise", "recommend", "caution", "stress", "note", "describe", "call", "matter", "regret", "guess", "speculate", "rather", "elaborate", "promise", "guarantee", "exclude", "confirm", "see", "ask":
		switch w {
		case "know":
			return !datedAfter(t, c.verb)
		case "see":
			return clause.IsMark(next) || next == "what" || next == "how" || next == "if" || next == "whether" || next == "about"
		case "promise", "guarantee", "exclude":
			return c.rule == "could" || t.Word(c.verb-1) == "not"
		case "confirm", "comment", "elaborate", "say", "tell":
			return c.tier == weak || next == "whether" || next == "how" || t.Word(c.verb-1) == "not" || clause.IsMark(next) || w == "say" || w == "tell"
		case "call":
			return c.tier == weak && c.rule != "would" && next != "a" && next != "an"
		case "ask", "note", "describe", "welcome", "recommend", "advise":
			return c.tier == weak && c.rule != "would"
		}
		return true
	}
	return false
}

// isAnybody reports nouns for people in general: "one day people will ask why".
func isAnybody(word string) bool {
	switch word {
	case "people", "historians", "generations", "grandchildren", "children", "everybody", "everyone", "many", "some", "cynics", "critics", "sceptics", "skeptics":
		return true
	}
	return false
}

// ofOthers reports a subject that is neither who speaks nor who is spoken to:
// "Spain will recognise the results by June", not "I will recall".
func ofOthers(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	return own[0] < own[1] && (own[1]-own[0] > 1 || !clause.IsPronoun(t.Word(own[0])))
}

// opinionated reports a subject of "would agree" that has a view and gives no
// consent: "most would agree".
func opinionated(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	switch t.Word(own[0]) {
	case "i", "we", "you", "most", "many", "few", "some", "everyone", "everybody", "nobody", "people", "anyone", "all", "others", "critics", "experts", "historians", "readers", "fans":
		return true
	}
	return own[0] >= own[1]
}

// isDoer reports a subject that is a role or a house, of whom something is to be
// done, and who is not only speaking.
func isDoer(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	head := headOf(t, own[0], own[1])
	return own[0] < own[1] && (isRole(head) || isHouse(head))
}

// generic reports a subject that is nobody in particular: you, one, anyone who.
func generic(t *clause.Text, c cue) bool {
	if ifYou(t, c) {
		return true
	}
	for j := c.at - 1; j >= max(0, c.at-3); j-- {
		switch w := t.Word(j); {
		case w == "one" && c.tier == commitment && j > 0 && (t.Word(j-1) == ":" || t.Word(j-1) == ";" || t.Word(j-1) == ","): // one of those named before
			return false
		case w == "anyone" && (t.Word(j-1) == "hardly" || t.Word(j-1) == "scarcely" || t.Word(j-1) == "barely"):
			return false
		case w == "one" && (j == 0 || clause.IsMark(t.Word(j-1)) || t.Word(j-1) == "that"), w == "anyone", w == "readers", w == "viewers", w == "listeners", w == "editors", w == "visitors" && t.Word(c.verb) == "find":
			return true
		case strings.HasSuffix(w, "ly"), w == "'s", isBeForm(w), w == "also", w == "often", w == "never", w == "always":
			if w == "often" {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// ifYou reports what holds for whoever does something: "if you buy a pan every
// ten years, a rise will not hurt you".
func ifYou(t *clause.Text, c cue) bool {
	for i := 0; i+1 < len(t.Words); i++ {
		if w := t.Word(i); (w == "if" || w == "when" || w == "once") && t.Word(i+1) == "you" && t.Clauses[t.Of[i+1]].Role != clause.Main {
			return !datedAfter(t, c.verb)
		}
	}
	return false
}

// isNonsense reports a predicate after a cue by which what it says is none.
func isNonsense(t *clause.Text, c cue) bool {
	for i := c.verb + 1; i+1 < len(t.Words); i++ {
		if !isBeForm(t.Word(i)) && t.Word(i) != "turned" {
			continue
		}
		for j := i + 1; j < i+4; j++ {
			switch t.Word(j) {
			case "nonsense", "absurd", "wrong", "false", "ridiculous", "myth", "unfounded", "fanciful", "illusion", "fantasy", "far-fetched", "fetched", "untrue", "mistaken", "laughable", "daft", "misguided", "fiction", "rubbish", "silly":
				return true
			}
		}
	}
	return false
}

// disclaims reports words that take back what they say: "not certain to", "no
// timetable for", "too early to say".
func disclaims(t *clause.Text, c cue) bool {
	for j := c.at - 1; j >= max(0, c.at-8); j-- {
		switch t.Word(j) {
		case "told":
			if isBeForm(t.Word(j-1)) && (t.Word(j-2) == "we" || t.Word(j-3) == "we") {
				return true
			}
		case "idea", "notion", "myth", "theory", "belief", "suggestion", "claim":
			if t.Word(j+1) == "that" && isNonsense(t, c) {
				return true
			}
		case "denied", "denies", "denying", "rumours", "rumors", "speculation", "suggestions", "claims":
			return t.Word(j) != "claims" && t.Word(j+1) == "that" && t.Word(j) != "denied" && t.Word(j) != "denies"
		}
	}
	return false
}
