package store

import (
	"context"
	"database/sql"

	"tracker/claims"
)

// Families returns the names that go by more than one, in the order in which
// the first of each came into the book.
func (b *Book) Families(ctx context.Context) ([]claims.Family, error) {
	list := []claims.Family{}
	at := map[int64]int{}
	err := b.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT coalesce(n.target, n.id), n.kind, n.name, `+asShown("n")+` FROM names n
			WHERE n.target IS NOT NULL OR EXISTS (SELECT 1 FROM names a WHERE a.target = n.id) ORDER BY n.id`, nil, func(rows *sql.Rows) error {
			var root int64
			var kind, name, shown string
			if err := rows.Scan(&root, &kind, &name, &shown); err != nil {
				return err
			}
			i, known := at[root]
			if !known {
				i, at[root] = len(list), len(list)
				list = append(list, claims.Family{Event: kind == event, Shown: shown})
			}
			list[i].Names = append(list[i].Names, name)
			return nil
		})
	})
	return list, err
}
