package main

import (
	"context"

	"tracker/claims"
	"tracker/store"
)

const confirmHelp = `

Somebody who was asked may have answered from a message: such a verdict is only proposed, and show, due and
the walk begin with it. ID… confirm takes it (with what the flags say besides, or instead), ID… drop does not;
--by says whose, where several have answered.`

// confirm gives claims the verdict that was proposed for each, with what the
// flags say besides or instead.
func (o *resolveOptions) confirm(ctx context.Context, e *env) error {
	return o.proposed(ctx, e, "resolve", func(b *store.Book, c *claims.Claim, p claims.Proposal) error {
		v, err := o.Over(p.Verdict())
		if err != nil {
			return err
		}
		v.By, v.At = e.Actor(), e.Instant()
		return e.resolves(ctx, b, c, v)
	}, func(b *store.Book, c claims.Claim) error { return e.sayVerdict(ctx, b, c) })
}

// drop takes away what was proposed.
func (o *resolveOptions) drop(ctx context.Context, e *env) error {
	return o.proposed(ctx, e, "drop", func(_ *store.Book, c *claims.Claim, p claims.Proposal) error {
		return c.DropProposal(p.By)
	}, func(_ *store.Book, c claims.Claim) error {
		e.Sayf("claim %d still waits for a verdict; what was proposed stays in tracker history %d", c.ID, c.ID)
		return nil
	})
}

// proposed changes claims by what has been proposed for each.
func (o *resolveOptions) proposed(ctx context.Context, e *env, verb string, change func(*store.Book, *claims.Claim, claims.Proposal) error, say func(*store.Book, claims.Claim) error) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	list, err := e.find(ctx, b, o.refs, "resolve", o.yes)
	if err != nil {
		return err
	}
	changed, err := b.Change(ctx, e.command(verb), ids(list), "", func(c *claims.Claim) error {
		p, err := c.Proposal(o.by)
		if err != nil {
			return err
		}
		return change(b, c, p)
	})
	if err != nil {
		return err
	}
	if o.json {
		return e.JSON(claimList{Schema: "tracker.resolve/1", Claims: e.views(changed)})
	}
	for _, c := range changed {
		if err := say(b, c); err != nil {
			return err
		}
	}
	return nil
}
