package main

import (
	"context"

	"tracker/remind"
	"tracker/remind/post"
)

// explainPrompts says whom a claim was and will be asked about, and why not.
func (e *env) explainPrompts(ctx context.Context, ref string) error {
	b, err := e.kept(ctx)
	if err != nil {
		return err
	}
	c, err := b.Claim(ctx, ref)
	if err != nil {
		return err
	}
	told, err := b.Told(ctx, c.ID)
	if err != nil {
		return err
	}
	office, err := e.office()
	if err != nil {
		return err
	}
	e.Printf("%s", post.Asked(c, e.Instant()))
	for _, t := range told {
		e.Printf("%s\n", post.Told(t).Line(e.Zone))
	}
	if _, ok := (remind.Rules{}).Next(c, e.Instant()); !ok {
		return nil // nobody is asked any more
	}
	for _, r := range office.Routes() {
		means, err := r.Means(ctx, b.Outbox(r.Channel, r.Recipient), c)
		if err != nil {
			return err
		}
		e.Printf("%s\n", post.Next(r, c, means, e.Instant()))
	}
	return nil
}
