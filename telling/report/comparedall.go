package report

import (
	"tracker/board"
	"tracker/calendar"
	"tracker/scoring"
)

// ComparedAll is every two speakers of a board, as JSON readers get it.
type ComparedAll struct {
	Schema      string               `json:"schema"`
	AsOf        calendar.Day         `json:"as_of"`
	Policy      board.Policy         `json:"policy"`
	Comparisons []scoring.Comparison `json:"comparisons"` // the clearest first
}

// CompareAll compares every two speakers of a board.
func CompareAll(b board.Board) ComparedAll {
	return ComparedAll{"tracker.compare/1", b.AsOf, b.Policy, b.CompareAll()}
}
