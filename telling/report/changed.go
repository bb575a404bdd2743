package report

import "strings"

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
