package claims

import (
	"math"
	"slices"
	"strings"

	"tracker/reading/clause"
	"tracker/reading/hedge"
)

// Side is which way the claim points: hedge.Yes when it says that the event
// will happen, hedge.No when that it will not, hedge.Neither for a
// possibility, a wish, and words of confidence that nobody has placed. It
// comes from the words, not from the width of their range: a number of the
// speaker's own goes by ½, no words at all by the polarity unless the quote is
// a heading without a verb, everything else by the lexicon, nil for the built-in
// one. Will-not turns it round.
func (c *Claim) Side(lexicon *hedge.Lexicon) hedge.Side {
	side := c.Hedge.side(lexicon)
	if c.Hedge.Words == "" && c.Hedge.P == nil && isHeading(c.Quote) {
		return hedge.Neither
	}
	if c.Polarity == WillNot {
		return side.Opposite()
	}
	return side
}

// undecidedWords say of something that it is not settled.
var undecidedWords = []string{"tbd", "tbc", "tba", "to be decided", "to be determined", "to be confirmed", "to be announced"}

// Undecided reports whether the words do not say that anything will happen: a
// heading without a verb, or one still "to be decided". Such a claim cannot be
// tested until somebody accepts its window, or says how sure the speaker was.
func (c *Claim) Undecided() bool {
	switch {
	case c.Window.Accepted || c.Hedge.P != nil:
		return false
	case c.Hedge.Words == "":
		return isHeading(c.Quote)
	}
	return slices.Contains(undecidedWords, strings.ToLower(strings.TrimSpace(c.Hedge.Words)))
}

// longestHeading is how many bytes a heading has at most.
const longestHeading = 100

func isHeading(quote string) bool {
	return quote != "" && len(quote) <= longestHeading && clause.Cut(quote).Heading()
}

// turned reports whether p is that of the words turned round: of two denials
// that cancel, "I'd be amazed if it did not fly".
func turned(p, words float64) bool { return math.Abs(p+words-1) < 1e-9 && p != words }

// side is the side of the words as spoken.
func (h Hedge) side(lexicon *hedge.Lexicon) hedge.Side {
	if h.P != nil && h.Kind == hedge.Explicit {
		return half(*h.P)
	}
	if h.Words == "" {
		return hedge.Yes
	}
	for _, l := range []*hedge.Lexicon{lexicon, hedge.Builtin()} {
		if l == nil {
			continue
		}
		r := l.Read(h.Words)
		switch {
		case r.P == nil && r.Negative && l.Whole(h.Words):
			return r.Side.Opposite()
		case !r.Known:
		case h.P != nil && r.P != nil && turned(*h.P, *r.P):
			return r.Side.Opposite()
		default:
			return r.Side
		}
	}
	if h.P == nil || .35 <= *h.P && *h.P <= .65 {
		return hedge.Neither
	}
	return half(*h.P) // a phrase of a lexicon that is not at hand
}

func half(p float64) hedge.Side {
	switch {
	case p > .5:
		return hedge.Yes
	case p < .5:
		return hedge.No
	}
	return hedge.Neither
}
