package report

import (
	"context"

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

// CompareAll compares every two speakers of a board, and tells step how far it
// is.
func CompareAll(ctx context.Context, b board.Board, step func(done, all int)) (ComparedAll, error) {
	list, err := b.CompareAll(ctx, step)
	return ComparedAll{"tracker.compare/1", b.AsOf, b.Policy, list}, err
}
