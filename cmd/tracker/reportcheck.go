package main

import (
	"context"
	"strings"

	"tracker/telling/report"
)

// checkReport says what the claims of a report lack, and refuses when readers
// could not follow one. It writes nothing.
func checkReport(ctx context.Context, e *env, o *reportOptions) error {
	if o.file != "" || o.format != "" || o.chart != "" || o.open {
		return usage("--check writes no report").WithHint("tracker report --check, and then without it")
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	scored, err := e.board(ctx, b, &o.boardFlags, o.args)
	if err != nil {
		return err
	}
	g := report.NewGate(scored, strings.Join(o.args, " "))
	if !o.json {
		e.Gate(g)
	} else if err := e.JSON(g); err != nil {
		return err
	}
	return g.Refusal()
}
