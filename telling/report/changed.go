package report

import (
	"fmt"
	"strings"
)

// Changed counts the claims, names and drafts that a command changed.
func Changed(claims, names, drafts int) string {
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{claims, "claim"}, {names, "name"}, {drafts, "draft"}} {
		if p.n > 0 {
			parts = append(parts, Count(p.n, p.noun))
		}
	}
	return strings.Join(parts, " and ")
}

// ChangedInPart says how far an undo of a command came before it was stopped,
// and how it goes on. Redoes is the verb that was being done again, "" for an
// undo.
func ChangedInPart(done, of int64, verb, redoes, command string) string {
	if redoes != "" {
		return fmt.Sprintf("%d of %d changes of %s are done again, and stay so: tracker redo does the rest, tracker undo takes them back when that is done", done, of, redoes)
	}
	return fmt.Sprintf("%d of %d changes of %s are taken back, and stay so: tracker undo %s takes back the rest, tracker redo brings these back", done, of, verb, command)
}
