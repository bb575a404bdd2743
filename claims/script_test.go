package claims

import (
	"fmt"
	"testing"
	"unicode"
)

// What Unicode lets programs ignore, spaces and the blanks that count as
// letters or symbols say nothing, alone or together.
func TestInvisibleLettersSayNothing(t *testing.T) {
	for _, r := range []rune{0x3164, 0x2800, 0x115f, 0x1160, 0xffa0, 0x34f, 0x17b4, 0x180e, 0x200b, 0x2060, 0x2061, 0x2065, 0xfe0f, 0xfeff,
		0xe0001, 0xe0100, 0x1d159, 0x1d173, 0xad, 0xa0, 0x3000, 0x2028, 0x85, 0x1b, 0x301, 0x20dd, ' '} {
		if s := string([]rune{r, ' ', r}); !Blank(s) {
			t.Errorf("%U shows something", r)
		}
		if Blank(string([]rune{r, 'x'})) {
			t.Errorf("%U hides a letter", r)
		}
	}
	for r, n := rune(0), 0; r <= unicode.MaxRune; r++ {
		if unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Cf, r) {
			if n++; !Blank(string(r)) {
				t.Errorf("%U shows something", r)
			}
		}
	}
	for _, s := range []string{"x", "…", "日本", "🙂", "ก็", "क", "-", "７"} {
		if Blank(s) {
			t.Errorf("%q is blank", s)
		}
	}
}

func TestMixed(t *testing.T) {
	for name, want := range map[string]string{
		"Саfé":            "[Latin Cyrillic]",
		"Τesla":           "[Latin Greek]",
		"The Сabinet":     "[Latin Cyrillic]",
		"Café":            "[]",
		"Кафе":            "[]",
		"Министр and the": "[]", // each word of one alphabet
		"日本放送協会NHK":       "[]",
		"O’Brien":         "[]",
		"Agence 24":       "[]",
	} {
		if got := fmt.Sprint(Mixed(name)); got != want {
			t.Errorf("Mixed(%q) = %s, want %s", name, got, want)
		}
	}
}

func TestLookAlikeAcrossAlphabets(t *testing.T) {
	for _, pair := range [][2]string{{"Саfé", "Café"}, {"Τhe Times", "The Times"}, {"РОСТ", "POCT"}, {"Ѕрасе Аgеnсу", "Space Agency"}} {
		if a, b := LookAlike(pair[0]), LookAlike(pair[1]); a != b && "the "+b != a && a != "the"+b {
			t.Errorf("%q and %q do not look alike: %q, %q", pair[0], pair[1], a, b)
		}
	}
	if LookAlike("Министерство") == LookAlike("Ministry") {
		t.Error("a word of another language looks alike")
	}
}
