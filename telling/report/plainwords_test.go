package report

import (
	"regexp"
	"strings"
	"testing"

	"tracker/board"
	"tracker/reading/hedge"
)

// What readers get is in plain words, whatever the format: names of ours and
// of the field stand in the method alone. Quotes are the speakers'.
func TestPlainWords(t *testing.T) {
	ours := regexp.MustCompile(`(?i)\b(hedge[sd]?|hedging|untestable|unaccepted|not matured|lower.bound|polarity|logged|leaderboard|denominator|slug)\b|\b[a-z]+_[a-z_]+\b|\b(kept|stood)-(early|late|in-part)\b|\bno-side\b`)
	method := regexp.MustCompile(`(?i)\b(jeffreys|kaplan|isotonic|corp|mcb|quantiles?|regression|degrees of freedom|greenwood|shrunk|p-value)\b`)
	reasons := map[string]bool{}
	for slug := range reasonWords {
		if strings.Contains(slug, "-") {
			reasons[slug] = true
		}
	}
	for _, by := range []board.Grouping{board.BySpeaker, board.BySource, board.ByEvent} {
		b := board.Score(seqOf(built()), by, standard, asOf, board.Options{Sources: true})
		r := New(b, Options{Lexicon: hedge.Builtin()})
		for _, f := range []Format{Markdown, HTML, XLSX, Atom, ClaimReview, Calendar} {
			text := readable(mustWrite(t, r, f), f)
			if len(text) < 150 {
				t.Fatalf("%s: only %d bytes", f, len(text))
			}
			for _, w := range append(ours.FindAllString(text, -1), method.FindAllString(text, -1)...) {
				t.Errorf("%s, by %s: the word %q", f, by, w)
			}
			for slug := range reasons {
				if strings.Contains(text, slug) {
					t.Errorf("%s, by %s: the reason %q", f, by, slug)
				}
			}
		}
	}
}

// readable is what people read of a rendering outside of its method.
func readable(text string, f Format) string {
	cut := func(from, to string) {
		before, rest, found := strings.Cut(text, from)
		if !found {
			return
		}
		_, after, _ := strings.Cut(rest, to)
		text = before + after
	}
	switch f {
	case HTML:
		_, text, _ = strings.Cut(text, "<body>")
		cut(`<section id="method"`, "</section>")
		cut("<script>", "</script>")
		text = reTag.ReplaceAllString(text, "\n")
	case Markdown:
		cut("\n## How it is done", "\n## ")
		text = reLink.ReplaceAllString(text, "")
	case XLSX:
		cut("== Method", "\x00")
	case Calendar:
		text = strings.ReplaceAll(text, "\r\n ", "")
	case ClaimReview:
		text = regexp.MustCompile(`"[@A-Za-z]+":`).ReplaceAllString(text, "")
	}
	return text
}
