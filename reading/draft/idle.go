package draft

import (
	"strings"

	"tracker/reading/clause"
)

// boilerplate reports what pages and releases say about themselves.
func boilerplate(t *clause.Text) bool {
	if forThePress(t) {
		return true
	}
	for i := range t.Words {
		next := t.Word(i + 1)
		switch t.Word(i) {
		case "subscribe", "unsubscribe", "newsletter", "newsletters", "cookie", "cookies", "webcast", "privacy":
			return true
		case "forward":
			if next == "looking" {
				return true
			}
		case "this", "our":
			if w := t.Word(i + 1); w == "page" || w == "blog" || w == "liveblog" || w == "thread" && next == "shortly" || w == "live" && t.Word(i+2) == "coverage" {
				return true
			}
		case "dial", "dialling", "dialing", "ratings":
			return i == 0 || t.Word(i) != "ratings"
		case "such", "these":
			if next == "statements" || next == "terms" {
				return true
			}
		case "third":
			if next == "parties" {
				return true
			}
		case "media", "press":
			if next == "contact" || next == "contacts" {
				return true
			}
		case "to":
			if next == "you" && clause.IsMark(t.Word(i+2)) && (t.Word(i-1) == "sent" || t.Word(i-1) == "mailed" || t.Word(i-1) == "emailed") {
				return true
			}
		case "your":
			if next == "address" || next == "data" || next == "email" || next == "e-mail" || next == "inbox" {
				return true
			}
		case "no":
			if next == "obligation" {
				return true
			}
		case "identify":
			if next == "them" || next == "such" {
				return true
			}
		case "differ":
			if next == "materially" {
				return true
			}
		case "rights":
			if next == "reserved" {
				return true
			}
		case "sign":
			if next == "up" && t.Word(i+2) == "for" && (t.Word(i+3) == "our" || t.Word(i+4) == "newsletter") {
				return true
			}
		case "extra":
			if next == "charges" {
				return true
			}
		case "terms":
			if next == "of" && t.Word(i+2) == "use" || next == "and" && t.Word(i+2) == "conditions" {
				return true
			}
		}
	}
	return false
}

// isQuestioner reports the name of a turn that only asks.
func isQuestioner(by string) bool {
	switch strings.ToLower(strings.TrimRight(by, ".")) {
	case "q", "question", "reporter", "journalist", "moderator", "questioner", "interviewer", "operator", "audience":
		return true
	}
	return false
}

