package article

import (
	"strings"
	"testing"
	"time"
)

// What a printer did to a text is taken back, and every part of it still knows
// where it stood.
func TestPrintedPages(t *testing.T) {
	for file, want := range map[string]string{
		"The trains go into ser-\nvice in May.":            "The trains go into service in May.",
		"A long-\nterm plan, and a re-\r\n  opening.":      "A long-term plan, and a reopening.",
		"The rail-link will open. The rail-\nlink is new.": "The rail-link will open. The rail-link is new.",
		"From 2026-\n2027 on, and North-\nSouth.":          "From 2026-\n2027 on, and North-\nSouth.",
		"MINISTRY\nRelease 14\n\nIt is planned for autumn\n\n   Page 1 of 2\n\fMINISTRY\nRelease 14\n\n2026.\n\n Page 2 of 2\n": "MINISTRY\nRelease 14\n\nIt is planned for autumn\n2026.",
		"It opens in May.\n- 1 -\n\fThe mayor said so.\n":                                                                       "It opens in May.\nThe mayor said so.",
		"Nothing is printed here.\n\nIt opens in May.":                                                                          "Nothing is printed here.\n\nIt opens in May.",
	} {
		a, err := Read("a.txt", []byte(file))
		if err != nil || strings.TrimSpace(a.Text) != want {
			t.Errorf("%q is read as %q, %v, want %q", file, a.Text, err, want)
		}
		for _, p := range a.Pieces {
			if a.Text[p.Text.Start:p.Text.End] != file[p.File.Start:p.File.End] {
				t.Errorf("%q is said to stand at %q", a.Text[p.Text.Start:p.Text.End], file[p.File.Start:p.File.End])
			}
		}
	}
}

// However a text is parted, the time it takes grows with its length.
func TestHostilePages(t *testing.T) {
	for _, file := range []string{strings.Repeat("ab-\ncd", 1<<20), strings.Repeat("x\f", 4<<20), strings.Repeat("\n", 4<<20) + strings.Repeat("x\n\f", 1<<20), strings.Repeat("a \n\n\fb", 1<<20)} {
		start := time.Now()
		if _, err := Read("a.txt", []byte(file)); err != nil || time.Since(start) > 20*time.Second {
			t.Errorf("%.12q: %s, %v", file, time.Since(start), err)
		}
	}
}
