package postgres

import (
	"context"
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"tracker/store/dialect"
)

// copyFrom runs COPY table (columns).
func (c *conn) copyFrom(ctx context.Context, query string, source dialect.Rows) (int64, error) {
	rest, ok := strings.CutPrefix(query, "COPY ")
	table, columns, more := strings.Cut(rest, " (")
	columns, end := strings.CutSuffix(columns, ")")
	if !ok || !more || !end {
		return 0, fmt.Errorf("no COPY of rows: %s", query)
	}
	return c.Conn.Conn().CopyFrom(ctx, pgx.Identifier{table}, strings.Split(columns, ", "), plain{source})
}

// plain are rows in the types that a column is copied from: those of the
// statements, with truth as 0 and 1.
type plain struct{ dialect.Rows }

// Values are those of the row.
func (p plain) Values() ([]any, error) {
	row, err := p.Rows.Values()
	for i := range row {
		v, cerr := driver.DefaultParameterConverter.ConvertValue(row[i])
		if cerr != nil {
			return nil, cerr
		}
		row[i] = number(v)
	}
	return row, err
}
