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
	err = b.reader.QueryRowContext(ctx, `SELECT id FROM claims WHERE supersedes = ? AND withdrawn = '' ORDER BY id LIMIT 1`, string(uid)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, b.explain(err)
}
