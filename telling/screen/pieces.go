package screen

import (
	"strings"
	"unicode"
)

// pieces are the parts of a word between which a line may end: one for most
// words, nearly one a letter in Chinese and Japanese, which write no spaces.
func pieces(word string) []string {
	if !strings.ContainsFunc(word, spaceless) {
		return []string{word}
	}
	var list []string
	from, before := 0, rune(0)
	for i, r := range word {
		if i > 0 && (spaceless(before) || spaceless(r)) && !opens(before) && !leans(r) {
			list = append(list, word[from:i])
			from = i
		}
		before = r
	}
	return append(list, word[from:])
}

// spaceless reports letters of scripts that write no spaces.
func spaceless(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// opens reports what does not end a line: brackets and quotation marks that open.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// leans reports what does not begin a line: punctuation but for such marks, and
// what belongs to the letter before it.
func leans(r rune) bool {
	return unicode.IsPunct(r) && !opens(r) || unicode.In(r, unicode.M, unicode.Cf, unicode.Lm) || strings.ContainsRune("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ", r)
}
