package store

import (
	"context"
	"database/sql"
	"fmt"
)

// nameQueries find the names of a kind that are in use.
var nameQueries = map[string]string{
	"speaker": `SELECT name FROM names WHERE kind = 'entity' AND id IN (SELECT speaker FROM claims) AND fold LIKE ? ESCAPE '\' ORDER BY name LIMIT 200`,
	"source": `SELECT name FROM names WHERE kind = 'entity' AND (id IN (SELECT source FROM appearances)
		OR id IN (SELECT entity FROM attribution WHERE role <> 'origin')) AND fold LIKE ? ESCAPE '\' ORDER BY name LIMIT 200`,
	"event": `SELECT name FROM names WHERE kind = 'event' AND fold LIKE ? ESCAPE '\' ORDER BY name LIMIT 200`,
	"tag":   `SELECT DISTINCT tag FROM tags WHERE tag LIKE ? ESCAPE '\' ORDER BY tag LIMIT 200`,
}

// Names returns the names of a kind ("speaker", "source", "event", "tag")
// that contain a text, at most 200 of them.
func (b *Book) Names(ctx context.Context, kind, containing string) ([]string, error) {
	query, ok := nameQueries[kind]
	if !ok {
		return nil, fmt.Errorf("no kind of name is called %s", kind)
	}
	var names []string
	err := each(ctx, b.reader, query, []any{like(containing)}, func(rows *sql.Rows) error {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		names = append(names, name)
		return nil
	})
	return names, b.explain(err)
}
