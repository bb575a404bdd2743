package article

import (
	"strings"
	"unicode"
)

// Of the words of an English text a quarter to a half are small ones such as
// "the" and "of" (Zipf); of texts in other languages hardly any are these. A
// text with fewer words than fewest says nothing about that.
const (
	fewest     = 25
	mostLooked = 2000
	share      = 0.08
)

// English reports whether a text reads like English, or is too short to tell. A
// page is not believed about its language: its frame may be in another.
func (a *Article) English() bool {
	words, small := 0, 0
	for w := range strings.FieldsFuncSeq(a.Text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if words++; isSmall(strings.ToLower(w)) {
			small++
		}
		if words == mostLooked {
			break
		}
	}
	return words < fewest && !a.unspaced() || float64(small) >= share*float64(words)
}

// isSmall reports English words that every text has, and that hardly any other
// language writes so.
func isSmall(word string) bool {
	switch word {
	case "the", "of", "and", "to", "that", "for", "with", "by", "from", "it", "this", "are", "be", "has", "have", "had", "will", "would", "said", "which", "their", "they", "not", "its", "who", "been", "but":
		return true
	}
	return false
}

// unspaced reports a text whose words no spaces part: several times as many
// letters beyond the Latin, Greek and Cyrillic ones as spaces.
func (a *Article) unspaced() bool {
	far, spaces := 0, 1
	for i, r := range a.Text {
		switch {
		case i > 10_000:
			return far > 3*spaces && far > fewest
		case unicode.IsSpace(r):
			spaces++
		case r >= 0x0590 && unicode.IsLetter(r):
			far++
		}
	}
	return far > 3*spaces && far > fewest
}
