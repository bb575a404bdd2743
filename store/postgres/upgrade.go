package postgres

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tracker/scratch"
	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// takeOver takes a book of an earlier schema on to the newest, in one
// transaction under the lock, unless another program was faster. Its rows go
// into a file of the earlier schema, the file takes the steps that every file
// takes, and its rows go back into tables made anew: no step is written twice.
func (s *Server) takeOver(ctx context.Context, how dialect.Opening, o *dialect.Opened) error {
	schema := how.Schema
	dir, err := scratch.Dir(os.TempDir(), "schema")
	if err != nil {
		return dialect.Unusable("%s has no place for a scratch book: %v", os.TempDir(), scratch.Pathless(err)).WithHint("set TMPDIR to a directory with room")
	}
	defer dir.Discard()
	t, err := o.Writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after Commit
	version, err := s.edition(ctx, t)
	if err != nil || version >= len(schema.Steps) {
		return err
	}
	if err := s.mayTakeOver(ctx, t, version, schema); err != nil {
		return err
	}
	file := filepath.Join(dir.Path(), "book.db")
	how.At("fetching the book", 0, -1)
	if err := s.download(ctx, t, file, version, schema); err != nil {
		return err
	}
	if err := s.rebuild(ctx, t, version, how, file); err != nil {
		return fmt.Errorf("take over to schema %d: %w", len(schema.Steps), err)
	}
	o.Taken = true
	return t.Commit()
}

// mayTakeOver refuses who is not the owner, and tables that are not those that
// were made.
func (s *Server) mayTakeOver(ctx context.Context, t *sql.Tx, version int, schema dialect.Schema) (err error) {
	var owns bool
	var owner string
	const ask = `SELECT pg_has_role(relowner, 'USAGE'), pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'journal'::regclass`
	if err := t.QueryRow(ask).Scan(&owns, &owner); err != nil {
		return err
	}
	if !owns {
		return dialect.Unusable("%s was written by an older tracker (schema %d, this one writes %d), and only its owner can take it over", s.name, version, len(schema.Steps)).
			WithHint("%s opens it once with this program, for example with tracker list", owner)
	}
	for _, set := range []string{"statement_timeout", "idle_in_transaction_session_timeout"} { // a large book takes its time
		if _, err := t.Exec("SET LOCAL " + set + " = 0"); err != nil {
			return err
		}
	}
	_, err = s.Differs(ctx, t, schema, func(_, what string, damage bool) {
		if damage && err == nil {
			err = s.Damaged(what)
		}
	})
	if err != nil {
		return err
	}
	_, err = t.Exec("LOCK TABLE " + strings.Join(fenced, ", ") + " IN SHARE ROW EXCLUSIVE MODE") // not all that writes has the lock of the book
	return err
}

// download puts the rows of the book into a file of its schema.
func (s *Server) download(ctx context.Context, t *sql.Tx, path string, version int, schema dialect.Schema) error {
	file, err := sqlite.At(path)
	if err != nil {
		return err
	}
	schema.Steps = schema.Steps[:version]
	tables, err := tablesOf(ctx, schema)
	if err != nil {
		return err
	}
	return file.Earlier(ctx, schema, func(into *sql.Tx) error {
		for _, table := range tables {
			if err := move(ctx, t, file, into, table); err != nil {
				return err
			}
		}
		return nil
	})
}

// rebuild makes the tables anew and fills them from a file that it takes on.
// What the owner has granted and added stays.
func (s *Server) rebuild(ctx context.Context, t *sql.Tx, version int, how dialect.Opening, path string) error {
	schema := how.Schema
	file, err := sqlite.At(path)
	if err != nil {
		return err
	}
	taken, err := file.Open(ctx, dialect.Opening{Schema: schema, Watch: how.Watch})
	if err != nil {
		return err
	}
	defer taken.Writer.Close()
	defer taken.Reader.Close()
	granted, added, err := s.extras(ctx, t)
	if err != nil {
		return err
	}
	if err := s.clear(ctx, t, version, schema); err != nil {
		return err
	}
	if err := build(ctx, t, schema); err != nil {
		return err
	}
	tables, err := tablesOf(ctx, schema)
	if err != nil {
		return err
	}
	for n, table := range tables {
		how.At("filling the tables", n, len(tables))
		if err := move(ctx, taken.Reader, s, t, table); err != nil {
			return err
		}
	}
	if _, err := t.Exec(`SELECT setval(pg_get_serial_sequence('outbox', 'id'), coalesce(max(id), 0) + 1, false) FROM outbox`); err != nil {
		return err
	}
	return s.putBack(ctx, t, granted, added)
}

// tablesOf are the tables of a schema, those first that others refer to.
func tablesOf(ctx context.Context, schema dialect.Schema) (names []string, err error) {
	objects, err := laid(ctx, schema)
	for _, o := range ordered(objects) {
		if o.kind == "table" {
			names = append(names, o.name)
		}
	}
	return names, err
}

// move puts the rows of a table into the same one elsewhere.
func move(ctx context.Context, from dialect.Querier, engine dialect.Dialect, to *sql.Tx, table string) error {
	rows, err := from.QueryContext(ctx, "SELECT * FROM "+table)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, list, err := dialect.Reading(rows)
	if err != nil {
		return err
	}
	return dialect.Poured(engine.Pour(ctx, to, dialect.Load{Table: table, Columns: columns, Rows: list}))
}

// clear takes the objects of a version away.
func (s *Server) clear(ctx context.Context, t *sql.Tx, version int, schema dialect.Schema) error {
	schema.Steps = schema.Steps[:version]
	objects, err := laid(ctx, schema)
	if err != nil {
		return err
	}
	views, tables := []string{}, []string{"book", "book_schema"}
	for _, o := range objects {
		switch o.kind {
		case "view":
			views = append(views, o.name)
		case "table":
			tables = append(tables, o.name)
		}
	}
	if len(views) > 0 {
		if _, err := t.Exec("DROP VIEW " + strings.Join(views, ", ")); err != nil {
			return err
		}
	}
	_, err = t.Exec("DROP TABLE " + strings.Join(tables, ", "))
	return err
}
