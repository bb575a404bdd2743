package scoring

import (
	"cmp"
	"slices"
)

// cell is the mean of what one speaker said on one question. In a table of
// forecasts an event is one question.
type cell struct {
	speaker, event, question int32
	place                    int32 // of a forecast, while cells are made
	loss                     float64
	excess                   float64 // (y − p)(1 − 2p): the loss beyond what p lets expect
	expected                 float64 // p(1 − p): the loss that p lets expect
}

// extent is the least and the greatest value that something could have taken,
// whatever happened.
type extent struct{ best, worst float64 }

func (s *extent) add(values ...float64) {
	for _, x := range values {
		s.best, s.worst = min(s.best, x), max(s.worst, x)
	}
}

// extents are those of one speaker's losses and excess losses.
type extents struct {
	loss, excess extent
	used         bool
}

func (s *extents) add(p float64) {
	lean := 1 - 2*p
	if !s.used {
		*s = extents{extent{Brier(p, 0), Brier(p, 0)}, extent{-p * lean, -p * lean}, true}
	}
	s.loss.add(Brier(p, 0), Brier(p, 1))
	s.excess.add(float64(-p*lean), float64((1-p)*lean))
}

// cellGrid is the cells of all speakers, in an order that does not depend on that
// of the input: by speaker, event and question.
type cellGrid struct {
	names     []string // sorted
	events    int
	questions int
	cells     []cell
	extents   []extents // by speaker
}

// finish sorts the cells and numbers the events that stand alone.
func (b *cellGrid) finish() {
	slices.SortFunc(b.cells, func(x, y cell) int {
		return cmp.Or(cmp.Compare(x.speaker, y.speaker), cmp.Compare(x.event, y.event), cmp.Compare(x.question, y.question),
			cmp.Compare(x.loss, y.loss), cmp.Compare(x.expected, y.expected))
	})
	for i := range b.cells {
		if c := &b.cells[i]; c.event == ownEvent {
			c.event, c.question = int32(b.events), int32(b.questions)
			b.events++
			b.questions++
		}
	}
}

// byEvent is the board with one cell a speaker and event: the mean of those on
// its questions. It takes the room of the board, which is no longer one.
func (b cellGrid) byEvent() cellGrid {
	if b.events == b.questions {
		return b
	}
	merged := cellGrid{names: b.names, events: b.events, questions: b.events, extents: b.extents, cells: b.cells[:0]}
	for i := 0; i < len(b.cells); {
		first, sum, n := b.cells[i], cell{}, 0.0
		for ; i < len(b.cells) && b.cells[i].speaker == first.speaker && b.cells[i].event == first.event; i++ {
			n++
			sum.loss += b.cells[i].loss
			sum.excess += b.cells[i].excess
			sum.expected += b.cells[i].expected
		}
		merged.cells = append(merged.cells, cell{speaker: first.speaker, event: first.event, question: first.event, loss: sum.loss / n, excess: sum.excess / n, expected: sum.expected / n})
	}
	return merged
}

// eligible are the speakers with at least so many events.
func (b cellGrid) eligible(minEvents int) []int32 {
	counts := make([]int, len(b.names))
	for i, c := range b.cells {
		if i == 0 || b.cells[i-1].speaker != c.speaker || b.cells[i-1].event != c.event {
			counts[c.speaker]++
		}
	}
	var list []int32
	for s, n := range counts {
		if n >= minEvents {
			list = append(list, int32(s))
		}
	}
	return list
}

// of is the board of some speakers, named ascending, and nobody else. Events
// and questions keep their numbers.
func (b cellGrid) of(speakers []int32) cellGrid {
	if len(speakers) == len(b.names) {
		return b
	}
	place := b.indexes(speakers)
	some := cellGrid{events: b.events, questions: b.questions, cells: make([]cell, 0, len(b.cells))}
	for _, s := range speakers {
		some.names = append(some.names, b.names[s])
		some.extents = append(some.extents, b.extents[s])
	}
	for _, c := range b.cells {
		if place[c.speaker] >= 0 {
			c.speaker = place[c.speaker]
			some.cells = append(some.cells, c)
		}
	}
	return some
}

// indexes is the index of every speaker of the board among some, −1 for the
// others.
func (b cellGrid) indexes(some []int32) []int32 {
	place := make([]int32, len(b.names))
	for s := range place {
		place[s] = -1
	}
	for i, s := range some {
		place[s] = int32(i)
	}
	return place
}

// addressed is by how many speakers each question was.
func (b cellGrid) addressed() []int {
	n := make([]int, b.questions)
	for _, c := range b.cells {
		n[c.question]++
	}
	return n
}

// shared is the cells on questions that another speaker of the board
// addressed.
func (b cellGrid) shared() cellGrid {
	n := b.addressed()
	_, all := b.sharedCounts()
	if all == len(b.cells) {
		return b
	}
	cells := make([]cell, 0, all)
	for _, c := range b.cells {
		if n[c.question] > 1 {
			cells = append(cells, c)
		}
	}
	b.cells = cells
	return b
}

// sharedCounts is how many cells of shared each speaker has, and all of them.
func (b cellGrid) sharedCounts() (counts []int, all int) {
	n, counts := b.addressed(), make([]int, len(b.names))
	for _, c := range b.cells {
		if n[c.question] > 1 {
			counts[c.speaker]++
			all++
		}
	}
	return counts, all
}

// counts is how many cells each speaker has.
func (b cellGrid) counts() []int {
	n := make([]int, len(b.names))
	for _, c := range b.cells {
		n[c.speaker]++
	}
	return n
}

// present is the board without speakers who have no cell.
func (b cellGrid) present() cellGrid {
	var some []int32
	for s, n := range b.counts() {
		if n > 0 {
			some = append(some, int32(s))
		}
	}
	if len(some) == len(b.names) {
		return b
	}
	return b.of(some)
}

// lossOn is the loss of a cell of a group, with the number of the other: in the
// group of a question the speaker, in that of a speaker the question: less than
// half of a cell, of which large boards hold many at once.
type lossOn struct {
	other int32
	loss  float64
}

// grouped is the losses by group, from 0, in the order of the cells; those of a
// negative group are left out.
func (b cellGrid) grouped(groups int, of, other func(cell) int32) [][]lossOn {
	sizes, all := make([]int, groups), 0
	for _, c := range b.cells {
		if g := of(c); g >= 0 {
			sizes[g]++
			all++
		}
	}
	room, sorted := make([]lossOn, all), make([][]lossOn, groups)
	for g, n := range sizes {
		sorted[g], room = room[:0:n], room[n:]
	}
	for _, c := range b.cells {
		if g := of(c); g >= 0 {
			sorted[g] = append(sorted[g], lossOn{other(c), c.loss})
		}
	}
	return sorted
}
