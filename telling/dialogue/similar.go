package dialogue

import (
	"fmt"

	"tracker/claims"
	"tracker/telling/report"
)

// WarnSimilar says that a claim may have been logged before.
func (g *Dialogue) WarnSimilar(c claims.Claim, similar []claims.Claim) {
	for _, s := range similar {
		g.Sayf("warning: this looks like claim %d, said %s: %s", s.ID, report.Day(s.StatedOn.Day()), s.Statement)
		source := "SOURCE"
		if len(c.Appearances) > 0 {
			source = fmt.Sprintf("%q", c.Appearances[0].Source)
		}
		g.Sayf("hint: the same statement? tracker undo, then tracker amend %d --also-in %s --url URL", s.ID, source)
		g.Sayf("hint: said again? tracker link %d --repeats %d", c.ID, s.ID)
	}
}
