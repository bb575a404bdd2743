package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/mattn/go-sqlite3"

	"tracker/ledger"
)

// schema holds the migrations in order: 0001.sql takes an empty file to
// version 1, and so on.
//
//go:embed schema/*.sql
var schema embed.FS

func migrations() ([]string, error) {
	files, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		return nil, err
	}
	out := make([]string, len(files))
	for i, f := range files {
		text, err := schema.ReadFile(f)
		if err != nil {
			return nil, err
		}
		out[i] = string(text)
	}
	return out, nil
}

// prepare brings the schema up to date. Programs that start at once wait for
// each other: a migration is one transaction under the write lock, and reads
// the version inside it.
func (b *Book) prepare(ctx context.Context) error {
	steps, err := migrations()
	if err != nil {
		return err
	}
	pool := b.reader // most commands only read, and need no second connection
	if b.file.Size() == 0 {
		pool = b.writer
	}
	var version int
	err = pool.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrError { // the question is right: it is the file that is not
		return damage(b.path, "%v", e)
	}
	if err != nil {
		return b.explain(err)
	}
	if version > len(steps) {
		return broken{unusable("%s was written by a newer tracker (schema %d, this one knows %d)", b.path, version, len(steps)).
			WithHint("update tracker; when this is the newest, the file is damaged: %s", wayOut(b.path))}
	}
	if version == len(steps) {
		return nil
	}
	return b.explain(b.takeOver(ctx, steps))
}

// takeOver takes the book on to the newest schema. It does so on a connection
// that is not used again: tables that others refer to are made anew, which
// foreign keys would forbid. They are checked after.
func (b *Book) takeOver(ctx context.Context, steps []string) error {
	conn, err := b.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	defer conn.Raw(func(any) error { return driver.ErrBadConn })
	if err := conn.Raw(func(c any) error { return migrating(c.(*sqlite3.SQLiteConn)) }); err != nil {
		return err
	}
	return b.migrate(ctx, conn, steps)
}

// packGiven is packUID for what SQL has: a text, or NULL.
func packGiven(uid any) []byte {
	text, ok := uid.(string)
	if !ok {
		return nil
	}
	return packed(text)
}

// migrating makes a connection ready for migrations.
func migrating(conn *sqlite3.SQLiteConn) error {
	for name, function := range map[string]any{
		"pack_uid":     packGiven,
		"pack_subject": func(kind, subject string) []byte { return packSubject(ledger.Kind(kind), subject) },
		"pack_body":    ledger.Pack,
	} {
		if err := conn.RegisterFunc(name, function, true); err != nil {
			return err
		}
	}
	_, err := conn.Exec("PRAGMA foreign_keys=OFF; PRAGMA legacy_alter_table=ON", nil)
	return err
}

// repacked is the schema for which what the journal says of when a claim came
// to say what it says is worked out anew: books of before schema 4 do not have
// it.
const repacked = 8

// migrate takes the book on, in one transaction, unless another program was
// faster. Indexes that people have added stay.
func (b *Book) migrate(ctx context.Context, conn *sql.Conn, steps []string) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing after Commit
	var version int
	if err := tx.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case version >= len(steps):
		return nil
	case version < 0:
		return damage(b.path, "its header says schema %d", version)
	}
	added, err := b.mustBe(ctx, tx, version, steps)
	if err != nil {
		return err
	}
	if err := b.keepBefore(ctx, tx, version); err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		if err := advance(ctx, tx, version+1, steps[version]); err != nil {
			return fmt.Errorf("migrate to schema %d: %w", version+1, err)
		}
	}
	for _, index := range added {
		_, _ = tx.Exec(index) // unless it is there still, or its column is not
	}
	err = each(ctx, tx, "PRAGMA foreign_key_check", nil, func(*sql.Rows) error { return damage(b.path, "rows refer to others that are not there") })
	if err != nil {
		return err
	}
	return tx.Commit()
}

// advance makes one migration inside the transaction.
func advance(ctx context.Context, tx *sql.Tx, version int, text string) error {
	mark := fmt.Sprintf("; PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, version)
	if _, err := tx.Exec(text + mark); err != nil || version != repacked {
		return err
	}
	return newTx(tx, Command{}).retraceAll(ctx)
}

// SchemaVersion is the version of the schema that this program writes.
func SchemaVersion() int {
	steps, err := migrations()
	if err != nil {
		return 0 // cannot happen: the files are embedded
	}
	return len(steps)
}

// SQLiteVersion is the version of the SQLite library that is linked in.
func SQLiteVersion() string {
	version, _, _ := sqlite3.Version()
	return version
}
