package main

import (
	"context"
	"slices"

	"tracker/remind"
	"tracker/remind/post"
)

// nag says after a command what keeps prompts from arriving. It says nothing
// where nobody is reminded.
func (e *env) nag(ctx context.Context, verb string) {
	if e.opened == nil || ctx.Err() != nil || slices.Contains([]string{"remind", "daemon", "demo", "restore"}, verb) {
		return
	}
	warning := post.Nag(ctx, e.Settings, e.opened, func() int {
		office, err := e.office()
		if err != nil {
			return 0
		}
		return office.Unsent(ctx, func(r remind.Route) remind.Outbox { return e.opened.Outbox(r.Channel, r.Recipient) })
	})
	if warning != "" {
		e.Sayf("warning: %s", e.Typed(warning))
	}
}
