package report

import (
	"fmt"
	"strings"
	"time"

	"tracker/claims"
)

// OnlyHere is what only one of two journals holds: "3 entries until 2025-08-18
// 12:00: 2 claims 7, 8; 1 verdict on claim 3". Logged, judged and changed
// are the claims that the entries are about.
func OnlyHere(entries int, last time.Time, logged, judged, changed []claims.ID) string {
	if entries == 0 {
		return "nothing"
	}
	var parts []string
	for _, p := range []struct {
		ids       []claims.ID
		one, many string
	}{{logged, "claim", "claims"}, {judged, "verdict on claim", "verdicts on claims"}, {changed, "change of claim", "changes of claims"}} {
		switch len(p.ids) {
		case 0:
		case 1:
			parts = append(parts, fmt.Sprintf("1 %s %d", p.one, p.ids[0]))
		default:
			parts = append(parts, fmt.Sprintf("%d %s %s", len(p.ids), p.many, IDs(p.ids)))
		}
	}
	if len(parts) == 0 {
		parts = []string{"names and imports"}
	}
	noun := "entries"
	if entries == 1 {
		noun = "entry"
	}
	return fmt.Sprintf("%d %s until %s: %s", entries, noun, last.Format("2006-01-02 15:04"), strings.Join(parts, "; "))
}
