package screen

import (
	"fmt"

	"tracker/telling/report"
)

// Gate writes what the claims of a report have and what they lack, what keeps
// it from being published first.
func (sc *Screen) Gate(g *report.Gate) {
	rows := make([][]string, len(g.Checks))
	for i, c := range g.Checks {
		needed := "counted"
		if c.Blocks {
			needed = "needed"
		}
		rows[i] = []string{c.Name, needed, fmt.Sprintf("%d of %d", c.Have, c.Of), report.IDs(c.Missing)}
	}
	sc.Table([]string{"what a reader can follow", "", "have it", "claims without"}, rows)
	sc.Sayf("%s looked at, as of %s; nothing was written", report.Count(g.Claims, "claim"), report.Day(g.AsOf))
}
