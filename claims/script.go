package claims

import (
	"strings"
	"unicode"
)

// twins are letters of other alphabets that look like a Latin one, small or
// capital, and that one.
var twins = strings.NewReplacer(
	"а", "a", "в", "b", "с", "c", "ԁ", "d", "е", "e", "ё", "e", "һ", "h", "н", "h", "і", "i", "ї", "i", "ј", "j", "к", "k", "ӏ", "l", "м", "m",
	"о", "o", "р", "p", "ԛ", "q", "ѕ", "s", "т", "t", "у", "y", "ԝ", "w", "х", "x", "ѵ", "v", "ү", "y", "ь", "b", // Cyrillic
	"α", "a", "β", "b", "ε", "e", "η", "h", "ι", "i", "κ", "k", "μ", "m", "ν", "n", "ο", "o", "ρ", "p", "τ", "t", "υ", "y",
	"χ", "x", "ζ", "z", "ϲ", "c", "ϳ", "j", // Greek
	"օ", "o", "ո", "n", "ս", "u", "հ", "h", "ց", "g", "զ", "q", // Armenian
	"ı", "i", "ɑ", "a", "ɡ", "g", "ꞵ", "b", // Latin that looks like other Latin
)

// alphabets are those whose letters look alike.
var alphabets = []struct {
	name  string
	table *unicode.RangeTable
}{
	{"Latin", unicode.Latin}, {"Cyrillic", unicode.Cyrillic}, {"Greek", unicode.Greek}, {"Armenian", unicode.Armenian}, {"Cherokee", unicode.Cherokee},
}

// Mixed returns the alphabets, at least two, that one word of a name mixes:
// "Саfé" with Cyrillic С and а, Latin f and é. It returns nil for a name
// whose words are each of one alphabet.
func Mixed(name string) []string {
	if ascii(name) {
		return nil
	}
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M) }) {
		var found []string
		for _, a := range alphabets {
			if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(a.table, r) }) {
				found = append(found, a.name)
			}
		}
		if len(found) > 1 {
			return found
		}
	}
	return nil
}

// invisible reports whether a font shows nothing for r: spaces, controls,
// marks that need a letter, and what Unicode lets programs ignore.
func invisible(r rune) bool {
	switch r {
	case 0x2800, 0x1d159, 0x13441, 0x13442: // blanks that count as symbols
		return true
	}
	return unicode.IsSpace(r) || !unicode.IsGraphic(r) || unicode.In(r, unicode.Mn, unicode.Me, unicode.Zs,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
