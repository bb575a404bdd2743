package scoring

import (
	"cmp"
	"slices"
)

// gridOf collapses claims to cells. Later versions are left out: a chain is
// its first version.
func gridOf(fs Forecasts) cellGrid {
	speakers, events, texts := map[string]int32{}, map[string]int32{}, map[string]int32{}
	for f := range fs {
		speakers[f.Speaker], texts[f.Question] = 0, 0
		if f.Event != "" {
			events[f.Event] = 0
		}
	}
	names := number(speakers)
	number(events)
	number(texts)
	return gridOfSaid(names, func(yield func(Said) bool) {
		for f := range fs {
			s := Said{Speaker: speakers[f.Speaker], Event: ownEvent, Question: texts[f.Question], P: f.P, Y: f.Y, Weight: f.weight(), Later: f.Later}
			if f.Event != "" {
				s.Event = events[f.Event]
			}
			if !yield(s) {
				return
			}
		}
	})
}

// gridOfSaid collapses what speakers with these names said. The cells are made
// where the forecasts are put at first: a book of a million claims has 24 MB of
// them.
func gridOfSaid(names []string, all AllSaid) cellGrid {
	n := 0
	for s := range all {
		if !s.Later {
			n++
		}
	}
	b := cellGrid{names: names, cells: make([]cell, 0, n), extents: make([]extents, len(names))}
	for s := range all {
		if s.Later {
			continue
		}
		b.extents[s.Speaker].add(s.P)
		raw := cell{speaker: s.Speaker, event: s.Event, question: ownEvent, place: int32(len(b.cells)), loss: s.P, excess: s.Y, expected: s.Weight}
		if s.Event != ownEvent {
			raw.question = s.Question
		}
		b.cells = append(b.cells, raw)
	}
	b.numberEvents()
	b.collapse()
	b.numberQuestions()
	b.finish()
	return b
}

// numberEvents numbers the events that are spoken of, in their order.
func (b *cellGrid) numberEvents() {
	most := int32(ownEvent)
	for _, c := range b.cells {
		most = max(most, c.event)
	}
	numbers := make([]int32, most+1)
	for _, c := range b.cells {
		if c.event != ownEvent {
			numbers[c.event] = 1
		}
	}
	for e, spoken := range numbers {
		numbers[e] = int32(b.events)
		b.events += int(spoken)
	}
	for i := range b.cells {
		if c := &b.cells[i]; c.event != ownEvent {
			c.event = numbers[c.event]
		}
	}
}

// collapse makes one cell of the forecasts of one speaker on one question; as
// they come their loss is p, their excess y and their expected loss the weight.
func (b *cellGrid) collapse() {
	slices.SortFunc(b.cells, func(x, y cell) int { return cmp.Or(x.compare(y), cmp.Compare(x.place, y.place)) })
	made := 0
	for i := 0; i < len(b.cells); made++ {
		first := b.cells[i]
		var sum cellSum
		for ; i < len(b.cells) && (sum.w == 0 || first.event != ownEvent && first.compare(b.cells[i]) == 0); i++ {
			sum.add(b.cells[i].loss, b.cells[i].excess, b.cells[i].expected)
		}
		b.cells[made] = sum.cell(first.speaker, first.event, first.question)
	}
	b.cells = b.cells[:made]
}

// compare puts cells in the order of speakers, events and questions.
func (c cell) compare(d cell) int {
	return cmp.Or(cmp.Compare(c.speaker, d.speaker), cmp.Compare(c.event, d.event), cmp.Compare(c.question, d.question))
}

// cellSum is a sum over the claims of a cell, by weight.
type cellSum struct{ w, loss, excess, expected float64 }

func (c *cellSum) add(p, y, w float64) {
	c.w += w
	c.loss += float64(w * Brier(p, y))
	c.excess += float64(w * (y - p) * (1 - 2*p))
	c.expected += float64(w * p * (1 - p))
}

// numberQuestions gives every question its place among all, by event and text:
// until then a cell has the text, which only with the event says which question
// it is.
func (b *cellGrid) numberQuestions() {
	keys := make([]uint64, 0, len(b.cells))
	for _, c := range b.cells {
		if c.event != ownEvent {
			keys = append(keys, c.asked())
		}
	}
	sortKeys(keys, nil)
	keys = slices.Compact(keys)
	for i := range b.cells {
		if c := &b.cells[i]; c.event != ownEvent {
			at, _ := slices.BinarySearch(keys, c.asked())
			c.question = int32(at)
		}
	}
	b.questions = len(keys)
}

// asked is the event and the text of a question in one number.
func (c cell) asked() uint64 { return uint64(c.event)<<32 | uint64(c.question) }

func (c cellSum) cell(speaker, event, question int32) cell {
	return cell{speaker: speaker, event: event, question: question, loss: c.loss / c.w, excess: c.excess / c.w, expected: c.expected / c.w}
}
