package main

import (
	"context"
	"fmt"
	"strings"

	"tracker/board"
	"tracker/calendar"
	"tracker/clean"
	"tracker/scoring"
	"tracker/telling/report"
)

// comparedAll is every two speakers of a board.
type comparedAll struct {
	Schema      string               `json:"schema"`
	AsOf        calendar.Day         `json:"as_of"`
	Policy      board.Policy         `json:"policy"`
	Comparisons []scoring.Comparison `json:"comparisons"` // the clearest first
}

func compareAll(ctx context.Context, e *env, o *compareOptions) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	scored, err := e.board(ctx, b, &o.boardFlags, o.args)
	if err != nil {
		return err
	}
	all := comparedAll{"tracker.compare/1", scored.AsOf, scored.Policy, scored.CompareAll()}
	if o.json {
		return e.printJSON(all)
	}
	e.printComparedAll(all.Comparisons)
	e.sayf("%s", report.PolicySentence(scored))
	return nil
}

// printComparedAll writes what can be said about two speakers at a time. In a
// pipe the rows are A, B, events, difference, p and p adjusted, then the same
// for sides: events, A ahead, B ahead, p adjusted.
func (e *env) printComparedAll(list []scoring.Comparison) {
	few := 0
	for _, c := range list {
		switch {
		case !e.TTYOut:
			e.printf("%s\n", strings.Join([]string{clean.Line(c.A), clean.Line(c.B), fmt.Sprint(c.Events), bare(c.Difference), bare(c.PValue), bare(c.PHolm),
				fmt.Sprint(c.Sides.Events), fmt.Sprint(c.Sides.A), fmt.Sprint(c.Sides.B), bare(c.Sides.PHolm)}, "\t"))
		case c.PHolm == nil && c.Sides.PHolm == nil:
			few++
		default:
			e.paragraph(clean.Line(fmt.Sprintf("%s and %s, on %s: %s", c.A, c.B, plural(max(c.Events, c.Sides.Events), "event"), c.Verdict)))
		}
	}
	switch {
	case len(list) == 0:
		e.sayf("no two speakers answered the same question")
	case few > 0:
		e.paragraph(fmt.Sprintf("%s more with too few events in common to tell.", plural(few, "pair")))
	}
	if e.TTYOut && len(list) > few {
		e.paragraph("Allowing for the number of pairs (Holm): a difference is false in at most one such table of twenty.")
	}
}
