package report

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/claims"
)

// What a claim needs depends on what the record says of it.
func TestGate(t *testing.T) {
	whole := made{speaker: "The ministry", statement: "The pier is rebuilt", quote: "by August", said: "2025-07-01", hedge: "will", source: "Harbour News",
		window: read("by August", "2025-07-01", "2025-08-31"), verdict: &claims.Verdict{Outcome: claims.Yes, Day: day("2025-08-02"), Evidence: []claims.Evidence{{URL: "https://example.org/pier"}}}}
	for name, x := range map[string]struct {
		change func(*claims.Claim)
		lacks  string // what is needed and missing
		next   string
	}{
		"whole":                 {func(*claims.Claim) {}, "", ""},
		"without a quote":       {func(c *claims.Claim) { c.Quote = "" }, "quote", "tracker amend 7 --edit"},
		"a source only named":   {func(c *claims.Claim) { c.Appearances[0].URL = "" }, "source address", "tracker amend 7 --edit"},
		"no source":             {func(c *claims.Claim) { c.Appearances = nil }, "source address", "tracker amend 7 --edit"},
		"a note for evidence":   {func(c *claims.Claim) { c.Verdict.Evidence, c.Verdict.Note = nil, "seen" }, "evidence", "tracker resolve 7 yes --on 2025-08-02 --evidence URL"},
		"partly, no evidence":   {func(c *claims.Claim) { c.Verdict = &claims.Verdict{Outcome: claims.Partial, Extent: new(0.25)} }, "evidence", "tracker resolve 7 partial --extent 0.25 --evidence URL"},
		"unclear needs none":    {func(c *claims.Claim) { c.Verdict = &claims.Verdict{Outcome: claims.Unclear, Reason: "no-consensus"} }, "", ""},
		"void needs none":       {func(c *claims.Claim) { c.Verdict = &claims.Verdict{Outcome: claims.Void, Reason: "condition-unmet"} }, "", ""},
		"without a verdict":     {func(c *claims.Claim) { c.Verdict = nil }, "", ""},
		"withdrawn needs none":  {func(c *claims.Claim) { c.Withdrawn, c.Quote = "twice", "" }, "", ""},
		"a file is evidence":    {func(c *claims.Claim) { c.Verdict.Evidence = []claims.Evidence{{File: "minutes.pdf"}} }, "", ""},
		"judged by its logger":  {func(c *claims.Claim) { c.Verdict.By = c.LoggedBy }, "", ""},
		"without any criterion": {func(c *claims.Claim) { c.Criterion = "" }, "", ""},
	} {
		c := whole.claim(7)
		x.change(&c)
		g, b := NewGate(""), scored([]claims.Claim{c}, board.BySpeaker, standard)
		g.Take(b.Judged[0], b.Policy, b.AsOf)
		lacks := ""
		for _, k := range g.Checks {
			if k.Have+len(k.Missing) != k.Of {
				t.Errorf("%s: %s counts %d and %d of %d", name, k.Name, k.Have, len(k.Missing), k.Of)
			}
			if k.Blocks && len(k.Missing) > 0 {
				lacks += k.Name
			}
		}
		var refusal *claims.Error
		next := ""
		if errors.As(g.Refusal(), &refusal) {
			next = refusal.Hint
		}
		if diff := cmp.Diff([]string{x.lacks, x.next}, []string{lacks, next}); diff != "" || g.Passed != (lacks == "") {
			t.Errorf("%s: passed %v\n%s", name, g.Passed, diff)
		}
	}
}
