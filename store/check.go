package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tracker/clean"
	"tracker/ledger"
)

// Problem is one thing that a check found.
type Problem struct {
	Where string `json:"where"` // a table, and the row where there is one
	What  string `json:"what"`
	Fatal bool   `json:"damage"` // false for a warning
}

// derived lists the tables that follow from the journal, with the columns
// that order their rows.
var derived = []struct{ table, key string }{
	{"commands", "uid"}, {"imports", "command"}, {"names", "id"}, {"claims", "id"}, {"attribution", "claim, place"},
	{"appearances", "claim, place"}, {"tags", "claim, tag"}, {"verdicts", "uid"},
}

// Check replays the journal into a book of its own and compares every table
// that follows from it. It returns the first difference of each table, and
// warnings; progress is called with the number of entries replayed.
func (b *Book) Check(ctx context.Context, progress func(entries int64)) ([]Problem, error) {
	var found []Problem
	report := func(where, format string, args ...any) {
		found = append(found, Problem{Where: where, What: fmt.Sprintf(format, args...), Fatal: true})
	}
	if err := b.integrity(ctx, report); err != nil {
		return found, err
	}
	dir, err := os.MkdirTemp("", "tracker-check-")
	if err != nil {
		return found, unusable("no place for a scratch book: %v", cause(err)).WithHint("set TMPDIR to a directory with room")
	}
	defer os.RemoveAll(dir)
	replayed, _, err := Create(ctx, filepath.Join(dir, "replayed.db"))
	if err != nil {
		return found, err
	}
	defer replayed.Close()
	n, err := replayed.Restore(ctx, b.canonical(ctx, progress))
	if ctx.Err() != nil {
		return found, ctx.Err()
	}
	if err != nil {
		report(fmt.Sprintf("journal, entry %d", n+1), "it cannot be replayed: %v", err)
		return found, nil
	}
	if err := b.compareSchema(ctx, replayed, report); err != nil {
		return found, err
	}
	for _, d := range derived {
		if err := b.compare(ctx, replayed, d.table, d.key, report); err != nil {
			return found, err
		}
	}
	warnings, err := b.warnings(ctx)
	return append(found, warnings...), err
}

// integrity asks SQLite about its own file.
func (b *Book) integrity(ctx context.Context, report func(where, format string, args ...any)) error {
	err := each(ctx, b.reader, "PRAGMA integrity_check(10)", nil, func(rows *sql.Rows) error {
		var line string
		if err := rows.Scan(&line); err != nil || line == "ok" {
			return err
		}
		report("file", "%s", clean.Line(line))
		return nil
	})
	if err != nil {
		return b.explain(err)
	}
	return b.explain(each(ctx, b.reader, "PRAGMA foreign_key_check", nil, func(rows *sql.Rows) error {
		var table, parent string
		var row, fk sql.NullInt64
		if err := rows.Scan(&table, &row, &parent, &fk); err != nil {
			return err
		}
		report(fmt.Sprintf("%s, row %d", table, row.Int64), "it refers to a row of %s that is not there", parent)
		return nil
	}))
}

// canonical yields the journal and refuses entries whose body is not
// canonical.
func (b *Book) canonical(ctx context.Context, progress func(int64)) func(func(ledger.Entry, error) bool) {
	return func(yield func(ledger.Entry, error) bool) {
		for e, err := range b.Journal(ctx) {
			if err == nil {
				if text, cerr := ledger.Canonicalize(e.Body); cerr != nil || string(text) != string(e.Body) {
					err = fmt.Errorf("its body is not canonical JSON")
				}
			}
			if progress != nil && e.Seq%1000 == 0 {
				progress(e.Seq)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// compareSchema reports the first object that the two schemas do not share.
func (b *Book) compareSchema(ctx context.Context, want *Book, report func(where, format string, args ...any)) error {
	read := func(db *sql.DB) (map[string]string, error) {
		objects := map[string]string{}
		err := each(ctx, db, `SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'`, nil,
			func(rows *sql.Rows) error {
				var name, text string
				err := rows.Scan(&name, &text)
				objects[name] = text
				return err
			})
		return objects, err
	}
	here, err := read(b.reader)
	if err != nil {
		return b.explain(err)
	}
	there, err := read(want.reader)
	if err != nil {
		return err
	}
	for name, text := range there {
		if here[name] != text {
			report("schema", "%s is not what tracker makes", name)
		}
		delete(here, name)
	}
	for name := range here {
		report("schema", "%s is not tracker's", clean.Line(name))
	}
	return nil
}

// compare reports the first row in which a table differs between b and the
// replayed book.
func (b *Book) compare(ctx context.Context, want *Book, table, key string, report func(where, format string, args ...any)) error {
	query := "SELECT * FROM " + table + " ORDER BY " + key
	have, err := b.reader.QueryContext(ctx, query)
	if err != nil {
		return b.explain(err)
	}
	defer have.Close()
	replayed, err := want.reader.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer replayed.Close()
	names, err := have.Columns()
	if err != nil {
		return err
	}
	keys := strings.Count(key, ",") + 1
	for {
		h, hok, err := nextRow(have, len(names))
		if err != nil {
			return b.explain(err)
		}
		w, wok, err := nextRow(replayed, len(names))
		if err != nil {
			return err
		}
		switch {
		case !hok && !wok:
			return nil
		case !hok:
			report(table+", row "+rowKey(w, keys), "the journal has it, the table does not")
			return nil
		case !wok:
			report(table+", row "+rowKey(h, keys), "the table has it, the journal does not")
			return nil
		case rowKey(h, keys) != rowKey(w, keys):
			report(table+", row "+rowKey(h, keys), "the journal says that row %s comes here", rowKey(w, keys))
			return nil
		}
		for i, name := range names {
			if h[i] != w[i] {
				report(table+", row "+rowKey(h, keys), "%s is %s, the journal says %s", name, shown(h[i]), shown(w[i]))
				return nil
			}
		}
	}
}

// nextRow reads a row as comparable values.
func nextRow(rows *sql.Rows, n int) ([]any, bool, error) {
	if !rows.Next() {
		return nil, false, rows.Err()
	}
	row, into := make([]any, n), make([]any, n)
	for i := range row {
		into[i] = &row[i]
	}
	if err := rows.Scan(into...); err != nil {
		return nil, false, err
	}
	for i, v := range row {
		if b, ok := v.([]byte); ok {
			row[i] = string(b)
		}
	}
	return row, true, nil
}

func rowKey(row []any, n int) string { return strings.Trim(fmt.Sprint(row[:n]), "[]") }

// shown prints a value for a message, short and harmless.
func shown(v any) string {
	if v == nil {
		return "empty"
	}
	s := clean.Line(fmt.Sprint(v))
	if r := []rune(s); len(r) > 60 {
		s = string(r[:57]) + "..."
	}
	return fmt.Sprintf("%q", s)
}

// warnings reports names that show something else than they hold.
func (b *Book) warnings(ctx context.Context) ([]Problem, error) {
	var list []Problem
	err := each(ctx, b.reader, `SELECT id, name FROM names ORDER BY id`, nil, func(rows *sql.Rows) error {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
		if clean.Harmful(name) {
			list = append(list, Problem{Where: fmt.Sprintf("names, row %d", id),
				What: fmt.Sprintf("%q holds characters that reorder or hide text", clean.Line(name))})
		}
		return nil
	})
	return list, b.explain(err)
}
