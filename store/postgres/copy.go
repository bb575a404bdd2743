package postgres

import (
	"context"
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
	return c.Conn.Conn().CopyFrom(ctx, pgx.Identifier{table}, strings.Split(columns, ", "), source)
}
