package store

import (
	"context"
	"database/sql"
	"errors"

	"tracker/claims"
)

// Successor returns the first claim that supersedes the one with a uid and is
// not withdrawn, 0 for none.
func (b *Book) Successor(ctx context.Context, uid claims.UID) (id claims.ID, err error) {
	err = b.ask(ctx, `SELECT id FROM claims WHERE supersedes = ? AND withdrawn = '' ORDER BY id LIMIT 1`, packed(string(uid))).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, b.explain(err)
}

// MayBeVoid refuses to void a claim because another date took its place: the
// chain is judged by its first date.
func (b *Book) MayBeVoid(ctx context.Context, c *claims.Claim, v claims.Verdict) error {
	if v.Outcome != claims.Void || v.Reason != "superseded" {
		return nil
	}
	id, err := b.Successor(ctx, c.UID)
	if err != nil || id == 0 {
		return err
	}
	return claims.Refuse("reason", "claim %d supersedes claim %d, and a promise that was moved is judged by its first date", id, c.ID).
		WithHint("tracker resolve %d no --note TEXT, or yes with --on DATE when it came", c.ID)
}