// proceeds reports what a speaker only says about the talk itself: "I'll be
// brief", "we will take questions".
func proceeds(t *clause.Text, c cue) bool {
	next := t.Word(c.verb + 1)
	if datedAfter(t, c.verb) || timeSoon(t, c.verb) {
		return false // "will answer by Friday"
	}
	switch t.Word(c.verb) {
	case "answer", "respond":
		first := t.Word(ownerOf(t, c.at)[0])
		return !ofOthers(t, c) && first != "it" && first != "they"
	case "comment", "speculate":
		return true
	case "be":
		return next == "all" && clause.IsMark(t.Word(c.verb+2)) || next == "brief" || next == "on" && t.Word(c.verb+2) == "the" && t.Word(c.verb+3) == "website" || next == "clear" || next == "honest" || next == "frank" || next == "back" && (t.Word(c.verb+2) == "after" || t.Word(c.verb+2) == "with" || t.Word(c.verb+2) == "in" && t.Word(c.verb+3) == "a")
	case "take", "taken":
		return next == "questions" || next == "your" || next == "a" && t.Word(c.verb+2) == "few" || t.Word(c.verb) == "take" && !ofOthers(t, c) && strings.Contains(t.Source[t.Words[c.verb].End:], "question") || t.Word(c.verb) == "taken" && strings.Contains(strings.ToLower(t.Source), "questions")
	case "walk", "show", "remind", "give", "let", "keep", "bring", "guide", "tell", "update":
		return next == "you" || t.Word(c.verb) == "let" && letsSpeak(t, c.verb+2)
	case "leave":
		return next == "it" && t.Word(c.verb+2) == "there"
	case "talking", "speaking", "hearing":
		return (t.Word(c.at-1) == "we" || t.Word(c.at-1) == "i") && (next == "about" || next == "to" || next == "from" || next == "more")
	case "hear":
		own := ownerOf(t, c.at)
		return (t.Word(own[0]) == "i" || t.Word(own[0]) == "we") && (clause.IsDeterminer(next) || isTitle(next))
	case "updated":
		return len(t.Words) < 12
	case "get", "go":
		if next == "into" {
			switch t.Word(c.verb + 2) {
			case "hypotheticals", "details", "detail", "specifics", "names", "that", "this", "numbers", "speculation":
				return true
			}
		}
		return next == "back" && t.Word(c.verb+2) == "to"
	case "move":
		return next == "on" && len(t.Words) < 12
	case "sit", "stand", "pretend", "guess":
		return c.rule == "going-to" && t.Word(c.at-1) == "not"
	case "hand":
		return next == "you" || next == "over" && (t.Word(c.verb+2) == "to" || clause.IsMark(t.Word(c.verb+2)))
	case "muted":
		return true
	case "start", "begin":
		return next == "with" && c.tier == modal && len(t.Words) < 12
	case "come", "turn", "return":
		return (next == "back" || next == "to" || next == "on") && (t.Word(c.verb+2) == "to" || t.Word(c.verb+2) == "order" || t.Word(c.verb+2) == "that" || t.Word(c.verb+2) == "later") && len(t.Words) < 9
	case "need":
		return t.Word(c.at-1) == "you"
	}
	return false
}

// letsSpeak reports that somebody is left to speak for themselves: the "speak" of
// "I'll let him speak to that".
func letsSpeak(t *clause.Text, i int) bool {
	for ; i < len(t.Words) && !clause.IsMark(t.Word(i)); i++ {
		switch t.Word(i) {
		case "speak", "answer", "respond", "talk", "explain", "comment", "address":
			return true
		}
	}
	return false
}

// proverbial reports what is true of everybody at all times: "boys will be
// boys", "a good cook will always", "not all applicants will qualify".
func proverbial(t *clause.Text, c cue) bool {
	own := ownerOf(t, c.at)
	if exemplary(t) || saysItself(t, c, own) || ofItsKind(t, c, own) {
		return true
	}
	if t.Word(c.verb) == "do" && clause.IsMark(t.Word(c.verb+1)) && (t.Word(c.at-1) == "that" || t.Word(c.at-1) == "this") || t.Word(0) == "what" && (t.Word(c.verb+1) == t.Word(c.at) || t.Word(c.at-1) == t.Word(c.verb)) {
		return true
	}
	if t.Word(c.verb) == "be" && c.rule == "will" && t.Word(c.verb+1) != "" && t.Word(c.verb+1) == headOf(t, own[0], own[1]) {
		return true
	}
	for i := c.end; i < c.verb; i++ {
		w := t.Word(i)
		if w == "always" || w == "never" && c.tier != modal || c.rule == "would" && (w == "often" || w == "sometimes" || w == "usually" || w == "regularly" || w == "typically") {
			return true
		}
	}
	if own[0] >= own[1] {
		return false
	}
	switch t.Word(own[0]) {
	case "every", "each", "any":
		if w := t.Word(c.verb); c.rule == "will" && (w == "count" || w == "help" || w == "matter") {
			return !datedAfter(t, c.verb)
		}
		return c.rule == "will" && !datedAfter(t, c.verb) && own[1]-own[0] == 2 && t.Word(c.at+1) != "not" && t.Word(c.verb-1) != "be" && isRole(t.Word(own[1]-1))
	case "last", "yesterday", "whoever", "anyone", "anybody", "history", "historians", "whatever", "those":
		return true
	case "nobody", "anybody's":
		return t.Word(c.at) == "may"
	case "no":
		return t.Word(c.at) == "may" && own[1]-own[0] == 2 && t.Word(own[0]+1) == "one"
	case "not":
		return own[1]-own[0] > 1 && (t.Word(own[0]+1) == "all" || t.Word(own[0]+1) == "every")
	case "they":
		return false
	}
	return false
}

