package board

import (
	"slices"
	"strconv"
	"strings"

	"tracker/scoring"
)

// numbering gives the speakers, events and questions of entries their numbers in
// the order of their names.
type numbering struct {
	names            []string // of speakers
	speakers, events []int32  // by text
	questions        []int32  // by the number of the question
	eventNumbers     int
}

// numberingOf numbers all entries, of which some may not count.
func numberingOf(l *entries) *numbering {
	var speakers, events []int32
	for _, s := range l.all() {
		speakers = append(speakers, s.speaker)
		if s.event != noText {
			events = append(events, s.event)
		}
	}
	n := &numbering{}
	var ordered []int32
	ordered, n.speakers = l.inOrder(speakers)
	for _, text := range ordered {
		n.names = append(n.names, l.texts.list[text])
	}
	ordered, n.events = l.inOrder(events)
	n.events[noText], n.eventNumbers = scoring.NoEvent, len(ordered)
	n.questions = make([]int32, len(l.questions))
	names := slices.Clone(l.questions)
	slices.Sort(names)
	for place, name := range names {
		question, _ := strconv.Atoi(name)
		n.questions[question] = int32(place)
	}
	return n
}

// inOrder puts texts in the order of what they say, each once, and numbers them.
func (l *entries) inOrder(texts []int32) (ordered, numbers []int32) {
	slices.Sort(texts)
	ordered, numbers = slices.Compact(texts), make([]int32, len(l.texts.list))
	slices.SortFunc(ordered, func(x, y int32) int { return strings.Compare(l.texts.list[x], l.texts.list[y]) })
	for place, text := range ordered {
		numbers[text] = int32(place)
	}
	return ordered, numbers
}

// said yields what has a number, as it counts in the row.
func (n *numbering) said(w *weighed) scoring.AllSaid {
	return func(yield func(scoring.Said) bool) {
		for i := range w.numbered() {
			s := w.of.small(int(w.at[i]))
			one := n.of(s)
			one.P, one.Y, one.Weight, one.Later = w.of.read(s).p, w.of.came(s).happened, w.weight(i), w.entered[i] == entersLater
			if !yield(one) {
				return
			}
		}
	}
}

// sided yields what took a side and counts in the share: P is 1, and Y 1 where
// the side was right.
func (n *numbering) sided(w *weighed) scoring.AllSaid {
	return func(yield func(scoring.Said) bool) {
		for i := range w.sidedAt() {
			s := w.of.small(int(w.at[i]))
			one := n.of(s)
			if one.P, one.Weight = 1, w.sideWeight(i); w.of.came(s).right {
				one.Y = 1
			}
			if !yield(one) {
				return
			}
		}
	}
}

// rights are sided, each of which weighs the same.
func (n *numbering) rights(w *weighed) scoring.AllSaid {
	return func(yield func(scoring.Said) bool) {
		for s := range n.sided(w) {
			if s.Weight = 1; !yield(s) {
				return
			}
		}
	}
}

func (n *numbering) of(s *smallEntry) scoring.Said {
	said := scoring.Said{Speaker: n.speakers[s.speaker], Event: n.events[s.event]}
	if s.question >= 0 {
		said.Question = n.questions[s.question]
	}
	return said
}
