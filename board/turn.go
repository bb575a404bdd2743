package board

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"

	"tracker/scoring"
)

// TurnKind says which conclusion is no longer the same.
type TurnKind string

const (
	TurnCrosses      TurnKind = "crosses"      // the Brier score of a row passes 0.25, what always saying 50 % earns
	TurnOrder        TurnKind = "order"        // of two rows the other one is better now
	TurnApart        TurnKind = "apart"        // rank intervals tell two speakers apart that they did not
	TurnTogether     TurnKind = "together"     // they no longer do
	TurnDetectable   TurnKind = "detectable"   // differences between speakers are detectable now
	TurnUndetectable TurnKind = "undetectable" // they no longer are
	TurnRanked       TurnKind = "ranked"       // there is a leaderboard now
	TurnUnranked     TurnKind = "unranked"     // there no longer is
)

// The figures in which a conclusion can change.
const (
	FigureBrier = "brier"
	FigureHits  = "hit_share"
)

// Turn is one conclusion that another choice turns.
type Turn struct {
	Kind    TurnKind  `json:"kind"`
	Figure  string    `json:"figure"` // of crosses and order; else ""
	Names   []string  `json:"names"`  // the rows; of two, the one that was better or is ahead first
	From    []float64 `json:"from"`   // their figures on the board
	To      []float64 `json:"to"`     // their figures under the choice
	Without string    `json:"without,omitempty"`
}

// tallied is what one row of a board comes to, without intervals.
type tallied struct {
	n      int // claims with a Brier score
	brier  *float64
	right  float64
	sided  int
	events map[string]bool
}

func tally(w weighed, p Policy) *tallied {
	byEvent := p.Weigh == WeighEvents
	t := &tallied{n: len(w.forecasts), brier: scoring.MeanBrier(w.forecasts, byEvent), events: map[string]bool{}}
	t.right, t.sided = scoring.RightOf(w.sided, byEvent)
	for i, f := range w.forecasts {
		event := f.Event
		if event == "" {
			event = fmt.Sprint("claim ", i)
		}
		t.events[event] = true
	}
	return t
}

// figure is one figure of the row, nil where it is not defined. Lower is
// better: hits are counted as misses.
func (t *tallied) figure(name string) *float64 {
	if name == FigureBrier {
		return t.brier
	}
	if t.sided == 0 {
		return nil
	}
	return new(1 - t.right/float64(t.sided))
}

// standing is the conclusions of a board: what can be compared with those of
// another.
type standing struct {
	all   *tallied
	rows  map[groupKey]*tallied
	board *scoring.Leaderboard // nil unless rows are speakers
}

func (b Board) standing(list []Judged, p Policy, o Options) standing {
	entries, all := entriesOf(list)
	rows, at := map[groupKey][]int{}, 0
	for _, j := range list {
		for _, k := range keys(j.Claim, b.By, o.Root) {
			if j.Y == nil {
				rows[k] = append(rows[k], nil...) // a row with nothing that counts
				continue
			}
			rows[k] = append(rows[k], at)
		}
		if j.Y != nil {
			at++
		}
	}
	whole := weigh(entries, all, p)
	s := standing{all: tally(whole, p), rows: map[groupKey]*tallied{}}
	for k, places := range rows {
		s.rows[k] = tally(weigh(entries, places, p), p)
	}
	if b.By == BySpeaker {
		l := scoring.Rank(whole.forecasts, o.MinEvents)
		s.board = &l
	}
	return s
}

// turns lists the conclusions that differ between s and now: ranks, scores
// that pass 0.25, then orders, those that turn the most clearly first. Two
// rows are compared when both have minEvents events in both.
func (s standing) turns(now standing, minEvents int) []Turn {
	list := append([]Turn{}, s.ranks(now)...)
	both := slices.DeleteFunc(slices.SortedFunc(maps.Keys(s.rows), compareKeys), func(k groupKey) bool { return now.rows[k] == nil })
	for _, k := range both {
		from, to := s.rows[k].brier, now.rows[k].brier
		if from != nil && to != nil && (*from < 0.25) != (*to < 0.25) {
			list = append(list, Turn{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{k.label()}, From: []float64{*from}, To: []float64{*to}})
		}
	}
	enough := slices.DeleteFunc(both, func(k groupKey) bool {
		return len(s.rows[k].events) < minEvents || len(now.rows[k].events) < minEvents
	})
	var orders []Turn
	for i, x := range enough {
		for _, y := range enough[i+1:] {
			for _, figure := range []string{FigureBrier, FigureHits} {
				if c, ok := s.turned(now, figure, x, y); ok {
					orders = append(orders, c)
				}
			}
		}
	}
	slices.SortStableFunc(orders, func(x, y Turn) int { return cmp.Compare(y.clarity(), x.clarity()) })
	return append(list, orders...)
}

