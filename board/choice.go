package board

import "tracker/claims"

// Choice is one other way to count the claims of a board, or to read them.
type Choice struct {
	Name   string
	Policy Policy
	Hedge  func(*claims.Claim) claims.Hedge // how this choice reads the hedge of a claim; nil as it is
	Leaves func(*claims.Claim) bool         // whether it leaves a claim out; nil leaves out none
}

// without reports whether the choice leaves a claim out.
func (c *Choice) without(j Judged) bool {
	return c.Leaves != nil && c.Leaves(j.Claim) || c.Policy.ExcludeHindsight && j.Hindsight
}

// judge is a claim under the choice, which must not leave it out; on is how
// the board judges it, by the policy p. It is as it was afterwards.
func (c *Choice) judge(on Judged, p Policy, asOf func(Policy, *claims.Claim) Judged) Judged {
	was := on.Claim.Hedge
	if c.Hedge != nil {
		on.Claim.Hedge = c.Hedge(on.Claim)
	}
	if c.Policy == p && on.Claim.Hedge == was {
		return on
	}
	now := asOf(c.Policy, on.Claim)
	on.Claim.Hedge = was
	return now
}
