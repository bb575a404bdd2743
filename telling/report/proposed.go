package report

import (
	"strings"

	"tracker/claims"
	"tracker/clean"
)

// ProposedLine says what somebody who was asked proposes as the verdict:
// "proposed by desk (mail, Mon 18 Aug 2025): yes, on Fri 15 Aug 2025, on time".
func ProposedLine(c *claims.Claim, p claims.Proposal) string {
	v := p.Verdict()
	if v.Happened() {
		v.Timing = c.Window.Timing(v.Day)
	}
	return "proposed by " + clean.Line(p.By) + " (" + clean.Line(p.Via) + ", " + Day(c.Today(p.At)) + "): " + VerdictLine(c.Window, &v)
}

// ProposedBecause is what a proposal rests on, "" for nothing.
func ProposedBecause(p claims.Proposal) string {
	parts := []string{p.Note}
	for _, e := range p.Evidence {
		parts = append(parts, e.URL+e.File)
	}
	return clean.Line(strings.TrimSpace(strings.Join(parts, "  ")))
}
