package postgres

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tracker/store/dialect"
)

// copyFrom runs COPY table (columns), in the binary form.
func (c *conn) copyFrom(ctx context.Context, query string, source dialect.Rows) (int64, error) {
	rest, ok := strings.CutPrefix(query, "COPY ")
	table, list, more := strings.Cut(rest, " (")
	list, end := strings.CutSuffix(list, ")")
	if !ok || !more || !end {
		return 0, fmt.Errorf("no COPY of rows: %s", query)
	}
	columns := strings.Split(list, ", ")
	types, err := c.typesOf(ctx, table)
	if err != nil {
		return 0, err
	}
	rows := newBinary(source, columns, types)
	for i, name := range columns {
		columns[i] = pgx.Identifier{name}.Sanitize()
	}
	tag, err := c.Conn.Conn().PgConn().CopyFrom(ctx, rows,
		"COPY "+pgx.Identifier{table}.Sanitize()+" ("+strings.Join(columns, ", ")+") FROM STDIN BINARY")
	if rows.err != nil {
		err = rows.err // of which the server only says that there was one
	}
	return tag.RowsAffected(), err
}

// typesOf are the types of the columns of a table, by their names: what is
// copied must be of that form. They are asked for once a connection.
func (c *conn) typesOf(ctx context.Context, table string) (map[string]uint32, error) {
	if types, ok := c.types[table]; ok {
		return types, nil
	}
	types := map[string]uint32{}
	rows, err := c.Conn.Conn().Query(ctx, `SELECT attname::text, atttypid FROM pg_attribute WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped`,
		pgx.Identifier{table}.Sanitize())
	if err != nil {
		return nil, err
	}
	var name string
	var of uint32
	if _, err := pgx.ForEachRow(rows, []any{&name, &of}, func() error {
		types[name] = of
		return nil
	}); err != nil {
		return nil, err
	}
	if c.types == nil {
		c.types = map[string]map[string]uint32{}
	}
	c.types[table] = types
	return types, nil
}
