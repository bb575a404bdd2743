package store

import (
	"context"

	"tracker/claims"
)

// Chain returns the claims that c follows, directly and through others,
// nearest first. A circle ends before the first claim that comes again.
func (b *Book) Chain(ctx context.Context, c claims.Claim) (before []claims.Claim, err error) {
	err = b.view(ctx, func(q querier) error {
		for seen := map[claims.UID]bool{}; c.Follows() != "" && !seen[c.Follows()]; {
			uid := c.Follows()
			seen[uid] = true
			list, err := load(ctx, q, asShown, "WHERE c.uid = ?", packed(string(uid)))
			if err != nil || len(list) == 0 {
				return err
			}
			c = list[0]
			before = append(before, c)
		}
		return nil
	})
	return before, err
}
