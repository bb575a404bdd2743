package intake

import (
	"fmt"
	"strings"

	"tracker/telling/report"
)

// left says what an import that has stopped leaves in the book.
func (im *importer) left() {
	if im.written.work() == 0 {
		im.Sayf("nothing was written by this command")
		return
	}
	im.Sayf("%s before it stopped, and kept; the same command again adds the rest, tracker undo takes back what is there", im.written.text(false))
}

// tally counts what became of the lines of a file.
type tally struct{ added, updated, restored, same, bad int }

// work is how many claims there are to write.
func (t tally) work() int { return t.added + t.updated + t.restored }

func (t tally) text(dry bool) string {
	would := ""
	if dry {
		would = "dry run, nothing written: "
	}
	parts := []string{report.Count(t.added, "claim") + " added"}
	for _, p := range []struct {
		n    int
		what string
	}{{t.updated, "updated"}, {t.restored, "brought back after an undo"}, {t.same, "already there"}, {t.bad, "refused"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return would + strings.Join(parts, ", ")
}

func (t *tally) count(f fate) { t.move(f, 1) }

// move adds n to the count of a fate.
func (t *tally) move(f fate, n int) {
	switch f {
	case adds:
		t.added += n
	case updates:
		t.updated += n
	case restores:
		t.restored += n
	case isSame:
		t.same += n
	}
}
