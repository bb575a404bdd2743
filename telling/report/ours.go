package report

import (
	"fmt"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/reading/hedge"
)

// statementOurs is what was said to happen, in our words, with everything that
// turns it: the NOT of a denial, the number that was stated, the words of
// confidence where these speak against the event, and the condition. Every format
// that is published says it like this:
//
//	it does NOT happen that the airport opens
//	16 % that Brazil wins the World Cup
//	“very unlikely” that the bank raises its rates
//	the council raises the tax, if “the grant is cut”
func statementOurs(c *Claim) string { return unconditional(c) + c.conditionEnd() }

// unconditional is the same without the condition.
func unconditional(c *Claim) string {
	s := directed(singled(c.Statement, c.Quote), c.Polarity)
	if c.Type != claims.Forecast {
		return s
	}
	h := c.AsSaid()
	against := c.Side == hedge.No && c.Polarity != claims.WillNot || c.Side == hedge.Yes && c.Polarity == claims.WillNot
	switch stated := h.Kind == hedge.Explicit && h.P != nil; {
	case stated && !h.HandSet() && c.NumberFrom() != "":
		return fmt.Sprintf("%s, in the words of %s, that %s", percentage(h.P), reporter(c.view()), inSentence(s))
	case stated && !h.HandSet():
		return percentage(h.P) + " that " + inSentence(s)
	case !against:
		return s
	case stated:
		return percentage(h.P) + ", set by hand, that " + inSentence(s)
	case takesThat(h.Words):
		return confidence(c, h) + " that " + inSentence(s)
	case h.Said == nil || !*h.Said:
		return "not expected that " + inSentence(s)
	}
	return "not expected, as " + confidence(c, h) + " says, that " + inSentence(s)
}

// directed is a statement with its NOT where it was denied.
func directed(statement string, p claims.Polarity) string {
	s := strings.TrimRight(statement, ".")
	if p == claims.WillNot {
		return denied(inSentence(s))
	}
	return s
}

// confidence is the words of confidence, and whose they are where not the
// speaker's. Those that the quote does not have are ours, as the sentence is that
// they stand in.
func confidence(c *Claim, h claims.Hedge) string {
	switch {
	case h.Said == nil || !*h.Said:
		return h.Words
	case c.ReportedBy() != "":
		return fmt.Sprintf("%s, in the words of %s,", marked(h.Words, h.Said), reporter(c.view()))
	}
	return marked(h.Words, h.Said)
}

// judging are last words of confidence after which a "that" can follow.
var judging = []string{"likely", "unlikely", "probable", "improbable", "possible", "impossible", "doubtful", "inconceivable", "chance", "chances"}

// takesThat reports whether what is judged can follow as "that it happens".
func takesThat(words string) bool {
	list := strings.Fields(strings.ToLower(words))
	return len(list) > 0 && slices.Contains(judging, list[len(list)-1])
}
