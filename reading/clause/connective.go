package clause

import "strings"

// connectiveAt reports the connective of so many words that begins a
// subordinate clause at i; length 0 for none.
func (c *cutter) connectiveAt(i int) (role Role, length int) {
	if length := c.conditionAt(i); length > 0 {
		return Condition, length
	}
	switch w := c.Word(i); w {
	case "if", "whether":
		if w == "whether" || isAsking(c.Word(i-1)) {
			return Question, 1
		}
		if w == "if" && (c.Word(i-1) == "even" || c.Word(i-1) == "as") {
			return Aside, 1
		}
	case "had":
		if c.starts(i) && c.inverted(i) { // of the past: "had it come in time, we would have begun"
			return Aside, 1
		}
	case "once":
		if next := c.Word(i + 1); next != "more" && !IsMark(next) {
			return Aside, 1
		}
	case "although", "though", "while", "whereas", "because", "when", "despite":
		return Aside, 1
	case "even":
		if c.Word(i+1) == "if" || c.Word(i+1) == "though" {
			return Aside, 2
		}
	}
	return Main, 0
}

// isAsking reports words after which "if" means "whether".
func isAsking(word string) bool {
	switch word {
	case "say", "know", "ask", "asks", "asked", "see", "seen", "wonder", "sure", "decide", "decided", "doubt", "unclear", "matter", "determine", "tell", "check":
		return true
	}
	return false
}

// conditionAt returns how many words at i begin a condition.
func (c *cutter) conditionAt(i int) int {
	before, next := c.Word(i-1), c.Word(i+1)
	starts := c.starts(i)
	switch w := c.Word(i); w {
	case "if":
		return c.ifAt(i)
	case "unless", "barring":
		return 1
	case "provided", "providing", "assuming", "supposing":
		if next == "that" && !isTopic(before) {
			return 2
		}
		if !IsAuxiliary(before) && before != "'s" && !IsDeterminer(before) && !isProvider(next) && !isTopic(before) {
			return 1
		}
	case "pending":
		if !IsAuxiliary(before) && !IsDeterminer(before) && !IsMark(next) && before != "'s" {
			return 1
		}
	case "subject":
		if next == "to" && !IsDeterminer(before) {
			return 2
		}
	case "contingent", "conditional", "dependent":
		if next == "on" || next == "upon" {
			return 2
		}
	case "depending":
		if next == "on" || next == "upon" {
			return 2
		}
	case "absent":
		if starts && !IsMark(next) {
			return 1
		}
	case "as", "so":
		if next == "long" && c.Word(i+2) == "as" && !c.measure(i+3) {
			return 3
		}
	case "on":
		return c.phrase(i, "on", "the", "condition", "that")
	case "in":
		return max(c.phrase(i, "in", "the", "event", "that"), c.phrase(i, "in", "the", "event", "of"), c.phrase(i, "in", "case", "of"))
	case "should", "were", "had":
		if starts && c.inverted(i) && !(w == "had" && c.contrary(i)) || w == "should" && c.Clauses[c.now].verbal && c.supposed(i+1) {
			return 1
		}
	case "once":
		if c.mustFirst(i) {
			return 1
		}
	}
	return 0
}

// permitting reports that "weather permitting" begins at i, a condition without a
// word that joins it.
func (c *cutter) permitting(i int) bool {
	if !c.starts(i) || IsMark(c.Word(i)) {
		return false
	}
	for j := i + 1; j < i+4 && !IsMark(c.Word(j)); j++ {
		if c.Word(j) == "permitting" {
			return IsMark(c.Word(j + 1))
		}
	}
	return false
}

// isTopic reports words after which "assuming" is what is spoken of: "cautious
// about assuming that".
func isTopic(before string) bool {
	return before == "about" || before == "of" || before == "by" || before == "from" || before == "against" || before == "not"
}

// isExcept reports words after which "but" means "except": "anything but", "no
// choice but to".
func isExcept(word string) bool {
	switch word {
	case "anything", "nothing", "all", "none", "choice", "option", "alternative", "nobody", "everything":
		return true
	}
	return false
}

// phrase returns how many words of a connective stand at i; "the" may be
// missing.
func (c *cutter) phrase(i int, words ...string) int {
	n := 0
	for _, w := range words {
		switch {
		case c.Word(i+n) == w:
			n++
		case w != "the":
			return 0
		}
	}
	return n
}

// ifAt tells conditions from "as if", "ask if", "surprised if", "if not weeks".
func (c *cutter) ifAt(i int) int {
	before, next := c.Word(i-1), c.Word(i+1)
	if n := c.onlyIf(i); n > 0 {
		return n
	}
	switch before {
	case "even", "as", "what", "of", "surprised", "amazed", "shocked", "astonished", "stunned", "astounded", "surprise", "amaze", "shock", "surprising", "shocking", "astonish", "miracle", "flabbergasted", "hat":
		return 0
	case "me", "us", "him", "her", "them":
		if isSurprise(c.Word(i-2)) || isAsking(c.Word(i-2)) {
			return 0
		}
	}
	switch next {
	case "not", "any", "anything", "possible", "necessary", "only", "so", "ever":
		return 0
	}
	if next == "," && c.Word(i+2) == "and" && c.Word(i+3) == "only" && c.Word(i+4) == "if" {
		return 6
	}
	if isAsking(before) || IsMark(next) {
		return 0
	}
	if next == "and" && c.Word(i+2) == "when" {
		return 3
	}
	return 1
}

