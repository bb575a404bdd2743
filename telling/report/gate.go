package report

import (
	"fmt"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
)

// GateSchema names this edition of a gate's JSON.
const GateSchema = "tracker.gate/1"

// Gate says of the claims of a report whether readers can follow each of them
// to what it rests on.
type Gate struct {
	Schema string       `json:"schema"`
	AsOf   calendar.Day `json:"as_of"`
	Filter string       `json:"filter"` // "" for the whole book
	Claims int          `json:"claims"` // those that were looked at: none that is withdrawn
	Passed bool         `json:"passed"`
	Checks []GateCheck  `json:"checks"`

	blocked int    // claims that cannot be followed
	next    string // what to type about the first of them
}

// GateCheck is one thing that claims should have.
type GateCheck struct {
	Name    string      `json:"check"`
	Blocks  bool        `json:"blocks"`  // without it nothing should be published
	Have    int         `json:"have"`    // claims that have it
	Of      int         `json:"of"`      // claims that it is asked of
	Missing []claims.ID `json:"missing"` // the others
}

// gateChecks are what is looked at, in the order it is shown. Where asked is
// nil all claims are; docs/decisions/0015-publish-gate.md says what blocks
// and why.
var gateChecks = []struct {
	name       string
	blocks     bool
	asked, has func(*claims.Claim) bool
}{
	{"quote", true, nil, func(c *claims.Claim) bool { return c.Quote != "" }},
	{"source address", true, nil, func(c *claims.Claim) bool { return appears(c, hasAddress) }},
	{"evidence", true, told, func(c *claims.Claim) bool { return len(c.Verdict.Evidence) > 0 }},
	{"archived copy", false, nil, func(c *claims.Claim) bool { return appears(c, hasArchive) }},
	{"criterion", false, nil, func(c *claims.Claim) bool { return c.Criterion != "" }},
	{"judged by somebody else", false, judgedByAnyone, func(c *claims.Claim) bool { return c.Verdict.By != c.LoggedBy }},
}

// appears reports whether one of the places where c was published is of a kind.
func appears(c *claims.Claim, is func(claims.Appearance) bool) bool {
	return slices.ContainsFunc(c.Appearances, is)
}

func hasAddress(a claims.Appearance) bool { return a.URL != "" }

func hasArchive(a claims.Appearance) bool { return a.ArchiveURL != "" }

// told reports whether the record says of c what happened: unclear and void
// give a reason instead.
func told(c *claims.Claim) bool {
	return c.Verdict != nil && (c.Verdict.Happened() || c.Verdict.Outcome == claims.No)
}

func judgedByAnyone(c *claims.Claim) bool { return c.Verdict != nil }

// NewGate begins to look at the claims of a report, which Take hands it by id.
func NewGate(filter string) *Gate {
	g := &Gate{Schema: GateSchema, Filter: filter, Passed: true}
	for _, k := range gateChecks {
		g.Checks = append(g.Checks, GateCheck{Name: k.name, Blocks: k.blocks, Missing: []claims.ID{}})
	}
	return g
}

// Take looks at a claim, and keeps no more of it than its number.
func (g *Gate) Take(j board.Judged, _ board.Policy, _ calendar.Day) {
	if j.Claim.Withdrawn != "" {
		return
	}
	g.Claims++
	blocked := false
	for i, k := range gateChecks {
		c := &g.Checks[i]
		switch {
		case k.asked != nil && !k.asked(j.Claim):
			continue
		case k.has(j.Claim):
			c.Have++
		default:
			c.Missing = append(c.Missing, j.Claim.ID)
			blocked = blocked || c.Blocks
		}
		c.Of++
	}
	if blocked && g.blocked == 0 {
		g.next = nextStep(j.Claim)
	}
	if blocked {
		g.blocked++
		g.Passed = false
	}
}

// Refusal is nil for a gate that was passed, else how many claims are in its
// way, and what to type about the first of them.
func (g *Gate) Refusal() error {
	if g.Passed {
		return nil
	}
	e := &claims.Error{Kind: claims.Unready, Msg: "not ready to be published: " + Count(g.blocked, "claim") + " cannot be followed to what stands behind"}
	return e.WithHint("%s", g.next)
}

// nextStep is the command that mends a claim: what was said stands in the
// claim, what shows that it happened in its verdict.
func nextStep(c *claims.Claim) string {
	if c.Quote == "" || !appears(c, hasAddress) {
		return fmt.Sprintf("tracker amend %d --edit", c.ID)
	}
	v, more := c.Verdict, ""
	if v.Day != 0 {
		more = " --on " + v.Day.String()
	}
	if v.Extent != nil && v.Outcome == claims.Partial {
		more += " --extent " + figure(*v.Extent)
	}
	return fmt.Sprintf("tracker resolve %d %s%s --evidence URL", c.ID, v.Outcome, more)
}
