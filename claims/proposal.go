package claims

import (
	"cmp"
	"slices"
	"strings"

	"tracker/calendar"
)

// Proposal is a verdict that somebody who was asked has answered with. It
// counts for nothing until a person confirms it, and may lack what a verdict
// needs: evidence, or the reason for unclear and void.
type Proposal struct {
	Outcome  Outcome      `json:"outcome"`
	Extent   *float64     `json:"extent"`
	Day      calendar.Day `json:"event_date"`
	Reason   string       `json:"reason"`
	Note     string       `json:"note"`
	Evidence []Evidence   `json:"evidence"`
	By       string       `json:"by"`  // the recipient who answered
	Via      string       `json:"via"` // the channel that the answer came by
	At       Instant      `json:"at"`
}

// Verdict is what p says, as a verdict that is still to be judged.
func (p *Proposal) Verdict() Verdict {
	return Verdict{Outcome: p.Outcome, Extent: p.Extent, Day: p.Day, Reason: p.Reason, Note: p.Note, Evidence: slices.Clone(p.Evidence)}
}

// ProposalMembers are the members of a proposal.
var ProposalMembers = []Member[Proposal]{
	{Name: "outcome", Addr: func(p *Proposal) any { return (*string)(&p.Outcome) }},
	{Name: "extent", Addr: func(p *Proposal) any { return &p.Extent }},
	{Name: "event_date", Addr: func(p *Proposal) any { return &p.Day }},
	{Name: "reason", Addr: func(p *Proposal) any { return &p.Reason }},
	{Name: "note", Addr: func(p *Proposal) any { return &p.Note }},
	{Name: "evidence", Addr: func(p *Proposal) any { return &p.Evidence }},
	{Name: "by", Addr: func(p *Proposal) any { return &p.By }},
	{Name: "via", Addr: func(p *Proposal) any { return &p.Via }},
	{Name: "at", Addr: func(p *Proposal) any { return &p.At }},
}

// Propose keeps a proposal made on today, in the place of an earlier one by
// the same recipient.
func (c *Claim) Propose(p Proposal, today calendar.Day) error {
	if err := c.mayChange("answer"); err != nil {
		return err
	}
	if c.Verdict != nil {
		return Refuse("", "claim %d has a verdict already", c.ID).WithHint("tracker resolve %d gives another", c.ID)
	}
	var ps Problems
	v := p.Verdict()
	if v.Reason == "" && (v.Outcome == Unclear || v.Outcome == Void) {
		v.Reason = Reasons[0] // a person says which
	}
	if len(v.Evidence) == 0 && v.Note == "" {
		v.Note = "–" // a person brings some
	}
	judged, err := c.JudgeAsGiven(v, today)
	if err != nil {
		return err
	}
	p.Extent = judged.Extent
	ps.add(required("by", p.By, MaxName))
	ps.add(Text("via", p.Via, MaxName))
	if err := ps.Err(); err != nil {
		return err
	}
	kept := slices.DeleteFunc(slices.Clone(c.Proposed), func(o Proposal) bool { return o.By == p.By })
	c.Proposed = append(kept, p)
	return nil
}

// Proposal returns what somebody has proposed; "" is whoever did, when only
// one did.
func (c *Claim) Proposal(by string) (Proposal, error) {
	var found []Proposal
	var who []string
	for _, p := range c.Proposed {
		who = append(who, p.By)
		if by == "" || Fold(p.By) == Fold(by) {
			found = append(found, p)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(c.Proposed) == 0:
		return Proposal{}, Refuse("", "nobody has proposed a verdict on claim %d", c.ID).WithHint("tracker resolve %d yes --evidence URL gives one", c.ID)
	case len(found) == 0:
		return Proposal{}, Refuse("by", "%s has proposed nothing on claim %d", cmp.Or(short(by), "nobody"), c.ID).WithHint("--by with one of %s", strings.Join(who, ", "))
	}
	return Proposal{}, Refuse("by", "%s have proposed verdicts on claim %d", strings.Join(who, " and "), c.ID).WithHint("say whose: --by %q", who[0])
}

// DropProposal takes away what somebody has proposed.
func (c *Claim) DropProposal(by string) error {
	p, err := c.Proposal(by)
	if err != nil {
		return err
	}
	c.Proposed = slices.DeleteFunc(slices.Clone(c.Proposed), func(o Proposal) bool { return o.By == p.By })
	if len(c.Proposed) == 0 {
		c.Proposed = nil
	}
	return nil
}

// kept checks a proposal as a journal has it; see Kept.
func (p *Proposal) kept(ps *Problems) {
	ps.add(Text("note", p.Note, MaxText))
	ps.add(Text("by", p.By, MaxName))
	ps.add(Text("via", p.Via, MaxName))
	for _, e := range p.Evidence {
		ps.add(checkURL("evidence", e.URL))
	}
}
