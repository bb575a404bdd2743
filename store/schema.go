package store

import (
	"context"
	"database/sql"
	_ "embed" // of the migrations

	"tracker/ledger"
	"tracker/store/dialect"
	"tracker/store/sqlite"
)

// The migrations: the first makes version 1 of nothing, and so on. Each is a
// string of its own, so that no run reads those that it does not need.
var (
	//go:embed schema/0001.sql
	step1 string
	//go:embed schema/0002.sql
	step2 string
	//go:embed schema/0003.sql
	step3 string
	//go:embed schema/0004.sql
	step4 string
	//go:embed schema/0005.sql
	step5 string
	//go:embed schema/0006.sql
	step6 string
	//go:embed schema/0007.sql
	step7 string
	//go:embed schema/0008.sql
	step8 string
	//go:embed schema/0009.sql
	step9 string
	//go:embed schema/0010.sql
	step10 string
	//go:embed schema/0011.sql
	step11 string
)

// schema is what makes the tables of a book.
func schema() dialect.Schema {
	return dialect.Schema{
		Steps: []string{step1, step2, step3, step4, step5, step6, step7, step8, step9, step10, step11},
		After: after,
		Functions: map[string]any{
			"pack_uid":     packGiven,
			"pack_subject": func(kind, subject string) []byte { return packSubject(ledger.Kind(kind), subject) },
			"pack_body":    ledger.Pack,
		},
	}
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
func SchemaVersion() int { return len(schema().Steps) }

// SQLiteVersion is the version of the SQLite library that is linked in.
func SQLiteVersion() string { return sqlite.Version() }
