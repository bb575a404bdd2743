// Package clean makes text from outside harmless where it is shown: on a
// terminal, in a spreadsheet, in Markdown. It never changes what is stored.
//
//	clean.Line("\x1b[2Jgone") // "\uFFFD[2Jgone"
//	clean.Cell("=1+1")        // "'=1+1"
package clean

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// harmful reports whether r moves the cursor, starts an escape sequence or
// reorders what stands around it: C0, DEL, C1, and the bidirectional
// controls.
func harmful(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r <= 0x9f:
		return true
	case r == 0x061c, r == 0x200e, r == 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	case r == 0x2028, r == 0x2029:
		return true
	}
	return false
}

// Harmful reports whether s holds a character that Line would replace.
func Harmful(s string) bool {
	return strings.ContainsFunc(s, harmful) || !utf8.ValidString(s)
}

// Line returns s with every harmful character, line breaks and tabs among
// them, and every byte that is not UTF-8 replaced by U+FFFD.
func Line(s string) string {
	if !Harmful(s) {
		return s
	}
	return strings.Map(Rune, s)
}

// Rune returns what Line puts in the place of r.
func Rune(r rune) rune {
	if harmful(r) {
		return utf8.RuneError
	}
	return r
}

// Cell returns s as a spreadsheet shows it as text: led by an apostrophe when
// a spreadsheet could take it for a formula, or when it begins with
// apostrophes before what could be one, so that Uncell gives s back.
func Cell(s string) string {
	if formula(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

// Uncell undoes Cell.
func Uncell(s string) string {
	if rest, ok := strings.CutPrefix(s, "'"); ok && formula(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return s
}

// starters are what starts a formula, in every width, height and form that a
// program might take for it.
const starters = "=+-@|%" + "＝＋－＠｜％" + "﹢﹣﹤﹥﹦﹪﹫" + "⁺⁻⁼₊₋₌" + "−﬩⩵⩶"

// formula reports whether a spreadsheet could run s: its first visible
// character is one that starts a formula.
func formula(s string) bool {
	for i, r := range s {
		if i == 0 && (r == '\t' || r == '\r' || r == '\n') {
			return true
		}
		if unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc, unicode.Mn, unicode.Me,
			unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector) || r == 0x2800 {
			continue
		}
		return strings.ContainsRune(starters, r)
	}
	return false
}

// JSON returns JSON with every harmful character in it, line breaks aside,
// as an escape that reads back as the same; all of them are in the basic
// plane.
func JSON(text []byte) []byte {
	if harmless(text) {
		return text
	}
	out := make([]byte, 0, len(text)+64)
	for _, r := range string(text) {
		if r != '\n' && harmful(r) {
			out = fmt.Appendf(out, "\\u%04x", r)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// harmless reports whether JSON has nothing to be escaped.
func harmless(text []byte) bool {
	for i := 0; i < len(text); {
		if text[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if harmful(r) || r == utf8.RuneError {
			return false
		}
		i += size
	}
	return true
}

// Markdown returns s as text in a Markdown table cell: markup, pipes, angle
// brackets and line breaks lose their meaning.
func Markdown(s string) string {
	var b strings.Builder
	for _, r := range Line(strings.Join(strings.Fields(s), " ")) {
		if strings.ContainsRune("\\`*_[]<>|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
