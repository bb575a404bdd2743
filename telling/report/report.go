package report

import (
	"cmp"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/scoring"
)

// Schema names this edition of the JSON rendering.
const Schema = "tracker.report/1"

// defaultTitle stands where Options gives none.
const defaultTitle = "Who said what would happen, and whether it did"

// Options is what a report says beside its board.
type Options struct {
	Title  string // "" takes a plain one
	Filter string // the filter as typed; "" for the whole book
}

// Report is everything a rendering shows. It holds no instant of its making,
// no path and no host: equal boards give equal bytes in every format. Its
// texts are as they were logged; each rendering makes them harmless.
type Report struct {
	Schema         string               `json:"schema"`
	Title          string               `json:"title"`
	AsOf           calendar.Day         `json:"as_of"`
	Filter         string               `json:"filter"` // "" for the whole book
	Policy         board.Policy         `json:"policy"`
	PolicySentence string               `json:"policy_sentence"`
	Rules          []string             `json:"rules"` // versions of the deadline rules
	Maps           []string             `json:"maps"`  // versions of the hedge lexicon
	Headlines      []string             `json:"headlines"`
	By             board.Grouping       `json:"by"`
	Denominator    board.Denominator    `json:"denominator"`
	UnclearReasons map[string]int       `json:"unclear_reasons"` // sums to Denominator.Unclear
	Excluded       int                  `json:"hindsight_excluded"`
	LeftOut        []string             `json:"left_out"` // the denominator in sentences
	Overall        scoring.Figures      `json:"overall"`
	Promises       board.Promises       `json:"promises"` // of all groups together
	Groups         []board.Group        `json:"groups"`
	Leaderboard    *scoring.Leaderboard `json:"leaderboard"` // by speaker only
	Chains         []Chain              `json:"chains"`
	Claims         []Claim              `json:"claims"` // every claim of the board, by id
	Recomputed     []string             `json:"recomputed"`

	boardLine, choices, secondThoughts string // of the board, in words
}

// New works out the report of a board.
func New(b board.Board, o Options) Report {
	judged := slices.Clone(b.Judged)
	slices.SortStableFunc(judged, func(x, y board.Judged) int { return cmp.Compare(x.Claim.ID, y.Claim.ID) })
	r := Report{
		Schema: Schema, Title: cmp.Or(o.Title, defaultTitle), AsOf: b.AsOf, Filter: o.Filter,
		Policy: b.Policy, PolicySentence: PolicySentence(b), Rules: b.Rules, Maps: b.Maps,
		By: b.By, Denominator: b.Denominator, UnclearReasons: map[string]int{}, Excluded: b.LeftOut,
		LeftOut: leftOut(b.Denominator, published), Overall: b.Overall, Promises: b.Promises, Groups: b.Groups, Leaderboard: b.Leaderboard,
		boardLine: BoardLine(b) + ".", choices: Choices(b.Policy), secondThoughts: SecondThoughts(b.AfterFact),
		Chains: chains(judged), Claims: make([]Claim, 0, len(judged)),
	}
	for _, j := range judged {
		r.Claims = append(r.Claims, newClaim(j, b.Policy, b.AsOf))
		if j.Bucket == board.BucketUnclear {
			r.UnclearReasons[j.Claim.Verdict.Reason]++
		}
	}
	r.Headlines = headlines(r)
	r.Recomputed = recomputed(r.Claims, b.Policy)
	return r
}
