package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
)

// looking is a connection whose queries database/sql does not watch: it would
// have a goroutine for each of them, which costs more than a short one takes.
// The driver heeds the context itself, and interrupts the query.
type looking struct{ *sql.Conn }

func (l looking) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return l.Conn.QueryContext(context.WithValue(context.WithoutCancel(ctx), heeded{}, ctx), query, args...)
}

// heeded is the key of the context that a query heeds.
type heeded struct{}

// QueryContext runs a query under the context that it heeds.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if heed, ok := ctx.Value(heeded{}).(context.Context); ok {
		ctx = heed
	}
	return c.SQLiteConn.QueryContext(ctx, query, args)
}

// Brief leaves a question that an index answers alone: it is over before it
// could be given up.
func (f *File) Brief(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }
