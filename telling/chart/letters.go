package chart

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/clean"
)

// Sizes of letters, in pixels; the style sheet has the same.
const (
	titleSize = 17
	textSize  = 13
	smallSize = 11.5
)

// widthOf is about how wide a text is: letters are a little over half as wide
// as they are high, and those of wide scripts twice that.
func widthOf(s string, size float64) float64 { return float64(text.StringWidth(s)) * size * letter }

// letter is how wide a letter is, of its height: what the widest of the fonts
// that readers have needs.
const letter = 0.6

// cut is as much of a text as fits a width.
func cut(s string, width, size float64) string {
	s = clean.Line(s)
	if widthOf(s, size) <= width {
		return s
	}
	return text.Trim(s, max(1, int(width/(size*letter))-1)) + "…"
}

// mostLines is how many lines a sentence over a chart may take.
const mostLines = 4

// wrapped is a text in lines that fit a width.
func wrapped(s string, width, size float64) []string {
	var lines []string
	for _, word := range strings.Fields(clean.Line(s)) {
		last := len(lines) - 1
		switch {
		case last >= 0 && (widthOf(lines[last]+" "+word, size) <= width || last+1 == mostLines):
			lines[last] += " " + word
		default:
			lines = append(lines, word)
		}
	}
	for i, l := range lines {
		lines[i] = cut(l, width, size)
	}
	return lines
}

// percent is a share of 1 as whole per cent.
func percent(x float64) string { return strconv.FormatFloat(100*x, 'f', 0, 64) + " %" }

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shareCell is a share of 1: whole per cent to read, in full in a file.
func shareCell(x float64) Cell {
	return Cell{Text: percent(x), Bare: strconv.FormatFloat(x, 'g', -1, 64)}
}
