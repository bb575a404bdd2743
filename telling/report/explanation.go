package report

import (
	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Explanation is one row of a board with everything it follows from.
type Explanation struct {
	Schema  string           `json:"schema"`
	AsOf    calendar.Day     `json:"as_of"`
	Policy  board.Policy     `json:"policy"`
	Claims  []ExplainedClaim `json:"claims"`
	Sum     board.Sum        `json:"sum"`     // of all claims of the speaker
	Group   board.Group      `json:"speaker"` // the row of the board
	Place   *scoring.Place   `json:"place"`   // null for a speaker who is not ranked
	Mu      float64          `json:"mu"`      // the average that ranked speakers are shrunk towards; 0 without a place
	Beside  *scoring.Beside  `json:"beside"`  // the other ranked speakers, likewise null
	Ranked  int              `json:"ranked"`
	LeftOut int              `json:"hindsight_excluded"` // in the whole book

	In       map[string][]claims.ID   `json:"in"`                // of which claims every count is made: by bucket, no_side, amended_late …
	Promises []board.ExplainedPromise `json:"promises"`          // each promise and plan once, as the tables have it
	Outlook  *OutlookSteps            `json:"outlook,omitempty"` // of one open promise or plan

	PolicySentence string `json:"-"`
}

// ExplainedClaim is one claim with the steps from its words to its score.
type ExplainedClaim struct {
	Claim
	HedgeSource  string   `json:"hedge_source"`  // where the number comes from; empty where nobody recorded it
	RuleSentence string   `json:"rule_sentence"` // what the window's rule does
	Steps        []string `json:"steps"`         // from the number to the score; none for a claim that is not scored
	Weight       *float64 `json:"weight"`        // in the mean Brier score; null for a claim that is not in it
	Share        *float64 `json:"share"`         // in the share of right sides, likewise
	WhyNotIn     string   `json:"why_not_in"`    // why a claim that counts is in no mean
}

// NewExplanation explains the row of a speaker.
func NewExplanation(b board.Board, speaker string, lexicon *hedge.Lexicon) Explanation {
	row := b.Explain(speaker)
	x := Explanation{Schema: "tracker.explain/1", AsOf: b.AsOf, Policy: b.Policy, Sum: row.Sum, Group: row.Group,
		Place: row.Place, Mu: row.Mu, Beside: row.Beside, Ranked: row.Ranked, LeftOut: b.LeftOut, In: map[string][]claims.ID{}, Promises: row.Promises, PolicySentence: PolicySentence(b)}
	for _, j := range row.Claims {
		x.Claims = append(x.Claims, explainClaim(j, b, lexicon))
		x.count(j)
	}
	return x
}

// count notes in which counts of the row a claim is.
func (x *Explanation) count(c board.ExplainedClaim) {
	late := c.Claim.AfterFact()
	for _, t := range []struct {
		in   bool
		name string
	}{{true, string(c.Bucket)}, {c.Y != nil && c.Right == nil && c.Why == "", "no_side"}, {late.Withdrawn, "withdrawn_late"},
		{late.Void, "void_late"}, {late.Unclear, "unclear_late"}, {c.Claim.Contested(), "disputed"}, {late.Amended, "amended_late"}, {late.Accepted, "accepted_late"}} {
		if t.in {
			x.In[t.name] = append(x.In[t.name], c.Claim.ID)
		}
	}
}

// explainClaim takes one claim through its arithmetic, in the words of the
// published report: it is reported as if it stood alone.
func explainClaim(c board.ExplainedClaim, b board.Board, lexicon *hedge.Lexicon) ExplainedClaim {
	j := c.Judged
	alone := New(board.Board{AsOf: b.AsOf, Policy: b.Policy, Judged: []board.Judged{j}}, Options{})
	x := ExplainedClaim{Claim: alone.Claims[0], HedgeSource: board.HedgeSource(j.Claim.Hedge, lexicon),
		RuleSentence: RuleSentence(j.Claim.Window.Rule), Steps: []string{}, Weight: c.Weight, Share: c.Share, WhyNotIn: c.Why}
	if len(alone.Recomputed) > 0 {
		x.Steps = alone.Recomputed[1:] // the first says what the hedge stands for
	}
	return x
}
