package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"tracker/store/dialect"
)

// memory opens an empty book that is nowhere, for migrations.
type memory struct{ functions map[string]any }

func (m memory) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(conn *sqlite3.SQLiteConn) error { return migrating(conn, m.functions) }}
}

func (m memory) Connect(context.Context) (driver.Conn, error) { return opened(m.Driver(), ":memory:") }

// Laid runs fn on what a schema makes of nothing.
func Laid(ctx context.Context, s dialect.Schema, fn func(dialect.Querier) error) error {
	db := sql.OpenDB(memory{s.Functions})
	defer db.Close()
	db.SetMaxOpenConns(1) // each connection would have a memory of its own
	for _, text := range s.Steps {
		if _, err := db.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("make a schema to compare with: %w", err)
		}
	}
	return fn(db)
}

// made returns the objects that a schema has, to a version.
func made(ctx context.Context, s dialect.Schema, version int) (have map[object]int, err error) {
	s.Steps = s.Steps[:version]
	err = Laid(ctx, s, func(q dialect.Querier) error {
		have, err = objects(ctx, q)
		return err
	})
	return have, err
}
