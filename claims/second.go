package claims

import (
	"fmt"
	"strings"
	"unicode"

	"tracker/reading/hedge"
	"tracker/reading/undertaking"
)

// Second is another reading of a claim's words: what it would be, and the flag
// with its value that takes it.
type Second struct{ Is, Flag, Value string }

// Flags are the flags that take the reading, as they are typed.
func (s Second) Flags() string {
	if s.Value == "" {
		return "--" + s.Flag
	}
	if strings.ContainsFunc(s.Value, func(r rune) bool { return !unicode.IsLetter(r) }) {
		return fmt.Sprintf("--%s %q", s.Flag, s.Value)
	}
	return fmt.Sprintf("--%s %s", s.Flag, s.Value)
}

// Answer is the reading as an answer to a question: a flag and its value
// without the dashes.
func (s Second) Answer() string { return strings.TrimSpace(s.Flag + " " + s.Value) }

// Seconds are the readings of polarity, type and hedge that a second reader of
// the quote might prefer. A member that does not stand as the words were read
// was set by hand, and has none.
func Seconds(c Claim, lexicon *hedge.Lexicon) []Second {
	if c.Quote == "" {
		return nil
	}
	first := lexicon.FindFor(c.Quote, c.Statement)
	var all []Second
	if read := polarityOf(first); first.Turned && c.Polarity == read {
		all = append(all, Turned(c, lexicon))
	}
	by := undertaking.Speaker{Name: c.Speaker, Kind: string(c.SpeakerKind)}
	if read := undertaking.Read(c.Quote, c.Statement, by); read.Or != "" && (c.Type == "" || c.Type == Forecast) {
		all = append(all, Second{Is: fmt.Sprintf("a %s, by %q", read.Or, read.Words), Flag: "type", Value: string(read.Or)})
	}
	if c.Hedge.Words != first.Words || !strings.HasPrefix(c.Hedge.Map, lexicon.Name()) && c.Hedge.Map != "" {
		return all
	}
	for _, other := range lexicon.Seconds(c.Quote, c.Statement) {
		all = append(all, Second{Is: other.Is(), Flag: "hedge", Value: other.Words})
	}
	return all
}

func polarityOf(r hedge.Reading) Polarity {
	if r.WillNot {
		return WillNot
	}
	return Will
}

func turnedRound(p Polarity) Second {
	if p == Will {
		return Second{Is: "that it will not happen", Flag: "will-not"}
	}
	return Second{Is: "that it will happen", Flag: "will"}
}
