package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"

	"github.com/mattn/go-sqlite3"

	"tracker/store/dialect"
)

// Pour puts rows into their tables one after the other, at a few calls of
// SQLite for each. The last row asked for is the one that is refused. All are
// there when it returns.
func (f *File) Pour(ctx context.Context, tx *sql.Tx, loads ...dialect.Load) (func() error, error) {
	for _, l := range loads {
		text := "INSERT INTO " + l.Table + " (" + strings.Join(l.Columns, ", ") + ") VALUES (?" + strings.Repeat(", ?", len(l.Columns)-1) + ")"
		if _, err := tx.ExecContext(ctx, text, l.Rows); err != nil {
			return nil, err
		}
	}
	return func() error { return nil }, nil
}

// conn is a connection to which a statement can be given with the rows that it
// is to be run for.
type conn struct {
	*sqlite3.SQLiteConn
	poured map[string]*sqlite3.SQLiteStmt // statements that were given rows
}

// opened is what a driver opens, as a conn.
func opened(d driver.Driver, dsn string) (driver.Conn, error) {
	c, err := d.Open(dsn)
	if err != nil {
		return nil, err
	}
	return &conn{c.(*sqlite3.SQLiteConn), map[string]*sqlite3.SQLiteStmt{}}, nil
}

// CheckNamedValue lets rows through.
func (c *conn) CheckNamedValue(v *driver.NamedValue) error {
	if _, ok := v.Value.(dialect.Rows); ok {
		return nil
	}
	return driver.ErrSkip
}

// ExecContext runs a statement, once for each row where its argument is rows.
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if len(args) == 1 {
		if rows, ok := args[0].Value.(dialect.Rows); ok {
			return driver.ResultNoRows, c.pour(ctx, query, rows)
		}
	}
	return c.SQLiteConn.ExecContext(ctx, query, args)
}

// pour runs a statement that returns nothing as a query: so that its arguments
// are bound in one call with it, not in one each.
func (c *conn) pour(ctx context.Context, query string, rows dialect.Rows) error {
	prepared, err := c.prepared(query)
	if err != nil {
		return err
	}
	var args []driver.NamedValue
	for rows.Next() {
		if err := ctx.Err(); err != nil {
			return err
		}
		row, err := rows.Values()
		if err != nil {
			return err
		}
		if args, err = bound(args[:0], row); err != nil {
			return err
		}
		done, err := prepared.QueryContext(context.Background(), args)
		if err != nil {
			return err
		}
		if err := done.Close(); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (c *conn) prepared(query string) (*sqlite3.SQLiteStmt, error) {
	if s, ok := c.poured[query]; ok {
		return s, nil
	}
	s, err := c.Prepare(query)
	if err != nil {
		return nil, err
	}
	c.poured[query] = s.(*sqlite3.SQLiteStmt)
	return c.poured[query], nil
}

// Close closes the connection.
func (c *conn) Close() error {
	var errs []error
	for _, s := range c.poured {
		errs = append(errs, s.Close())
	}
	return errors.Join(append(errs, c.SQLiteConn.Close())...)
}

// bound appends the values of a row as arguments of a statement.
func bound(args []driver.NamedValue, row []any) ([]driver.NamedValue, error) {
	for i, v := range row {
		v, err := driver.DefaultParameterConverter.ConvertValue(v)
		if err != nil {
			return args, err
		}
		args = append(args, driver.NamedValue{Ordinal: i + 1, Value: v})
	}
	return args, nil
}
