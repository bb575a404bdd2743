package board

import (
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
	return b.statements(b.spoken(), speakerA, speakerB)
}

// spoken are the places of the decided claims about events, in their order, by
// speaker.
func (b Board) spoken() map[string][]int {
	at := map[string][]int{}
	for i, j := range b.Judged {
		if j.Y != nil && claims.Fold(j.Claim.Event) != "" {
			at[j.Claim.Speaker] = append(at[j.Claim.Speaker], i)
		}
	}
	return at
}

// statements are those of two of the speakers.
func (b Board) statements(spoken map[string][]int, speakerA, speakerB string) (as, bs []scoring.Statement) {
	events := map[string][]Judged{}
	for _, i := range slices.Sorted(slices.Values(slices.Concat(spoken[speakerA], spoken[speakerB]))) {
		event := claims.Fold(b.Judged[i].Claim.Event)
		events[event] = append(events[event], b.Judged[i])
	}
	for _, event := range slices.Sorted(maps.Keys(events)) {
		list := events[event]
		windows := make([]scoring.Window, len(list))
		for i, j := range list {
			windows[i] = window(j.Claim)
		}
		for i, question := range scoring.Questions(windows) {
			s := list[i].statement(question)
			if list[i].Claim.Speaker == speakerA {
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
func (j Judged) statement(question int) scoring.Statement {
	c := j.Claim
	s := scoring.Statement{ID: fmt.Sprint(c.ID), Lead: int(c.Window.Latest - c.StatedOn.Day()), End: int(c.Window.Latest)}
	if j.P != nil {
		s.Forecast, s.Number = j.forecast(), true
	}
	s.Event, s.Question, s.Y = claims.Fold(c.Event), fmt.Sprint(question), *j.Y
	if j.Right != nil {
		s.Side = -1
		if *j.Right == (*j.Y > 0.5) {
			s.Side = 1
		}
	}
	return s
}
