package board

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// moved is one figure of a row, before and after: lower is better, and as it is
// told.
type moved struct {
	row              int
	from, to         float64
	toldFrom, toldTo float64
	changed          bool
}

// swap is a pair of rows that have changed places in a figure, by their places
// among what has moved.
type swap struct{ x, y int32 }

// swaps are those between the board and another.
type swaps struct {
	moved  []moved
	brier  int // how many of moved are of the Brier score; the others are of hits
	list   []swap
	labels func(row int) string
}

// swaps finds the pairs of rows with enough events before and now. Equal figures
// are in no order.
func (w *weighing) swaps(now standing) *swaps {
	s := &swaps{labels: func(row int) string { return w.rows[row].key.label() }}
	var enough []int
	for i := range w.rows {
		if w.base.rows[i].events >= w.o.MinEvents && now.rows[i].events >= w.o.MinEvents {
			enough = append(enough, i)
		}
	}
	for _, figure := range []string{FigureBrier, FigureHits} {
		first := len(s.moved)
		for _, row := range enough {
			from, to := w.base.rows[row].figure(figure), now.rows[row].figure(figure)
			if from != nil && to != nil {
				s.moved = append(s.moved, newMoved(figure, row, *from, *to, now.mayDiffer(row)))
			}
		}
		if figure == FigureBrier {
			s.brier = len(s.moved)
		}
		s.find(first, func(x, y int) bool { return w.rows[x].key.role == w.rows[y].key.role })
	}
	return s
}

func newMoved(figure string, row int, from, to float64, changed bool) moved {
	m := moved{row, from, to, from, to, changed}
	if figure == FigureHits {
		m.toldFrom, m.toldTo = 1-from, 1-to
	}
	return m
}

// find adds the pairs among what moved from a place on, of which one changed.
func (s *swaps) find(first int, alike func(x, y int) bool) {
	var changed, all []int32
	for i := first; i < len(s.moved); i++ {
		if all = append(all, int32(i)); s.moved[i].changed {
			changed = append(changed, int32(i))
		}
	}
	for i, x := range all {
		a, others := &s.moved[x], all[i+1:]
		if len(changed) > 0 && changed[0] == x {
			changed = changed[1:]
		}
		if !a.changed {
			others = changed
		}
		for _, y := range others {
			if b := &s.moved[y]; turned(a.from-b.from, a.to-b.to) && alike(a.row, b.row) {
				s.list = append(s.list, swap{x, y})
			}
		}
	}
}

// turned reports whether a difference has another sign.
func turned(before, after float64) bool {
	const equal = 1e-12
	return before > equal && after < -equal || before < -equal && after > equal
}

// clear is a swap by how clear it is: how far apart two rows were, and are the
// other way round, at least.
type clear struct {
	clarity float64
	at      int
}

// compare puts what is clearer first; those that are equally clear keep their
// order.
func (c clear) compare(d clear) int {
	return cmp.Or(cmp.Compare(d.clarity, c.clarity), cmp.Compare(c.at, d.at))
}

// clearest are the places of the clearest swaps, the clearest first.
func (s *swaps) clearest(most int) []clear {
	var best []clear
	for at, k := range s.list {
		x, y := &s.moved[k.x], &s.moved[k.y]
		c := clear{min(math.Abs(x.toldFrom-y.toldFrom), math.Abs(x.toldTo-y.toldTo)), at}
		if most >= len(s.list) {
			best = append(best, c)
			continue
		}
		place, _ := slices.BinarySearchFunc(best, c, clear.compare)
		if best = slices.Insert(best, place, c); len(best) > most {
			best = best[:most]
		}
	}
	slices.SortFunc(best, clear.compare)
	return best
}

// told tells the clearest swaps, one after another.
func (s *swaps) told(most int) iter.Seq[Turn] {
	return func(yield func(Turn) bool) {
		for _, c := range s.clearest(most) {
			if !yield(s.turn(c.at)) {
				return
			}
		}
	}
}

// after tells all swaps, in their order, after other conclusions. Until then
// nothing is kept of rows that swap with none.
func (s *swaps) after(others []Turn) iter.Seq[Turn] {
	s.trim()
	return func(yield func(Turn) bool) {
		for _, t := range others {
			if !yield(t) {
				return
			}
		}
		for t := range s.told(len(s.list)) {
			if !yield(t) {
				return
			}
		}
	}
}

// trim forgets what moved and swaps with nothing.
func (s *swaps) trim() {
	swaps := make([]bool, len(s.moved))
	for _, k := range s.list {
		swaps[k.x], swaps[k.y] = true, true
	}
	var kept []moved
	places, brier := make([]int32, len(s.moved)), 0
	for i, m := range s.moved {
		if places[i] = int32(len(kept)); swaps[i] {
			kept = append(kept, m)
		}
		if i+1 == s.brier {
			brier = len(kept)
		}
	}
	for i, k := range s.list {
		s.list[i] = swap{places[k.x], places[k.y]}
	}
	s.moved, s.brier, s.list = slices.Clip(kept), brier, slices.Clip(s.list)
}

// turn is a swap as it is told.
func (s *swaps) turn(at int) Turn {
	k := s.list[at]
	x, y := &s.moved[k.x], &s.moved[k.y]
	if x.from > y.from {
		x, y = y, x
	}
	t := Turn{Kind: TurnOrder, Figure: FigureBrier, Names: []string{s.labels(x.row), s.labels(y.row)},
		From: []float64{x.toldFrom, y.toldFrom}, To: []float64{x.toldTo, y.toldTo}}
	if int(k.x) >= s.brier {
		t.Figure = FigureHits
	}
	return t
}
