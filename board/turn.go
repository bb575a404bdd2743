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
	TurnCrosses  TurnKind = "crosses"  // the Brier score of a row passes 0.25, what always saying 50 % earns
	TurnOrder    TurnKind = "order"    // of two rows the other one is better now
	TurnApart    TurnKind = "apart"    // the board names a difference that it did not
	TurnTogether TurnKind = "together" // it no longer does
	TurnRanked   TurnKind = "ranked"   // there is a leaderboard now
	TurnUnranked TurnKind = "unranked" // there no longer is
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

func tally(w *weighed, p Policy) *tallied {
	byEvent := p.Weigh == WeighEvents
	t := &tallied{n: w.numbers, brier: scoring.MeanBrier(w.forecasts(), byEvent), events: map[string]bool{}}
	t.right, t.sided = scoring.RightOf(w.sided(), byEvent)
	for i := range w.numbered() {
		event := w.of.event(w.at[i])
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
	all     *tallied
	rows    map[groupKey]*tallied
	contest *contest          // nil unless rows are speakers
	changed map[groupKey]bool // the rows that may differ from the board's; nil for all
}

func (b Board) standing(list []Judged, p Policy, o Options) standing {
	return b.standingOf(list, p, o, func(groupKey) bool { return true })
}

// standingOf has only the rows that are wanted.
func (b Board) standingOf(list []Judged, p Policy, o Options, wanted func(groupKey) bool) standing {
	entries, all := entriesOf(list)
	rows, at := map[groupKey][]int32{}, int32(0)
	for _, j := range list {
		for _, k := range keys(j.Claim, b.By, o.Root) {
			switch {
			case !wanted(k):
			case j.Y == nil:
				rows[k] = append(rows[k], nil...) // a row with nothing that counts
			default:
				rows[k] = append(rows[k], at)
			}
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
		s.contest = contestOf(whole, o)
	}
	return s
}

// contestOf is what a board of speakers says about them, by the figure that
// ranks them.
func contestOf(w *weighed, o Options) *contest {
	if o.RankRight {
		l := scoring.RankRight(w.rights(), o.Options)
		return &contest{l.Ranked, l.Named}
	}
	l := scoring.Rank(w.forecasts(), o.Options)
	return &contest{l.Ranked, l.Named}
}

// turns lists the conclusions that differ between s and now: ranks, scores
// that pass 0.25, then orders, those that turn the most clearly first. Two
// rows are compared when both have minEvents events in both.
func (s standing) turns(now standing, minEvents int) []Turn {
	list := append([]Turn{}, s.ranks(now)...)
	both := slices.DeleteFunc(slices.SortedFunc(maps.Keys(s.rows), compareKeys), func(k groupKey) bool { return now.rows[k] == nil })
	for _, k := range both {
		if !now.mayDiffer(k) {
			continue
		}
		from, to := s.rows[k].brier, now.rows[k].brier
		if from != nil && to != nil && (*from < 0.25) != (*to < 0.25) {
			list = append(list, Turn{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{k.label()}, From: []float64{*from}, To: []float64{*to}})
		}
	}
	enough := slices.DeleteFunc(both, func(k groupKey) bool {
		return len(s.rows[k].events) < minEvents || len(now.rows[k].events) < minEvents
	})
	orders := s.orders(now, enough)
	return append(list, clearestFirst(orders)...)
}

// clearestFirst keeps the order of those that are equally clear.
func clearestFirst(list []Turn) []Turn {
	type keyed struct {
		clarity float64
		at      int
	}
	keys := make([]keyed, len(list))
	for i, t := range list {
		keys[i] = keyed{t.clarity(), i}
	}
	slices.SortFunc(keys, func(x, y keyed) int { return cmp.Or(cmp.Compare(y.clarity, x.clarity), cmp.Compare(x.at, y.at)) })
	sorted := make([]Turn, len(list))
	for i, k := range keys {
		sorted[i] = list[k.at]
	}
	return sorted
}

func (s standing) mayDiffer(k groupKey) bool { return s.changed == nil || s.changed[k] }

// clarity is how far apart two rows were, and are the other way round, at
// least.
func (c Turn) clarity() float64 {
	return min(math.Abs(c.From[0]-c.From[1]), math.Abs(c.To[0]-c.To[1]))
}

// moved is one figure of a row, before and after; lower is better.
type moved struct {
	key      groupKey
	from, to float64
	changed  bool
}

// orders are the pairs of rows that have changed places in a figure. Equal
// figures are in no order.
func (s standing) orders(now standing, rows []groupKey) (list []Turn) {
	for _, figure := range []string{FigureBrier, FigureHits} {
		var ms []moved
		for _, k := range rows {
			if from, to := s.rows[k].figure(figure), now.rows[k].figure(figure); from != nil && to != nil {
				ms = append(ms, moved{k, *from, *to, now.mayDiffer(k)})
			}
		}
		for i := range ms {
			for j := i + 1; j < len(ms); j++ {
				x, y := &ms[i], &ms[j]
				if (x.changed || y.changed) && turned(x.from-y.from, x.to-y.to) && x.key.role == y.key.role {
					list = append(list, order(figure, *x, *y))
				}
			}
		}
	}
	return list
}

// turned reports whether a difference has another sign.
func turned(before, after float64) bool {
	const equal = 1e-12
	return before > equal && after < -equal || before < -equal && after > equal
}

// order is the turn of two rows, the one that was better first.
func order(figure string, x, y moved) Turn {
	if x.from > y.from {
		x, y = y, x
	}
	t := Turn{Kind: TurnOrder, Figure: figure, Names: []string{x.key.label(), y.key.label()}, From: []float64{x.from, y.from}, To: []float64{x.to, y.to}}
	if figure == FigureHits {
		for i := range t.From {
			t.From[i], t.To[i] = 1-t.From[i], 1-t.To[i]
		}
	}
	return t
}

// contest is what a board says about people: how many it ranks, and which of
// their differences stand.
type contest struct {
	ranked int
	named  []scoring.Named
}

// ranks lists what differs between what two boards say about people.
func (s standing) ranks(now standing) []Turn {
	if s.contest == nil {
		return nil
	}
	var list []Turn
	turn := func(kind TurnKind, names []string) {
		list = append(list, Turn{Kind: kind, Names: names, From: []float64{}, To: []float64{}})
	}
	switch before, after := s.contest.ranked >= 2, now.contest.ranked >= 2; {
	case before && !after:
		turn(TurnUnranked, []string{})
		return list
	case after && !before:
		turn(TurnRanked, []string{})
	}
	before, after := s.contest.better(), now.contest.better()
	for _, pair := range slices.SortedFunc(maps.Keys(before), comparePairs) {
		if !after[pair] {
			turn(TurnTogether, pair[:])
		}
	}
	for _, pair := range slices.SortedFunc(maps.Keys(after), comparePairs) {
		if !before[pair] {
			turn(TurnApart, pair[:])
		}
	}
	return list
}

func comparePairs(x, y [2]string) int { return slices.Compare(x[:], y[:]) }

// better is the pairs of whom the board says that one was better, that one
// first. Who only spoke of surer things was not.
func (c *contest) better() map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for _, n := range c.named {
		if n.Why != scoring.NamedSurer {
			pairs[[2]string{n.Better, n.Worse}] = true
		}
	}
	return pairs
}

// label is the name of a row as a sentence has it.
func (k groupKey) label() string {
	if k.role == "" {
		return k.name
	}
	return k.name + " (" + k.role + ")"
}
