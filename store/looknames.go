package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"tracker/claims"
)

// lookNames looks up the names of some claims at once.
func (t *tx) lookNames(ctx context.Context, list []*claims.Claim) error {
	if t.names.whole {
		return nil
	}
	var names []nameKey
	for i := range list {
		c := *list[i]
		err := eachName(&c, func(at slot, name *string) error {
			k := nameKey{at.kind(), claims.Fold(*name)}
			if _, ok := t.names.rows[k]; !ok && !t.names.missing[k] {
				k.fold = strings.Clone(k.fold) // it may be a part of a long line
				t.names.missing[k] = true
				names = append(names, k)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, kind := range []string{entity, event} {
		var folds []folded
		for _, k := range names {
			if k.kind == kind {
				folds = append(folds, folded{k.fold})
			}
		}
		if err := t.findNames(ctx, kind, folds); err != nil {
			return err
		}
	}
	return nil
}

// folded is a folded name as a statement takes it.
type folded struct {
	Fold string `json:"fold"`
}

// findNames notes the names of a kind that the book has.
func (t *tx) findNames(ctx context.Context, kind string, folds []folded) error {
	if len(folds) == 0 {
		return nil
	}
	text, err := json.Marshal(folds)
	if err != nil {
		return fmt.Errorf("encode names: %w", err)
	}
	return each(ctx, t, `SELECT n.fold, n.id, n.name, coalesce(n.target, n.id), `+asShown("n")+` FROM names n
		WHERE n.kind = ?1 AND n.fold IN (SELECT value ->> 'fold' FROM json_each(?2))`, []any{kind, string(text)}, func(rows *sql.Rows) error {
		k := nameKey{kind: kind}
		var r nameRow
		err := rows.Scan(&k.fold, &r.id, &r.typed, &r.root, &r.shown)
		t.names.rows[k] = r
		return err
	})
}
