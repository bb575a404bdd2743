package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// sentence is one sentence of a block, in bytes of the article.
type sentence struct {
	clause.Span
	block int
}

// longest is how many bytes a sentence has at most; longer ones are cut at a
// space.
const longest = 3000

// sentences cuts a block at the ends of its sentences, inside quotations too.
func sentences(text string, block clause.Span) []clause.Span {
	var all []clause.Span
	start := block.Start
	for i := block.Start; i < block.End; i++ {
		end := stopAt(text[:block.End], i)
		if end == 0 && i-start > longest && text[i] == ' ' {
			end = i + 1
		}
		if end > 0 {
			all = append(all, trimmed(text, clause.Span{Start: start, End: end}))
			start, i = end, end-1
		}
	}
	if last := trimmed(text, clause.Span{Start: start, End: block.End}); last.End > last.Start {
		all = append(all, last)
	}
	return all
}

// stopAt is the end of the sentence whose last mark stands at i, 0 for none:
// closing quotation marks belong to it, and a capital, a digit or an opening
// mark follows.
func stopAt(text string, i int) int {
	switch text[i] {
	case '!', '?':
	case '.':
		if abbreviated(text, i) {
			return 0
		}
	default:
		return 0
	}
	end := i + 1
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune(".!?\"”’'»)]", r) {
			break
		}
		end += size
	}
	rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
	if rest == "" || len(rest) == len(text)-end {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsLower(r) || r == '-' || r == '–' || r == '—' || r == ',' {
		return 0
	}
	return end
}

// abbreviated reports whether the full stop at i belongs to the word before it:
// "Mr.", "Aug. 6", "U.S.", "J. Smith".
func abbreviated(text string, i int) bool {
	start := strings.LastIndexFunc(text[:i], func(r rune) bool { return unicode.IsSpace(r) || r == '"' || r == '“' || r == '(' }) + 1
	if start > 0 && start < i && !utf8.RuneStart(text[start]) {
		for start < i && !utf8.RuneStart(text[start]) {
			start++
		}
	}
	word := strings.TrimLeft(text[start:i], "“\"(‘'")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(text[i+1:], unicode.IsSpace))
	if len(word) == 1 && unicode.IsUpper(rune(word[0])) {
		return word != "I"
	}
	switch lower := strings.ToLower(word); lower {
	case "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt", "rev", "st", "hon", "maj", "adm", "amb", "messrs", "vs":
		return true
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "art", "fig", "approx", "est", "pp", "cf":
		return unicode.IsDigit(next)
	case "u.s", "u.k", "u.n", "e.u", "a.m", "p.m", "i.e", "e.g", "inc", "ltd", "co", "corp", "etc", "jr", "sr", "d.c":
		return lower == "i.e" || lower == "e.g" || !unicode.IsUpper(next) || strings.Contains(lower, "u.") && !opensSentence(text[i+1:])
	}
	return false
}

// opensSentence reports a word that begins a sentence more often than a name
// after "U.S.": "The", "It", "But".
func opensSentence(rest string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	switch first {
	case "The", "A", "An", "It", "He", "She", "They", "We", "But", "And", "In", "On", "If", "This", "That", "I", "There", "Both", "However":
		return true
	}
	return false
}
