package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/mattn/go-sqlite3"

	"tracker/store/dialect"
)

// Earlier makes a new file of some schema and runs fn in the transaction that
// makes it: rows may be put in in any order.
func (f *File) Earlier(ctx context.Context, s dialect.Schema, fn func(*sql.Tx) error) error {
	if _, _, err := f.make(); err != nil {
		return err
	}
	db := sql.OpenDB(earlier{dsn(f.path, false), s.Functions})
	defer db.Close()
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	if err := advance(ctx, tx, 0, dialect.Opening{Schema: s}); err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// earlier opens a file for migrations.
type earlier struct {
	dsn       string
	functions map[string]any
}

func (e earlier) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(conn *sqlite3.SQLiteConn) error { return migrating(conn, e.functions) }}
}

func (e earlier) Connect(context.Context) (driver.Conn, error) { return opened(e.Driver(), e.dsn) }
