package drafting

import (
	"fmt"
	"slices"
	"strings"

	"tracker/reading/clause"
	"tracker/reading/draft"
)

// Passage is the paragraph of an article in which a draft stands, with those
// beside it that name its speaker, where that does not.
type Passage struct{ Above, Before, Sentence, After, Below string }

// Passage returns the paragraph of what was found as number i.
func (r *Reading) Passage(i int) Passage {
	d, text := &r.Found[i], r.From.Text
	at := r.find(d)
	if at < 0 || d.Sentence == "" {
		return Passage{Sentence: d.Sentence}
	}
	end := at + len(d.Sentence)
	start, stop := around(text, at, end, "\n\n")
	if stop-start > len(d.Sentence)+3*mostAbove { // every line is a paragraph
		start, stop = around(text, at, end, "\n")
	}
	p := Passage{Before: tail(flat(text[start:at])), Sentence: flat(d.Sentence), After: head(flat(text[end:stop]))}
	switch {
	case d.SpeakerRule == "signed" && p.After == "":
		p.Below = signature(text[stop:])
	case d.Sure == draft.Likely && p.Before == "":
		p.Above = tail(paragraphBefore(text[:start]))
	}
	return p
}

// mostAbove is how much is shown before a sentence, and after it, in bytes.
const mostAbove = 400

// around is what stands between two breaks around bytes at to end.
func around(text string, at, end int, breaks string) (start, stop int) {
	if stop = strings.Index(text[end:], breaks); stop < 0 {
		stop = len(text) - end
	}
	return strings.LastIndex(text[:at], breaks) + 1, end + stop
}

// paragraphBefore is the last paragraph of a text.
func paragraphBefore(text string) string {
	text = strings.TrimRight(text, " \n")
	return flat(text[strings.LastIndex(text, "\n\n")+1:])
}

// tail is the end of a long paragraph.
func tail(s string) string {
	if len(s) <= mostAbove {
		return s
	}
	at := len(s) - mostAbove
	return "… " + s[at+strings.IndexByte(s[at:], ' ')+1:]
}

// head is the beginning of a long paragraph.
func head(s string) string {
	if len(s) <= mostAbove {
		return s
	}
	return s[:strings.LastIndexByte(s[:mostAbove], ' ')+1] + "…"
}

// signature is the first paragraph of a text that begins with a dash: who signs
// what stands above it.
func signature(text string) string {
	for para := range strings.SplitSeq(text, "\n\n") {
		if para = flat(para); strings.IndexAny(strings.TrimLeft(para, "> "), "—–―-") == 0 {
			return para
		}
	}
	return ""
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
