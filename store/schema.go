package store

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"

	"tracker/ledger"
	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// steps holds the migrations in order: 0001.sql makes version 1 of nothing,
// and so on.
//
//go:embed schema/*.sql
var steps embed.FS

// schema is what makes the tables of a book.
func schema() (s dialect.Schema, err error) {
	files, err := fs.Glob(steps, "schema/*.sql")
	if err != nil {
		return s, err
	}
	for _, f := range files {
		text, err := steps.ReadFile(f)
		if err != nil {
			return s, err
		}
		s.Steps = append(s.Steps, string(text))
	}
	s.After = after
	s.Functions = map[string]any{
		"pack_uid":     packGiven,
		"pack_subject": func(kind, subject string) []byte { return packSubject(ledger.Kind(kind), subject) },
		"pack_body":    ledger.Pack,
	}
	return s, nil
}

// packGiven is packUID for what SQL has: a text, or NULL.
func packGiven(uid any) []byte {
	text, ok := uid.(string)
	if !ok {
		return nil
	}
	return packed(text)
}

// repacked is the schema for which what the journal says of when a claim came
// to say what it says is worked out anew: books of before schema 4 do not have
// it.
const repacked = 8

// after completes the step to a version.
func after(ctx context.Context, t *sql.Tx, version int) error {
	if version != repacked {
		return nil
	}
	return newTx(t, nil, Command{}).retraceAll(ctx)
}

// SchemaVersion is the version of the schema that this program writes.
func SchemaVersion() int {
	s, err := schema()
	if err != nil {
		return 0 // cannot happen: the files are embedded
	}
	return len(s.Steps)
}

// SQLiteVersion is the version of the SQLite library that is linked in.
func SQLiteVersion() string { return sqlite.Version() }
