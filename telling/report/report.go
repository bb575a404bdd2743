package report

import (
	"cmp"
	"slices"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// Schema names this edition of the JSON rendering.
const Schema = "tracker.report/1"

// defaultTitle stands where Options gives none.
const defaultTitle = "Who said what would happen, and whether it did"

// Options is what a report says beside its board.
type Options struct {
	Title       string // "" takes a plain one
	Filter      string // the filter as typed; "" for the whole book
	BaseURL     string // of the page where the report stands, as BaseURL returns it; "" where nobody said
	Desk        Desk
	Lexicon     *hedge.Lexicon // in force, for the calibration; nil leaves that out
	Corrections []Correction   // of any claims, the oldest first
	Gathered    *Gathering     // the claims of the board, and their corrections; nil takes those that the board kept
	Pages       Pages          // where its site has what; nil for a report on one page
	CutOff      bool           // the book is read as it stood, without what was entered later
}

// Report is everything a rendering shows. It holds no instant of its making,
// no path and no host: equal boards give equal bytes in every format. Its
// texts are as they were logged; each rendering makes them harmless.
type Report struct {
	Schema         string               `json:"schema"`
	Title          string               `json:"title"`
	Desk           Desk                 `json:"desk"`
	AsOf           calendar.Day         `json:"as_of"`
	Filter         string               `json:"filter"` // "" for the whole book
	Policy         board.Policy         `json:"policy"`
	PolicySentence string               `json:"policy_sentence"`
	Rules          []string             `json:"rules"` // versions of the deadline rules
	Maps           []string             `json:"maps"`  // versions of the hedge lexicon
	Lead           string               `json:"lead"`  // what it comes to in one sentence
	Headlines      []string             `json:"headlines"`
	People         []string             `json:"people"` // what can be said about speakers
	By             board.Grouping       `json:"by"`
	Denominator    board.Denominator    `json:"denominator"`
	UnclearReasons map[string]int       `json:"unclear_reasons"` // sums to Denominator.Unclear
	Excluded       int                  `json:"hindsight_excluded"`
	LeftOut        []string             `json:"left_out"` // the denominator in sentences
	Overall        scoring.Figures      `json:"overall"`
	Promises       board.Promises       `json:"promises"` // of all groups together
	InTime         scoring.Hit          `json:"in_time"`  // of the promises and plans that can be told
	Slip           board.Slip           `json:"slip"`
	Years          []board.Year         `json:"years"`
	Calibration    *board.Calibrated    `json:"calibration"` // null without a lexicon
	Groups         []board.Group        `json:"groups"`
	Sources        []board.Group        `json:"sources"`
	Leaderboard    *scoring.Leaderboard `json:"leaderboard"` // by speaker only
	Chains         []Chain              `json:"chains"`
	Claims         []Claim              `json:"claims"` // those on the page, by id; JSON has every claim of the board
	Corrections    []Correction         `json:"corrections"`
	Since          *Since               `json:"since,omitempty"` // what changed since an earlier report, where one was named
	Recomputed     []string             `json:"recomputed"`

	base                      string // where it stands, "" where nobody said
	boardLine, secondThoughts string // of the board, in words
	undertakings              *board.Undertakings
	overruns                  scoring.Survival
	all                       *Gathering                 // every claim
	byID                      map[claims.ID]int          // places in Claims
	corrected                 map[claims.ID]calendar.Day // the day of the last correction
	chainOf                   map[claims.ID]int          // places in Chains
	groupAt                   map[string]int             // places in Groups
	putOff                    map[claims.ID]int          // days by which the first date of a promise was put off
	cut                       bool                       // later entries do not exist for it
	pages                     Pages                      // of a site; nil for one page
	large                     bool                       // shortened to what a telephone can draw
	step                      func(string, int64, int64) // told how far it is; nil for nobody
	up                        string                     // the way from a page of the site to the first
}

// New works out the report of a board.
func New(b board.Board, o Options) Report {
	all := o.Gathered
	if all == nil {
		all = gathered(b, o)
	}
	r := Report{
		base: o.BaseURL, pages: o.Pages, cut: o.CutOff,
		Schema: Schema, Title: cmp.Or(o.Title, defaultTitle), AsOf: b.AsOf, Filter: o.Filter,
		Desk: o.Desk, Policy: b.Policy, PolicySentence: PolicySentence(b), Rules: b.Rules, Maps: b.Maps,
		By: b.By, Denominator: b.Denominator, UnclearReasons: all.unclear, Excluded: b.LeftOut,
		LeftOut: leftOut(b.Denominator, published), Overall: b.Overall, Promises: b.Promises, Groups: b.Groups, Leaderboard: b.Leaderboard,
		boardLine: BoardLine(b) + ".", secondThoughts: SecondThoughts(b.AfterFact, b.Overall.Hit),
		Chains: chains(inOrder(b.Judged)), Slip: b.Slip, Years: b.Years(), Sources: append([]board.Group{}, b.Sources...), Corrections: all.corrected(),
		undertakings: b.Undertakings(), all: all, chainOf: map[claims.ID]int{}, groupAt: map[string]int{},
	}
	r.putOff = putOffs(r.Chains)
	r.InTime, r.overruns = r.undertakings.InTime(), r.undertakings.Overruns()
	if o.Lexicon != nil {
		r.Calibration = new(b.Calibrate(o.Lexicon))
	}
	r.corrected = lastCorrections(r.Corrections)
	for i, c := range r.Chains {
		for _, l := range c.Links {
			r.chainOf[l.ID] = i
		}
	}
	for i, g := range r.Groups {
		r.groupAt[g.Name] = i
	}
	r.choose()
	r.Lead, r.Headlines, r.People = lead(r), headlines(r), people(r)
	r.Recomputed = recomputed(cmp.Or(all.sample[1], all.sample[0]), b.Policy)
	return r
}

// inOrder are judged claims by id.
func inOrder(list []board.Judged) []board.Judged {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(x, y board.Judged) int { return cmp.Compare(x.Claim.ID, y.Claim.ID) })
	return list
}
