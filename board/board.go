package board

import (
	"iter"
	"maps"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Board is the score of many claims, whole and by group.
type Board struct {
	AsOf        calendar.Day         `json:"as_of"`
	By          Grouping             `json:"by"`
	Policy      Policy               `json:"policy"`
	Rules       []string             `json:"rules"` // versions of the deadline rules the windows were read with
	Maps        []string             `json:"maps"`  // versions of the hedge lexicon
	LeftOut     int                  `json:"hindsight_excluded"`
	Denominator Denominator          `json:"denominator"`
	Overall     scoring.Figures      `json:"overall"`
	Promises    Promises             `json:"promises"` // of all of them
	Slip        Slip                 `json:"slip"`     // likewise
	AfterFact   AfterFact            `json:"after_fact"`
	Groups      []Group              `json:"groups"`
	Leaderboard *scoring.Leaderboard `json:"leaderboard"`           // by speaker only
	RightBoard  *scoring.RightBoard  `json:"right_board,omitempty"` // with Options.RankRight

	Judged []Judged `json:"-"` // every claim, in the order given; see Options.FiguresOnly
}

// Score makes a board of claims as of a day.
func Score(list iter.Seq[claims.Claim], by Grouping, p Policy, asOf calendar.Day, o Options) Board {
	s := newScorer(by, p, asOf, o)
	for c := range list {
		s.take(&c)
	}
	return s.finish()
}

// scorer is a board while it is being made.
type scorer struct {
	board   Board
	o       Options
	keys    func(c *claims.Claim) []groupKey
	sides   sides
	rules   map[string]bool
	maps    map[string]bool
	entries []entry
	all     *groupTally
	tallies map[groupKey]*groupTally
}

func newScorer(by Grouping, p Policy, asOf calendar.Day, o Options) *scorer {
	o, p = o.withDefaults(), p.withDefaults()
	o.NeedEvents, o.ByEvent, p.MinEvents = scoring.BookEvents, p.Weigh == WeighEvents, o.MinEvents
	return &scorer{board: Board{AsOf: asOf, By: by, Policy: p, Groups: []Group{}}, o: o,
		keys:  func(c *claims.Claim) []groupKey { return keys(c, by, o.Root) },
		sides: sides{}, rules: map[string]bool{}, maps: map[string]bool{}, all: newGroupTally(asOf), tallies: map[groupKey]*groupTally{}}
}

// take books one claim in every row that it belongs to.
func (s *scorer) take(c *claims.Claim) {
	if !s.board.Policy.takes(c) {
		return
	}
	j := s.sides.judge(s.board.Policy, c, s.board.AsOf)
	if s.board.Policy.ExcludeHindsight && j.Hindsight {
		s.board.LeftOut++
		return
	}
	s.rules[c.Window.Rules], s.maps[c.Hedge.Map] = true, true
	at := -1
	if j.Y != nil {
		at = len(s.entries)
		s.entries = append(s.entries, newEntry(j))
	}
	if !s.o.FiguresOnly || c.UID != "" {
		s.board.Judged = append(s.board.Judged, j)
	}
	standing := s.board.Policy.standing(c, s.board.AsOf)
	s.all.take(j, at, standing, s.board.Policy)
	for _, k := range s.keys(c) {
		s.tallyOf(k).take(j, at, standing, s.board.Policy)
	}
}

func (s *scorer) tallyOf(k groupKey) *groupTally {
	if s.tallies[k] == nil {
		s.tallies[k] = newGroupTally(s.board.AsOf)
	}
	return s.tallies[k]
}

// finish ends the claims and measures every row.
func (s *scorer) finish() Board {
	b := s.board
	chains := Chains(b.Judged)
	link(s.entries, chains)
	askQuestions(s.entries)
	s.addChains(chains)
	measured := s.all.measure(s.entries, b.Policy, s.o)
	b.Denominator, b.Overall, b.Promises = s.all.denominator, measured.figures, s.all.promises.done()
	b.Slip = s.all.slips.done()
	b.AfterFact = s.all.after.done(measured.weighed, b.Policy)
	b.Rules, b.Maps = versions(s.rules), versions(s.maps)
	book := s.o.Book
	if book == nil {
		book = measured.forecasts
	}
	for _, k := range slices.SortedFunc(maps.Keys(s.tallies), compareKeys) {
		m := s.tallies[k].measure(s.entries, b.Policy, s.o)
		g := s.tallies[k].group(k, m, b.Policy)
		g.BSS = s.o.Against.Skill(m.forecasts, book, g.Events)
		g.Crowd = s.tallies[k].crowd(s.entries, m.weighed)
		if s.o.Trend != "" {
			g.Trend = s.tallies[k].trend(s.entries, m.weighed, s.o.Trend, s.o)
		}
		b.Groups = append(b.Groups, g)
	}
	tellTrends(b.Groups)
	if b.By == BySpeaker {
		board := scoring.Rank(measured.forecasts, s.o.Options)
		b.Leaderboard = &board
	}
	if b.By == BySpeaker && s.o.RankRight {
		board := scoring.RankRight(measured.rights(s.entries), s.o.Options)
		b.RightBoard = &board
	}
	return b
}

// rights are the claims of all speakers that took a side and count in the
// share; w is of all entries.
func (w weighed) rights(entries []entry) []scoring.Right {
	list := make([]scoring.Right, len(w.sided))
	for i, place := range w.sidedAt {
		e := entries[place]
		list[i] = scoring.Right{Speaker: e.Speaker, Event: e.Event, Question: e.Question, Right: w.sided[i].Right}
	}
	return list
}

// addChains books every chain in the rows of its first claim.
func (s *scorer) addChains(chains []Chain) {
	for _, c := range chains {
		s.all.addChain(c, s.board.Policy)
		for _, k := range s.keys(c.Links[0].Claim) {
			s.tallyOf(k).addChain(c, s.board.Policy)
		}
	}
}

// Forecasts returns the scored claims as forecasts under the speakers' own
// names, in the order given.
func (b Board) Forecasts() []scoring.Forecast {
	entries, at := entriesOf(b.Judged)
	return weigh(entries, at, b.Policy).forecasts
}

// share returns n of all, nil of none.
func share(n, all int) *float64 {
	if all == 0 {
		return nil
	}
	return new(float64(n) / float64(all))
}

// median returns the middle of xs, which it sorts; xs must not be empty.
func median(xs []float64) float64 {
	slices.Sort(xs)
	return (xs[(len(xs)-1)/2] + xs[len(xs)/2]) / 2
}

// versions lists the names seen, without the empty one.
func versions(seen map[string]bool) []string {
	delete(seen, "")
	list := slices.Sorted(maps.Keys(seen))
	if list == nil {
		return []string{}
	}
	return list
}
