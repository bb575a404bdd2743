package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"tracker/clean"
	"tracker/store/dialect"
)

// Sound asks SQLite about its own file.
func (f *File) Sound(ctx context.Context, q dialect.Querier, tell dialect.Tell) error {
	said := map[string]bool{}
	// The first leaves out the list of free pages in a book with views, whose
	// root is page 0; the second looks at it.
	for _, ask := range []string{"PRAGMA integrity_check(10)", "PRAGMA integrity_check(sqlite_schema)"} {
		err := dialect.Each(ctx, q, ask, nil, func(rows *sql.Rows) error {
			var line string
			if err := rows.Scan(&line); err != nil || line == "ok" || said[line] {
				return err
			}
			said[line] = true
			tell("file", clean.Line(line), true)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return dialect.Each(ctx, q, "PRAGMA foreign_key_check", nil, func(rows *sql.Rows) error {
		var table, parent string
		var row, fk sql.NullInt64 // row is null in tables without rowid
		if err := rows.Scan(&table, &row, &parent, &fk); err != nil {
			return err
		}
		where := table
		if row.Valid {
			where = fmt.Sprintf("%s, row %d", table, row.Int64)
		}
		tell(where, fmt.Sprintf("it refers to a row of %s that is not there", parent), true)
		return nil
	})
}

// Differs compares the objects of the file with those that the steps make.
func (f *File) Differs(ctx context.Context, q dialect.Querier, s dialect.Schema, tell dialect.Tell) (comparable bool, err error) {
	have, err := objects(ctx, q)
	if err != nil {
		return false, err
	}
	should, err := made(ctx, s, len(s.Steps))
	if err != nil {
		return false, err
	}
	return strange(have, should, tell), nil
}
