package drafting

import (
	"fmt"
	"slices"
	"strings"

	"tracker/reading/clause"
	"tracker/reading/draft"
)

// Passage is the paragraph of an article in which a draft stands.
type Passage struct{ Before, Sentence, After string }

// Passage returns the paragraph of what was found as number i.
func (r *Reading) Passage(i int) Passage {
	d, text := &r.Found[i], r.From.Text
	at := r.find(d)
	if at < 0 || d.Sentence == "" {
		return Passage{Sentence: d.Sentence}
	}
	end := at + len(d.Sentence)
	start := strings.LastIndex(text[:at], "\n\n") + 1
	stop := len(text)
	if n := strings.Index(text[end:], "\n\n"); n >= 0 {
		stop = end + n
	}
	return Passage{flat(text[start:at]), flat(d.Sentence), flat(text[end:stop])}
}

// find is where in the text the sentence of a draft stands: there where it
// comes from the bytes of the file that the draft names.
func (r *Reading) find(d *draft.Draft) int {
	text, first := r.From.Text, -1
	for at := 0; at <= len(text); {
		n := strings.Index(text[at:], d.Sentence)
		if n < 0 {
			return first
		}
		at += n
		if r.From.File(clause.Span{Start: at, End: at + len(d.Sentence)}) == d.Within {
			return at
		}
		if first < 0 {
			first = at
		}
		at += max(len(d.Sentence), 1)
	}
	return first
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// Why says in words by which rules something was found, as number i.
func (r *Reading) Why(i int) []string {
	d := &r.Found[i]
	var lines []string
	for _, x := range draft.Rules {
		if slices.Contains(d.Why, x.ID) && x.ID != d.SpeakerRule {
			lines = append(lines, x.ID+": "+x.Says)
		}
	}
	for _, x := range draft.Rules {
		if x.ID == d.SpeakerRule {
			lines = append(lines, fmt.Sprintf("speaker by %s: %s (%s)", x.ID, x.Says, d.Sure))
		}
	}
	return append(lines, fmt.Sprintf("likely worth it: %.0f of 100, by rules %s; bytes %d to %d of the file", 100*d.Score, draft.Version, d.Span.Start, d.Span.End))
}