// onlyIf returns how many words "if, and only if," has.
func (c *cutter) onlyIf(i int) int {
	n := i + 1
	for _, w := range [...]string{",", "and", "only", "if", ","} {
		if c.Word(n) == w {
			n++
		} else if w != "," {
			return 0
		}
	}
	return n - i
}

func isSurprise(word string) bool {
	switch word {
	case "surprise", "surprises", "amaze", "amazes", "shock", "shocks", "astonish", "astonishes", "stun", "stuns":
		return true
	}
	return false
}

// isProvider reports words after "provided" that make it a verb.
func isProvider(word string) bool {
	switch word {
	case "by", "for", "to", "with", "in", "at", "from", "on", "free", "":
		return true
	}
	return IsMark(word)
}

// measure reports whether an amount of time follows: "as long as two weeks".
func (c *cutter) measure(i int) bool {
	return i < len(c.Words) && c.Words[i].IsNumber || c.Word(i) == "possible" || c.Word(i) == "necessary" ||
		isUnit(c.Word(i+1)) || c.Word(i) == "a" && isUnit(c.Word(i+2))
}

func isUnit(word string) bool {
	switch word {
	case "day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "hour":
		return true
	}
	return false
}

// supposed reports whether a subject and the plain form of its verb follow a
// "should" that is no verb of what stands before: "rates will rise should the
// talks fail", not "he said rates should fall".
func (c *cutter) supposed(i int) bool {
	w := c.Word(i)
	if IsVerb(w) || IsAuxiliary(w) || IsMark(w) || w == "not" || w == "never" || w == "n't" || w == "also" || w == "then" || w == "still" || w == "always" ||
		strings.HasSuffix(w, "ly") || !c.modal(i-2) {
		return false
	}
	for j := i + 1; j < i+6 && !IsMark(c.Word(j)); j++ {
		if IsVerb(c.Word(j)) || c.Word(j) == "be" {
			return true
		}
	}
	return false
}

// modal reports whether the clause so far has a verb of the future, up to word i.
func (c *cutter) modal(i int) bool {
	for ; i >= 0 && c.Of[i] == c.now; i-- {
		if w := c.Word(i); c.modalAt(i) || w == "not" || w == "plan" || w == "plans" || w == "ready" {
			return true
		}
	}
	return false
}

// starts reports whether word i begins a clause.
func (c *cutter) starts(i int) bool {
	switch w := c.Word(i - 1); w {
	case "and", "but", "or":
		return true
	default:
		return IsMark(w)
	}
}

// contrary reports whether what follows the condition at i says what would have
// happened, so that it was not met.
func (c *cutter) contrary(i int) bool {
	for j := i; j < min(i+40, len(c.Words)) && !isStop(c.Word(j)); j++ {
		if w := c.Word(j); (w == "would" || w == "could" || w == "might") && (c.Word(j+1) == "have" || c.Word(j+2) == "have") {
			return true
		}
	}
	return false
}

// inverted reports a condition without its "if": "should talks fail, …". A
// comma and a verb of the future follow it.
func (c *cutter) inverted(i int) bool {
	for j := i + 2; j < min(i+40, len(c.Words)) && !isStop(c.Word(j)); j++ {
		if c.Word(j) == "," {
			return c.finite(j + 1)
		}
	}
	return false
}

// mustFirst tells "once the funding is in place" from what is only a time:
// "once a week", "once it is released", "once the war is over".
func (c *cutter) mustFirst(i int) bool {
	before, next := c.Word(i-1), c.Word(i+1)
	if before == "at" || before == "more" || before == "than" || before == "all" || IsAuxiliary(before) {
		return false
	}
	switch next {
	case "more", "again", "in", "per", "every", "", "planned", "scheduled", "expected", "hoped", "known", "promised", "and":
		return false
	}
	if isUnit(c.Word(i+2)) && (next == "a" || next == "each") {
		return false
	}
	for j := i + 1; !IsMark(c.Word(j)) && j < i+12; j++ {
		if isPassing(c.Word(j)) {
			return false
		}
		if IsModal(c.Word(j)) {
			break
		}
	}
	return !IsMark(next)
}

// isPassing reports what comes of itself, so that "once" only says when.
func isPassing(word string) bool {
	switch word {
	case "released", "published", "finished", "completed", "complete", "done", "over", "ends", "ended", "begins", "began", "starts", "started",
		"returns", "returned", "arrives", "arrived", "opens", "opened", "closes", "closed", "built", "launched", "out", "ready", "summer", "winter", "office", "expires", "retires":
		return true
	}
	return false
}