// unkept reports words by which a sentence tells what became of it.
func unkept(t *clause.Text, c cue) bool {
	for i := c.end; i < len(t.Words); i++ {
		switch t.Word(i) {
		case "never":
			if next := t.Word(i + 1); next == "came" || next == "kept" || next == "happened" || next == "did" || next == "materialised" || next == "materialized" {
				return true
			}
		case "yet":
			if before := t.Word(i - 1); c.tier == commitment && t.Word(i+1) == "to" && (before == "has" || before == "have" || before == "had") {
				return true
			}
		case "impossible", "abandoned", "scrapped", "reneged":
			if c.past || c.tier == commitment {
				return true
			}
		case "but":
			if c.tier == commitment && hadBefore(t, c.at) && clause.IsPast(t.Word(i+1)) {
				return true
			}
			if next := t.Word(i + 1); (next == "was" || next == "were" || next == "fell" || next == "did" || next == "finished" || next == "never" || next == "failed" || next == "later") && c.past {
				return true
			}
		}
	}
	return false
}

// exemplary reports a sentence that only makes an example, or passes on a saying.
func exemplary(t *clause.Text) bool {
	switch t.Word(0) {
	case "suppose", "imagine", "supposing":
		return true
	case "let":
		if t.Word(1) == "us" || t.Word(1) == "'s" {
			return true
		}
	}
	for i := range t.Words {
		switch t.Word(i) {
		case "joke", "proverb", "adage", "maxim":
			return true
		case "likes", "like", "used":
			if t.Word(i+1) == "to" && t.Word(i+2) == "say" {
				return true
			}
		case "example", "instance":
			if t.Word(i-1) == "an" && t.Word(i-2) == "take" || t.Word(i-1) == "for" && i == 1 {
				return true
			}
		}
	}
	return false
}

// saysItself reports a predicate that says its subject again: "markets will do
// what markets do".
func saysItself(t *clause.Text, c cue, own [2]int) bool {
	head := headOf(t, own[0], own[1])
	if c.rule != "will" || len(head) < 3 || clause.IsPronoun(head) {
		return false
	}
	for i := c.verb + 1; i < min(c.verb+6, len(t.Words)); i++ {
		if w := t.Word(i); w == head && (t.Word(i-1) == "what" || t.Word(i-1) == "as") {
			return true
		}
	}
	return false
}

// ofItsKind reports a subject that is any of its kind, as a clause about it says:
// "a bank that runs after every headline will", "water that has been standing
// will".
func ofItsKind(t *clause.Text, c cue, own [2]int) bool {
	if c.rule != "will" || datedAfter(t, c.verb) || t.Clauses[t.Of[c.at]].First > 6 {
		return false
	}
	first := max(0, t.Clauses[t.Of[c.at]].First)
	if w := t.Word(first); (w == "those" || w == "anyone" || w == "whoever" || w == "anybody") && first < c.at {
		return true
	}
	for i := first; i < min(first+4, c.at); i++ {
		if w := t.Word(i); (w == "that" || w == "who" || w == "which") && i+1 < c.at {
			before := t.Word(i - 1)
			indefinite := t.Word(i-2) == "a" || t.Word(i-2) == "an" || i-1 == first && !isSeveral(before) || t.Word(i-2) == "any"
			return indefinite && i > first && !isSaying(before) && !isBelieving(before) && !clause.IsPronoun(before) && (presentVerb(t.Word(i+1)) || t.Word(i+1) == "has" || t.Word(i+1) == "is" || t.Word(i+1) == "have" || t.Word(i+1) == "are" || t.Word(i+1) == "will")
		}
	}
	return false
}
