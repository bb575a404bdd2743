package board

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// Statements returns what two speakers said about events and had decided, as
// comparisons need it: claims with a number and bare sides, those on one event
// with the question that they ask. The IDs are those of the claims.
func (b Board) Statements(speakerA, speakerB string) (as, bs []scoring.Statement) {
	return b.spoken().statements(speakerA, speakerB)
}

// saidBy is the decided claims about events, in their order, by speaker.
type saidBy map[string][]placedEntry

type placedEntry struct {
	entry
	at int // on the board
}

func (b Board) spoken() saidBy {
	by := saidBy{}
	entries, at := b.counted()
	for _, i := range at {
		if e := entries.at(int(i)); e.Event != "" {
			by[e.Speaker] = append(by[e.Speaker], placedEntry{e, int(i)})
		}
	}
	return by
}

// statements are those of two of the speakers.
func (s saidBy) statements(speakerA, speakerB string) (as, bs []scoring.Statement) {
	events := map[string][]placedEntry{}
	for _, e := range slices.Concat(s[speakerA], s[speakerB]) {
		events[e.Event] = append(events[e.Event], e)
	}
	for _, event := range slices.Sorted(maps.Keys(events)) {
		list := events[event]
		slices.SortFunc(list, func(x, y placedEntry) int { return cmp.Compare(x.at, y.at) })
		windows := make([]scoring.Window, len(list))
		for i, e := range list {
			windows[i] = e.window
		}
		for i, question := range scoring.Questions(windows) {
			s := list[i].statement(question)
			if list[i].Speaker == speakerA {
				as = append(as, s)
			} else {
				bs = append(bs, s)
			}
		}
	}
	return as, bs
}

// window is that of a claim; a start on the statement's day is an open one.
func window(c *claims.Claim) scoring.Window {
	w := scoring.Window{Start: int(c.Window.Earliest), End: int(c.Window.Latest)}
	if c.Window.Earliest <= c.StatedOn.Day() {
		w.Start = 0
	}
	return w
}

// statement is a decided claim; question numbers what it asks of its event.
func (e *entry) statement(question int) scoring.Statement {
	s := scoring.Statement{ID: fmt.Sprint(e.id), Lead: e.window.End - int(e.stated.Day()), End: e.window.End, Number: e.number}
	if e.number {
		s.Forecast = e.Forecast
	}
	s.Event, s.Question, s.Y = e.Event, fmt.Sprint(question), e.happened
	if e.right != nil {
		s.Side = -1
		if *e.right == (e.happened > 0.5) {
			s.Side = 1
		}
	}
	return s
}
