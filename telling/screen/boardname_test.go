package screen

import (
	"strings"
	"testing"
)

// A name in a narrow column is broken at spaces; a board that has no room for
// its words is drawn in blocks; only a word too wide for any is broken.
func TestNamesBreakAtSpaces(t *testing.T) {
	for name, want := range map[string]string{
		"Ludwigsburger Kreiszeitung (dpa)": "Ludwigsburger\nKreiszeitung\n(dpa)",
		"EN":                               "EN",
		strings.Repeat("x", 20):            strings.Repeat("x", 14) + "\n" + strings.Repeat("x", 6),
	} {
		if got := atSpaces(name, 14); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	rows := [][]string{{"Ludwigsburger Kreiszeitung (dpa)", "1"}, {strings.Repeat("x", 40), "1"}}
	if got := nameWidth(rows, 26); got != len("Ludwigsburger") {
		t.Errorf("%d columns", got)
	}
}
