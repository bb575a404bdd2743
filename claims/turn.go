package claims

import (
	"regexp"
	"strings"
	"sync"

	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Denies reports whether c says that its event does not happen: by its
// polarity, or by words of confidence that deny it themselves ("no chance").
func Denies(c Claim, lexicon *hedge.Lexicon) bool {
	return c.Polarity == WillNot || c.Hedge.Words != "" && lexicon.Read(c.Hedge.Words).Negative
}

// Turned is the reading of c in the other direction. Where words of confidence
// deny the event other words have to take their place: no polarity stands
// against them.
func Turned(c Claim, lexicon *hedge.Lexicon) Second {
	denied := Denies(c, lexicon)
	if denied && c.Polarity != WillNot {
		root := lexicon.Read(c.Hedge.Words).Root
		return Second{Is: turnedRound(WillNot).Is, Flag: "hedge", Value: affirmed(root, lexicon)}
	}
	if denied {
		return turnedRound(WillNot)
	}
	return turnedRound(Will)
}

// Turns reports whether c has another direction in another reading of its
// days: that the event comes with the day up to which it was denied, or the
// other phrase of "not on 1 May but on 1 June" and of "on 1 June, not on 1 May".
func Turns(c Claim, a deadline.Alternative, lexicon *hedge.Lexicon) bool {
	denied := Denies(c, lexicon)
	if a.Why == deadline.ThatItComes {
		return denied
	}
	phrase, ok := strings.CutPrefix(a.Why, deadline.OtherPhrase)
	if !ok {
		return false
	}
	text, at := placeOf(c, strings.Trim(phrase, `"`))
	if at < 0 {
		return false
	}
	part, start := partAround(text, at)
	if own := strings.Index(text, c.Window.Phrase); own >= start && own < start+len(part) {
		return false
	}
	return reDenied().MatchString(part) != denied
}

// placeOf finds a phrase of time in the words that a window was read from.
func placeOf(c Claim, phrase string) (text string, at int) {
	for _, text := range []string{c.Window.Phrase, c.Quote, c.Statement} {
		if at := strings.Index(text, phrase); at >= 0 && (text != c.Window.Phrase || len(text) > len(phrase)) {
			return text, at
		}
	}
	return "", -1
}

// partAround returns the part of a text around a byte that has one direction,
// and where it starts.
func partAround(text string, at int) (part string, start int) {
	end := len(text)
	for _, cut := range reContrast().FindAllStringIndex(text, -1) {
		if cut[0] > at {
			end = cut[0]
			break
		}
		start = cut[0]
	}
	return text[start:end], start
}

// reContrast matches where a sentence may turn from no to yes or back, and
// reDenied a part that says no.
var (
	reContrast = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)[.;:!?—](?:\s|$)|,\s+(?:it|they|we|he|she)\b|\b(?:but|though|although|while|whereas|only|rather|instead|however|will|not|never|nor)\b`)
	})
	reDenied = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\b(?:not|never|nor|no|cannot|rather\s+than|instead\s+of)\b|n['’]t\b`)
	})
)
