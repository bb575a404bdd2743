package board

import (
	"iter"
	"maps"
	"slices"
	"sync"

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

	Sources []Group `json:"-"` // the rows by source, with Options.Sources

	Judged []Judged `json:"-"` // every claim, in the order given; see Options.FiguresOnly

	entries      *entries      // what counts of the claims, ready to be weighed; nil for a board that was not scored
	trials       *trials       // with Options.Choices
	undertakings *Undertakings // of the claims that are not in Judged; nil where nobody asks

	rows iter.Seq[Group] // makes the rows, with Options.RowsLater
}

// Score makes a board of claims as of a day.
func Score(list iter.Seq[claims.Claim], by Grouping, p Policy, asOf calendar.Day, o Options) Board {
	s := newScorer(by, p, asOf, o)
	var one claims.Claim
	for one = range list {
		s.take(&one)
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
	entries *entries
	trials  *trials // nil where no other choices are asked for
	slips   slipRows
	all     *groupTally
	tallies map[groupKey]*groupTally
	sources map[groupKey]*groupTally // nil where nobody asks for them
}

func newScorer(by Grouping, p Policy, asOf calendar.Day, o Options) *scorer {
	o, p = o.withDefaults(), p.withDefaults()
	o.NeedEvents, o.ByEvent, p.MinEvents = scoring.BookEvents, p.Weigh == WeighEvents, o.MinEvents
	s := &scorer{board: Board{AsOf: asOf, By: by, Policy: p, Groups: []Group{}}, o: o,
		keys:    func(c *claims.Claim) []groupKey { return keys(c, by, o.Root) },
		entries: newEntries(), sides: sides{}, rules: map[string]bool{}, maps: map[string]bool{}, tallies: map[groupKey]*groupTally{}}
	s.all = newGroupTally(&s.slips, asOf)
	if o.Sources {
		s.sources = map[groupKey]*groupTally{}
	}
	if len(o.Choices) > 0 {
		s.trials = newTrials(o, p, asOf)
	}
	return s
}

// take books one claim in every row that it belongs to. What is at c may be
// another claim afterwards.
func (s *scorer) take(c *claims.Claim) {
	if !s.board.Policy.takes(c) {
		return
	}
	keep := s.keeps(c)
	if keep || s.o.Each != nil {
		c = new(*c)
	}
	j := s.sides.judge(s.board.Policy, c, s.board.AsOf)
	if s.board.Policy.ExcludeHindsight && j.Hindsight {
		s.board.LeftOut++
		return
	}
	if s.o.Each != nil {
		s.o.Each(j, s.board.Policy, s.board.AsOf)
	}
	s.rules[c.Window.Rules], s.maps[c.Hedge.Map] = true, true
	if s.trials != nil {
		s.trials.take(j, keep, s.keys(c))
	}
	if s.o.Part != PartAll {
		s.takePart(c, j, keep)
		return
	}
	at := -1
	if j.Y != nil {
		at = s.enter(j, keep)
	}
	one := s.taken(j, at)
	if keep {
		s.board.Judged = append(s.board.Judged, j)
	} else if s.o.Linked != nil && undertaken(j) && c.Repeats == "" { // who does not name the links reads no undertakings
		s.addUndertaking(c, one)
	}
	s.all.take(one, s.board.Policy)
	s.each(c, func(t *groupTally) { t.take(one, s.board.Policy) })
}

// addUndertaking remembers a promise or a plan that is not kept.
func (s *scorer) addUndertaking(c *claims.Claim, t taken) {
	if s.board.undertakings == nil {
		s.board.undertakings = &Undertakings{texts: &s.entries.texts, slips: &s.slips}
	}
	u := Undertaking{Standing: t.standing}
	small := smallUndertaking{slip: noSlip, told: u.Told(), inTime: u.InTime()}
	if t.slip != noSlip && s.slips.at(int(t.slip)).slipped().why == "" {
		small.slip, u = t.slip, s.board.undertaking(c, 0, c.ID)
	}
	s.board.undertakings.add(small, &u, c.Event)
}

// keeps reports whether a claim is kept whole: a link of a chain and what
// repeats another always are.
func (s *scorer) keeps(c *claims.Claim) bool {
	return !s.o.FiguresOnly || s.o.Keep != nil && s.o.Keep(c.Speaker) || c.UID != "" && (s.o.Linked == nil || s.o.Linked[c.UID])
}

// each hands on the tallies of the rows that a claim belongs to.
func (s *scorer) each(c *claims.Claim, do func(*groupTally)) {
	for _, k := range s.keys(c) {
		do(s.tallyOf(s.tallies, k))
	}
	if s.sources != nil {
		for _, k := range sources(c) {
			do(s.tallyOf(s.sources, k))
		}
	}
}

func (s *scorer) tallyOf(in map[groupKey]*groupTally, k groupKey) *groupTally {
	if in[k] == nil {
		in[k] = newGroupTally(&s.slips, s.board.AsOf)
	}
	return in[k]
}

// finish ends the claims and measures every row.
func (s *scorer) finish() Board {
	b := s.board
	b.Denominator, b.Rules, b.Maps, b.entries = s.all.denominator, versions(s.rules), versions(s.maps), s.entries
	chains := Chains(b.Judged)
	s.entries.link(chains)
	s.entries.askQuestions()
	s.addChains(chains)
	if s.trials != nil {
		s.trials.finish(b.Judged, chains)
		b.trials = s.trials
	}
	if s.o.Part != PartAll {
		return s.finishPart(b)
	}
	all := weigh(s.entries, s.all.entries, b.Policy)
	var whole sync.WaitGroup // which one processor measures while the others measure rows
	whole.Go(func() { s.finishWhole(&b, all) })
	book := s.o.Book
	if book == nil {
		book = all.forecasts()
	}
	rows, sources := s.rows(s.tallies, book), s.groups(s.sources, book)
	var groups []Group
	if !s.o.RowsLater {
		groups = gathered(rows)
	}
	whole.Wait()
	b.Sources = sources
	if b.Groups = groups; s.o.RowsLater {
		b.Groups, b.rows = []Group{}, rows
	}
	return b
}

// finishWhole measures all claims, and ranks the speakers.
func (s *scorer) finishWhole(b *Board, all *weighed) {
	b.Overall = s.all.figures(all, b.Policy, s.o)
	b.Promises, b.Slip, b.AfterFact = s.all.promises.done(), s.all.slips.done(), s.all.after.done(all, b.Policy)
	if b.By != BySpeaker || s.o.Ended() {
		return
	}
	board := scoring.Rank(all.forecasts(), s.o.Options)
	b.Leaderboard = &board
	if s.o.RankRight {
		board := scoring.RankRight(all.rights(), s.o.Options)
		b.RightBoard = &board
	}
}

// group measures one row.
func (s *scorer) group(k groupKey, t *groupTally, against scoring.Against) Group {
	w := weigh(s.entries, t.entries, s.board.Policy)
	g := t.group(k, w, s.board.Policy, s.o)
	g.BSS = against.Skill(w.forecasts(), g.Events)
	g.Crowd = w.crowd()
	if s.o.Trend != "" {
		g.Trend = t.trend(w, s.o.Trend, s.o)
	}
	return g
}

// rights are the claims of all speakers that took a side and count in the
// share.
func (w *weighed) rights() []scoring.Right {
	list := make([]scoring.Right, 0, w.took)
	for i := range w.sidedAt() {
		s := w.of.small(int(w.at[i]))
		f := w.of.forecast(s)
		list = append(list, scoring.Right{Speaker: f.Speaker, Event: f.Event, Question: f.Question, Right: w.of.came(s).right})
	}
	return list
}

// addChains books every chain in the rows of its first claim.
func (s *scorer) addChains(chains []Chain) {
	for _, c := range chains {
		if !s.hasRow(c.Links[0].Claim.Speaker) {
			continue
		}
		s.all.addChain(c, s.board.Policy)
		s.each(c.Links[0].Claim, func(t *groupTally) { t.addChain(c, s.board.Policy) })
	}
}

// Forecasts returns the scored claims as forecasts under the speakers' own
// names, in the order given.
func (b Board) Forecasts() scoring.Forecasts {
	entries, at := b.counted()
	return weigh(entries, at, b.Policy).forecasts()
}

// counted are the entries of the board, and their places.
func (b Board) counted() (*entries, []int32) {
	if b.entries == nil {
		return entriesOf(b.Judged)
	}
	return b.entries, b.entries.places()
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

// medianDays is median of whole days.
func medianDays[T int | int32](days []T) float64 {
	xs := make([]float64, len(days))
	for i, d := range days {
		xs[i] = float64(d)
	}
	return median(xs)
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
