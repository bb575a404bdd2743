package site

import (
	"cmp"
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"tracker/telling/report"
)

// batch is how many claims are handed on together.
const batch = 64

// hands is how many write at once: more than there are processors, because the
// system makes one file of a folder at a time, and who waits for it leaves a
// processor to others.
func hands() int { return runtime.GOMAXPROCS(0) + 2 }

// claims writes the pages of claims while they are read, with many hands,
// and enters each in the index.
func (w *writer) claims(ctx context.Context) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	work := make(chan []report.Claim, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for range hands() {
		all.Go(func() {
			var d desk
			for list := range work {
				if err := w.claimPages(&d, list); err != nil {
					stop(err)
				}
			}
		})
	}
	err := w.read(ctx, work)
	close(work)
	all.Wait()
	if err := cmp.Or(context.Cause(ctx), err); err != nil {
		return err
	}
	return w.shelf.full()
}

// each calls fn with every number below n, from many sides at once, until it fails.
func each(ctx context.Context, n int, fn func(*desk, int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, hands()) {
		all.Go(func() {
			var d desk
			for i := next.Add(1) - 1; i < int64(n) && ctx.Err() == nil; i = next.Add(1) - 1 {
				if err := fn(&d, int(i)); err != nil {
					stop(err)
				}
			}
		})
	}
	all.Wait()
	return context.Cause(ctx)
}

// together is some work that is done at once: the end of one leaves no processor
// idle while another goes on.
func together(list ...func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		return each(ctx, len(list), func(_ *desk, i int) error { return list[i](ctx) })
	}
}

// progress says how far it is.
func (w *writer) progress(n, total int64) {
	w.telling.Lock()
	defer w.telling.Unlock()
	if w.Progress != nil {
		w.Progress(n, total)
	}
}

// read hands on the claims of the report.
func (w *writer) read(ctx context.Context, work chan<- []report.Claim) error {
	var n int64
	list := make([]report.Claim, 0, batch)
	hand := func() error {
		select {
		case work <- list:
		case <-ctx.Done():
			return ctx.Err()
		}
		list = make([]report.Claim, 0, batch)
		w.progress(n, w.total)
		return nil
	}
	err := w.Report.Each(func(c *report.Claim) error {
		n++
		if list = append(list, *c); len(list) < batch {
			return nil
		}
		return hand()
	})
	return cmp.Or(err, hand())
}
