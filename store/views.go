package store

import (
	"cmp"
	"context"
)

// views runs fn on three views of the book that see the same: on a file they
// are of three connections, so that each can have a processor.
func (b *Book) views(ctx context.Context, fn func(one, two, three querier) error) error {
	return b.view(ctx, func(one querier) error {
		if b.engine.Far() || b.reader == b.writer {
			return fn(one, one, one)
		}
		return b.snapshot(ctx, func(two querier) error {
			return b.snapshot(ctx, func(three querier) error {
				if same, err := sameState(ctx, one, two, three); err != nil || !same {
					return cmp.Or(err, fn(one, one, one))
				}
				return fn(one, two, three)
			})
		})
	})
}

// sameState reports whether nothing was entered between some views.
func sameState(ctx context.Context, first querier, others ...querier) (bool, error) {
	seq, err := last(ctx, first)
	for _, q := range others {
		now, lerr := last(ctx, q)
		if err = cmp.Or(err, lerr); err != nil || now != seq {
			return false, err
		}
	}
	return true, nil
}