// clarity is how far apart two rows were, and are the other way round, at
// least.
func (c Turn) clarity() float64 {
	return min(math.Abs(c.From[0]-c.From[1]), math.Abs(c.To[0]-c.To[1]))
}

// turned reports whether two rows have changed places in a figure. Equal
// figures are in no order.
func (s standing) turned(now standing, figure string, x, y groupKey) (Turn, bool) {
	fx, fy := s.rows[x].figure(figure), s.rows[y].figure(figure)
	tx, ty := now.rows[x].figure(figure), now.rows[y].figure(figure)
	if fx == nil || fy == nil || tx == nil || ty == nil || x.role != y.role {
		return Turn{}, false
	}
	const equal = 1e-12
	before, after := *fx-*fy, *tx-*ty
	if before > -equal && before < equal || after > -equal && after < equal || (before < 0) == (after < 0) {
		return Turn{}, false
	}
	if before > 0 {
		x, y, fx, fy, tx, ty = y, x, fy, fx, ty, tx
	}
	c := Turn{Kind: TurnOrder, Figure: figure, Names: []string{x.label(), y.label()}, From: []float64{*fx, *fy}, To: []float64{*tx, *ty}}
	if figure == FigureHits {
		for i := range c.From {
			c.From[i], c.To[i] = 1-c.From[i], 1-c.To[i]
		}
	}
	return c, true
}

// ranks lists what differs between two leaderboards.
func (s standing) ranks(now standing) []Turn {
	if s.board == nil {
		return nil
	}
	var list []Turn
	turn := func(before, after bool, gained, lost TurnKind) {
		kind := gained
		if before {
			kind = lost
		}
		if before != after {
			list = append(list, Turn{Kind: kind, Names: []string{}, From: []float64{}, To: []float64{}})
		}
	}
	if s.board.Ranked < 2 || now.board.Ranked < 2 {
		turn(s.board.Ranked >= 2, now.board.Ranked >= 2, TurnRanked, TurnUnranked)
		return list
	}
	turn(len(s.board.Named) > 0, len(now.board.Named) > 0, TurnDetectable, TurnUndetectable)
	before, after := apart(s.board), apart(now.board)
	for _, pair := range slices.SortedFunc(maps.Keys(before), comparePairs) {
		if holds(now.board, pair) && !after[pair] {
			list = append(list, Turn{Kind: TurnTogether, Names: pair[:], From: []float64{}, To: []float64{}})
		}
	}
	for _, pair := range slices.SortedFunc(maps.Keys(after), comparePairs) {
		if holds(s.board, pair) && !before[pair] {
			list = append(list, Turn{Kind: TurnApart, Names: pair[:], From: []float64{}, To: []float64{}})
		}
	}
	return list
}

func comparePairs(x, y [2]string) int { return slices.Compare(x[:], y[:]) }

// apart is the pairs that the rank intervals tell apart, the one ahead first.
func apart(l *scoring.Leaderboard) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for _, x := range l.Rows {
		for _, y := range l.Rows {
			if x.RankHigh < y.RankLow {
				pairs[[2]string{x.Name, y.Name}] = true
			}
		}
	}
	return pairs
}

// holds reports whether both of a pair are ranked.
func holds(l *scoring.Leaderboard, pair [2]string) bool {
	ranked := func(name string) bool {
		return slices.ContainsFunc(l.Rows, func(p scoring.Place) bool { return p.Name == name })
	}
	return ranked(pair[0]) && ranked(pair[1])
}

// label is the name of a row as a sentence has it.
func (k groupKey) label() string {
	if k.role == "" {
		return k.name
	}
	return k.name + " (" + k.role + ")"
}
