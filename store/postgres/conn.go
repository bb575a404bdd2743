package postgres

import (
	"context"
	"database/sql/driver"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"tracker/store/dialect"
)

// connector opens connections of a server.
type connector struct {
	server *Server
	writes bool
}

func (c connector) Driver() driver.Driver { return stdlib.GetDefaultDriver() }

// spoken are the statements of every book of this program.
var spoken = &statements{}

// Connect opens a connection on which statements are those of the store.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	conn := &conn{server: c.server, writes: c.writes}
	config := c.server.config.Copy()
	config.OnNotice = conn.notice
	if !c.writes {
		config.RuntimeParams["default_transaction_read_only"] = "on"
		if config.ValidateConnect != nil { // as this one looks like a server that takes no writes
			config.ValidateConnect = pgconn.ValidateConnectTargetSessionAttrsPrimary
		}
	}
	inner, err := stdlib.GetConnector(*config).Connect(ctx)
	if err != nil {
		return nil, err
	}
	conn.Conn = inner.(*stdlib.Conn)
	if encoding := conn.Conn.Conn().PgConn().ParameterStatus("server_encoding"); encoding != "UTF8" {
		return nil, fmt.Errorf("%w (it is %s)", errEncoding, encoding)
	}
	return conn, nil
}

// conn is a connection that takes the store's statements.
type conn struct {
	*stdlib.Conn
	server *Server
	writes bool
	local  bool                         // the last commit did not wait for the standbys
	open   *rows                        // what is being read
	out    []byte                       // a buffer
	copied *copied                      // what was sent last, nil when there is nothing to wait for
	types  map[string]map[string]uint32 // of columns, by table
}

// notice keeps what the server says beside its answers: that a wait for its
// standbys was cut off is said in no other way.
func (c *conn) notice(_ *pgconn.PgConn, n *pgconn.Notice) {
	const warning = "01000"
	c.local = c.local || n.Code == warning && n.Severity == "WARNING"
}

// Prepare returns a statement; the server prepares it when it is first run,
// once a connection.
func (c *conn) Prepare(query string) (driver.Stmt, error) { return &stmt{c, query}, nil }

// PrepareContext is Prepare.
func (c *conn) PrepareContext(_ context.Context, query string) (driver.Stmt, error) {
	return &stmt{c, query}, nil
}

// CheckNamedValue keeps truth as SQLite does, as 0 and 1.
func (c *conn) CheckNamedValue(v *driver.NamedValue) error {
	v.Value = number(v.Value)
	return nil
}

// number is a value with truth as a number.
func number(v any) any {
	switch v {
	case true:
		return int64(1)
	case false:
		return int64(0)
	}
	return v
}

// ExecContext runs a statement. Of COPY the argument is what is copied.
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if len(args) == 1 {
		if loads, ok := args[0].Value.([]dialect.Load); ok {
			return c.copy(ctx, loads)
		}
	}
	if err := c.settle(); err != nil {
		return nil, err
	}
	return c.Conn.ExecContext(ctx, spoken.translated(query), args)
}

// QueryContext runs a query.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := c.settle(); err != nil {
		return nil, err
	}
	inner, err := c.Conn.QueryContext(ctx, spoken.translated(query), args)
	if err != nil {
		return nil, err
	}
	c.open = &rows{Rows: inner, conn: c}
	return c.open, nil
}

// settle waits for what is being copied, and reads to its end what is still
// being read: a connection does one thing at a time. Of a copy that is refused
// the transaction is, and says so.
func (c *conn) settle() error {
	if c.copied != nil {
		<-c.copied.there
		c.copied = nil
	}
	return c.rest()
}

// rest reads to its end what is still being read.
func (c *conn) rest() error {
	if c.open == nil {
		return nil
	}
	return c.open.keep()
}

// stmt is a statement that keeps nothing at the server.
type stmt struct {
	conn  *conn
	query string
}

func (s *stmt) Close() error  { return nil }
func (s *stmt) NumInput() int { return -1 }

func (s *stmt) Exec([]driver.Value) (driver.Result, error) { return nil, driver.ErrSkip }
func (s *stmt) Query([]driver.Value) (driver.Rows, error)  { return nil, driver.ErrSkip }

func (s *stmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	return s.conn.ExecContext(ctx, s.query, args)
}

func (s *stmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	return s.conn.QueryContext(ctx, s.query, args)
}
