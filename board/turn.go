package board

import (
	"iter"
	"maps"
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

// turns are the conclusions that differ between the board and now, of which the
// first are told: ranks, scores that pass 0.25, then orders, those that turn the
// most clearly first; n is how many there are. each tells all of them where
// EveryTurn is asked for.
func (w *weighing) turns(now standing) (told []Turn, n int, each iter.Seq[Turn]) {
	told = append([]Turn{}, w.base.ranks(now)...)
	for i, row := range w.rows {
		if !now.mayDiffer(i) {
			continue
		}
		from, to := w.base.rows[i].brier, now.rows[i].brier
		if from != nil && to != nil && (*from < 0.25) != (*to < 0.25) {
			told = append(told, Turn{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{row.key.label()}, From: []float64{*from}, To: []float64{*to}})
		}
	}
	n = len(told)
	swaps := w.swaps(now)
	if w.most == EveryTurn {
		return []Turn{}, n + len(swaps.list), swaps.after(told)
	}
	told = told[:min(n, w.most)]
	return slices.AppendSeq(told, swaps.told(w.most-len(told))), n + len(swaps.list), nil
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
	switch before, after := s.contest.Ranked >= 2, now.contest.Ranked >= 2; {
	case before && !after:
		turn(TurnUnranked, []string{})
		return list
	case after && !before:
		turn(TurnRanked, []string{})
	}
	before, after := better(s.contest), better(now.contest)
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
func better(c *scoring.Standing) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for _, n := range c.Named {
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
