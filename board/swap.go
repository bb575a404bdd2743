package board

import (
	"cmp"
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

// tell tells the clearest swaps.
func (s *swaps) tell(most int) []Turn {
	best := s.clearest(most)
	list, names, figures := make([]Turn, len(best)), make([]string, 2*len(best)), make([]float64, 4*len(best))
	for i, c := range best {
		k := s.list[c.at]
		x, y := &s.moved[k.x], &s.moved[k.y]
		if x.from > y.from {
			x, y = y, x
		}
		n, f := names[2*i:2*i+2:2*i+2], figures[4*i:4*i+4:4*i+4]
		n[0], n[1] = s.labels(x.row), s.labels(y.row)
		f[0], f[1], f[2], f[3] = x.toldFrom, y.toldFrom, x.toldTo, y.toldTo
		list[i] = Turn{Kind: TurnOrder, Figure: FigureBrier, Names: n, From: f[:2:2], To: f[2:]}
		if int(k.x) >= s.brier {
			list[i].Figure = FigureHits
		}
	}
	return list
}
