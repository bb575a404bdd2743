package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// Open opens the book, or makes its tables.
func (s *Server) Open(ctx context.Context, how dialect.Opening) (o dialect.Opened, err error) {
	s.config.RuntimeParams[writes] = strconv.Itoa(len(how.Steps))
	o.Writer = s.writer()
	if o.Reader = o.Writer; !how.Once {
		o.Reader = s.reader()
	}
	if err := s.settle(ctx, how, &o); err != nil {
		return o, errors.Join(s.Explain(err), o.Reader.Close(), o.Writer.Close())
	}
	return o, nil
}

// settle finds the book's tables, makes them or takes them over.
func (s *Server) settle(ctx context.Context, how dialect.Opening, o *dialect.Opened) error {
	version, err := s.edition(ctx, o.Reader)
	if err != nil {
		return err
	}
	switch newest := len(how.Steps); {
	case version == 0 && !how.Make:
		return dialect.Unusable("there is no book at %s", s.place()).WithHint("tracker init --db URL makes one there")
	case version == 0:
		return s.lay(ctx, how.Schema, o)
	case version > newest:
		return dialect.Unusable("%s was written by a newer tracker (schema %d, this one knows %d)", s.name, version, newest).WithHint("update tracker")
	case version < newest:
		return s.takeOver(ctx, how, o)
	}
	return nil
}

// edition is the schema that a book has, 0 where there is none.
func (s *Server) edition(ctx context.Context, q dialect.Querier) (version int, err error) {
	ask := func() error {
		there := false
		err := dialect.Each(ctx, q, `SELECT version::bigint FROM book`, nil, func(rows *sql.Rows) error {
			there = true
			return rows.Scan(&version)
		})
		if notOurs(err) || err == nil && (!there || version < 1) {
			return s.foreign()
		}
		return err
	}
	if s.several() {
		err = s.Patient(ctx, ask)
	} else {
		err = ask() // it may just as well not be there
	}
	if noTable(err) {
		return 0, nil
	}
	return version, err
}

// lay makes the book's tables, unless another program was faster.
func (s *Server) lay(ctx context.Context, schema dialect.Schema, o *dialect.Opened) error {
	t, err := o.Writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after Commit
	var there bool
	if err := t.QueryRow(`SELECT to_regclass(?) IS NOT NULL`, s.schema+".book").Scan(&there); err != nil || there {
		return err
	}
	if _, err := t.Exec(s.makeSchema()); err != nil {
		return err
	}
	if err := build(ctx, t, schema); notOurs(err) {
		return s.foreign()
	} else if err != nil {
		return err
	}
	o.Made = true
	return t.Commit()
}

// build makes the tables of a schema, and keeps a list of what was made.
func build(ctx context.Context, t *sql.Tx, schema dialect.Schema) error {
	objects, err := laid(ctx, schema)
	if err != nil {
		return err
	}
	text, err := translated(objects, "outbox")
	if err != nil {
		return err
	}
	for _, statement := range []string{text, fence(len(schema.Steps)),
		`CREATE TABLE book (version bigint NOT NULL)`, fmt.Sprintf(`INSERT INTO book (version) VALUES (%d)`, len(schema.Steps)),
		`CREATE TABLE book_schema (object text COLLATE "C" NOT NULL)`, `INSERT INTO book_schema ` + present} {
		if _, err := t.Exec(statement); err != nil {
			return err
		}
	}
	return nil
}

// laid are the objects of a schema, in the order in which they were made.
func laid(ctx context.Context, schema dialect.Schema) (list []object, err error) {
	err = sqlite.Laid(ctx, schema, func(q dialect.Querier) error {
		return dialect.Each(ctx, q, `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid`, nil, func(rows *sql.Rows) error {
			var o object
			err := rows.Scan(&o.kind, &o.name, &o.text)
			list = append(list, o)
			return err
		})
	})
	return list, err
}
