package screen

import (
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/clean"
)

// Paragraph writes a sentence, wrapped, its further lines indented.
func (sc *Screen) Paragraph(s string) {
	sc.Printf("%s\n", strings.ReplaceAll(Wrap(s, sc.Width-2), "\n", "\n  "))
}

// Wrap breaks a paragraph so that no line is wider than n: at spaces, and
// between the letters of scripts that have none. A longer word, such as an
// address, stays whole, so that it can be copied.
func Wrap(s string, n int) string {
	var b strings.Builder
	width := 0
	for _, word := range strings.Fields(s) {
		space := 1
		for _, piece := range pieces(word) {
			w := text.StringWidth(piece)
			switch {
			case width == 0:
			case width+space+w > n:
				b.WriteByte('\n')
				width = 0
			default:
				b.WriteString(" "[:space])
				width += space
			}
			b.WriteString(piece)
			width += w
			space = 0
		}
	}
	return b.String()
}

// Indented breaks a text for people so that all of it stands n columns in.
func (sc *Screen) Indented(s string, n int) string { return sc.broken(sc.TTYOut, s, n) }

// IndentedErr is Indented for standard error.
func (sc *Screen) IndentedErr(s string, n int) string { return sc.broken(sc.TTYErr, s, n) }

func (sc *Screen) broken(terminal bool, s string, n int) string {
	if !terminal || n+text.StringWidth(s) <= sc.Width {
		return s
	}
	return strings.ReplaceAll(Wrap(s, max(sc.Width-n, 20)), "\n", "\n"+strings.Repeat(" ", n))
}

// Passage writes a paragraph of an article with one of its sentences marked at
// the margin.
func (sc *Screen) Passage(before, sentence, after string) {
	for _, part := range []struct{ text, margin string }{{before, "   "}, {sentence, " ┃ "}, {after, "   "}} {
		if part.text == "" {
			continue
		}
		for row := range strings.SplitSeq(Wrap(clean.Line(part.text), max(sc.Width-4, 20)), "\n") {
			if part.margin != "   " {
				row = sc.Paint(row, text.Bold)
			}
			sc.Printf("%s%s\n", part.margin, row)
		}
	}
}

// Shorten makes s harmless and cuts it to n columns.
func Shorten(s string, n int) string { return text.Snip(clean.Line(s), n, "…") }

// Rule is a line across the screen with a title.
func (sc *Screen) Rule(title string) string {
	return "── " + title + " " + strings.Repeat("─", max(min(sc.Width, 100)-len(title)-4, 0))
}
