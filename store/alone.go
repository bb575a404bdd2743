package store

import (
	"context"
	"database/sql"

	"tracker/claims"
)

// Alone are the claims without an event: what Scorable reads of them has no
// name.
func (b *Book) Alone(ctx context.Context) (map[claims.ID]claims.UID, error) {
	uids := map[claims.ID]claims.UID{}
	err := b.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT c.id, c.uid FROM claims c WHERE c.event IS NULL`, nil, func(rows *sql.Rows) error {
			var id claims.ID
			var uid claims.UID
			err := rows.Scan(&id, &cell{&uid})
			uids[id] = uid
			return err
		})
	})
	return uids, err
}
