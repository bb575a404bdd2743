package main

import (
	"context"

	"tracker/telling/report"
)

// checkReport says what the claims of a report lack, and refuses when readers
// could not follow one. It writes nothing.
func checkReport(ctx context.Context, e *env, o *reportOptions) error {
	if o.file != "" || o.out != "" || o.format != "" || o.chart != "" || o.open || o.since != "" {
		return usage("--check writes no report").WithHint("tracker report --check, and then without it")
	}
	then, end, err := o.reads(ctx, e)
	if err != nil {
		return err
	}
	defer end()
	g := report.NewGate(o.filter())
	scored, err := then.reported(ctx, o, g, o.only(then.opened))
	if err != nil {
		return err
	}
	g.AsOf = scored.AsOf
	if !o.json {
		e.Gate(g)
	} else if err := e.JSON(g); err != nil {
		return err
	}
	return g.Refusal()
}
