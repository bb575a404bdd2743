package post

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"tracker/remind"
)

// atOnce is how many routes are gone at the same time: a server that does not
// answer holds up its own letters, and a few others.
const atOnce = 8

// pass is one pass for one route.
type pass struct {
	to       remind.Route
	sent     int
	err      error
	panicked string // with the stack of it
}

// together makes a pass for every route, several at the same time, and returns
// what became of each, in the order of the routes. What standard output takes
// stands there in that order too.
func (r Round) together(ctx context.Context, box func(remind.Route) remind.Outbox) []pass {
	passes := make([]pass, len(r.Office.routes))
	free := make(chan struct{}, atOnce)
	var going sync.WaitGroup
	for i, to := range r.Office.routes {
		passes[i].to = to
		if r.Office.kind(to.Channel) == Stdout {
			r.pass(ctx, box, &passes[i])
			continue
		}
		free <- struct{}{}
		going.Go(func() {
			defer func() { <-free }()
			r.pass(ctx, box, &passes[i])
		})
	}
	going.Wait()
	for _, p := range passes {
		if p.panicked != "" {
			panic(p.panicked) // where whoever called can see it
		}
	}
	return passes
}

func (r Round) pass(ctx context.Context, box func(remind.Route) remind.Outbox, p *pass) {
	defer func() {
		if v := recover(); v != nil {
			p.panicked = fmt.Sprintf("%v\n%s", v, debug.Stack())
		}
	}()
	p.sent, p.err = remind.Pass(ctx, box(p.to), p.to, r.Owner, r.Clock, r.sender(p.to))
}

// undelivered is the error of a pass that did all it could.
func (p pass) undelivered() error {
	var letter *remind.NotDelivered
	if errors.As(p.err, &letter) {
		return fmt.Errorf("%s by %s: %w", p.to.Recipient, p.to.Channel, p.err)
	}
	return nil
}
