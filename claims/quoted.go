package claims

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoted reports whether words occur in quote, so that they may stand in
// quotation marks: as whole words, white space, case and the form of
// quotation marks and apostrophes evened out, a space before % ignored, the
// parts around … or ... each in order.
func Quoted(quote, words string) bool {
	quote = even(quote)
	found := false
	for _, part := range strings.FieldsFunc(strings.ReplaceAll(words, "...", "…"), func(r rune) bool { return r == '…' }) {
		part = even(part)
		if part == "" {
			continue
		}
		end := whole(quote, part)
		if end < 0 {
			return false
		}
		quote, found = quote[end:], true
	}
	return found
}

// whole returns where the first occurrence of part in text ends that begins
// and ends with whole words, -1 for none.
func whole(text, part string) int {
	for at := 0; ; {
		i := strings.Index(text[at:], part)
		if i < 0 {
			return -1
		}
		begin, end := at+i, at+i+len(part)
		before, _ := utf8.DecodeLastRuneInString(text[:begin])
		after, _ := utf8.DecodeRuneInString(text[end:])
		first, _ := utf8.DecodeRuneInString(part)
		last, _ := utf8.DecodeLastRuneInString(part)
		if !(inWord(before) && inWord(first)) && !(inWord(last) && inWord(after)) {
			return end
		}
		_, size := utf8.DecodeRuneInString(text[begin:])
		at = begin + size
	}
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

var evener = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‛", "'", "–", "-", "‑", "-", " %", "%")

// even is a text without what printing alone decides.
func even(s string) string {
	if plain, is := evenASCII(s); is {
		return plain
	}
	return evener.Replace(strings.Join(strings.Fields(Fold(s)), " "))
}

// evenASCII is even for texts of ASCII alone, as most quotes are, in one pass.
func evenASCII(s string) (plain string, is bool) {
	var b strings.Builder
	b.Grow(len(s))
	space := false // before what comes
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case c == ' ' || '\t' <= c && c <= '\r':
			space = b.Len() > 0
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		if space && c != '%' {
			b.WriteByte(' ')
		}
		space = false
		b.WriteByte(c)
	}
	return b.String(), true
}

// Said reports whether words of c stand in its quote, nil without words.
func (c *Claim) Said(words string) *bool {
	if Blank(words) {
		return nil
	}
	return new(Quoted(c.Quote, words))
}
