package report

import (
	"cmp"
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

	next string // what to type about the first claim in the way
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

// NewGate looks at the claims of a board.
func NewGate(b board.Board, filter string) Gate {
	list := make([]*claims.Claim, 0, len(b.Judged))
	for _, j := range b.Judged {
		if j.Claim.Withdrawn == "" {
			list = append(list, j.Claim)
		}
	}
	slices.SortFunc(list, func(x, y *claims.Claim) int { return cmp.Compare(x.ID, y.ID) })
	g := Gate{Schema: GateSchema, AsOf: b.AsOf, Filter: filter, Claims: len(list), Passed: true}
	var first *claims.Claim
	for _, k := range gateChecks {
		c := GateCheck{Name: k.name, Blocks: k.blocks, Missing: []claims.ID{}}
		for _, x := range list {
			if k.asked != nil && !k.asked(x) {
				continue
			}
			c.Of++
			if k.has(x) {
				c.Have++
				continue
			}
			c.Missing = append(c.Missing, x.ID)
			if c.Blocks && (first == nil || x.ID < first.ID) {
				first = x
			}
		}
		g.Checks = append(g.Checks, c)
	}
	if first != nil {
		g.Passed, g.next = false, nextStep(first)
	}
	return g
}

// Refusal is nil for a gate that was passed, else how many claims are in its
// way, and what to type about the first of them.
func (g Gate) Refusal() error {
	if g.Passed {
		return nil
	}
	blocked := map[claims.ID]bool{}
	for _, c := range g.Checks {
		for _, id := range c.Missing {
			if c.Blocks {
				blocked[id] = true
			}
		}
	}
	e := &claims.Error{Kind: claims.Unready, Msg: "not ready to be published: " + Count(len(blocked), "claim") + " cannot be followed to what stands behind"}
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
