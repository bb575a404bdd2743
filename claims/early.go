package claims

import (
	"slices"
	"strings"
	"unicode"

	"tracker/reading/deadline"
)

// AsksEarly reports whether it matters for c whether earlier was as good as
// said: an event before the window of a promise or a plan that it would
// happen.
func (c *Claim) AsksEarly(v Verdict) bool {
	return c.undertaken() && c.Polarity == Will && v.Happened() && c.Window.Timing(v.Day) == Early
}

// EarlyCounts reports whether an event before the window of c is as good as
// one inside it, by its verdict or else by default.
func (c *Claim) EarlyCounts(p EarlyPolicy) bool { return c.undertaken() && c.earlyCounts(p) }

func (c *Claim) earlyCounts(p EarlyPolicy) bool {
	switch p {
	case EarlyStrict:
		return false
	case EarlyCredit:
		return true
	}
	if v := c.Verdict; v != nil && v.EarlyCounts != nil {
		return *v.EarlyCounts
	}
	return c.EarlyByDefault()
}

// EarlyByDefault answers for a claim whose verdict does not say whether
// earlier was as good: yes for a promise, and for a plan that delivers
// something; no for what ends, expires, meets or votes, whose day is the
// point, and for "not before" and "after".
func (c *Claim) EarlyByDefault() bool {
	switch {
	case c.Window.Relation == deadline.Earliest || c.Window.Relation == deadline.After:
		return false
	case c.Type == Promise:
		return true
	}
	return c.Type == Plan && !hangsOnItsDay(c.Statement)
}

// The words of events whose day is the point: an end that comes early is not
// the end that was announced. Words that begin others ("endorse", "method")
// stand whole, the rest by their beginnings.
var (
	fixedWords = []string{"end", "ends", "ended", "ending", "close", "closes", "closed", "closing", "closure", "meet", "meets", "met", "meeting",
		"meetings", "talks", "vote", "votes", "voted", "voting", "poll", "polls", "visit", "visits", "hearing", "trial"}
	fixedStems = []string{"expir", "lapse", "conclud", "conclus", "terminat", "cease", "summit", "conven", "elect", "referend", "ballot",
		"debate", "ceremon", "inaugurat", "conferenc", "anniversar"}
)

// hangsOnItsDay reports whether a statement is about an end, an expiry, a
// meeting or a vote.
func hangsOnItsDay(statement string) bool {
	words := strings.FieldsFunc(strings.ToLower(statement), func(r rune) bool { return !unicode.IsLetter(r) })
	return slices.ContainsFunc(words, func(word string) bool {
		return slices.Contains(fixedWords, word) || slices.ContainsFunc(fixedStems, func(stem string) bool {
			return strings.HasPrefix(word, stem) && !strings.HasPrefix(word, "electri") && !strings.HasPrefix(word, "electro")
		})
	})
}
