package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/mattn/go-sqlite3"
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
// each other: each migration is one transaction under the write lock, and
// reads the version inside it.
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
	for version < len(steps) {
		if version, err = b.migrate(ctx, steps); err != nil {
			return b.explain(err)
		}
	}
	return nil
}

// recordSchema is the first schema that keeps when a claim came to say what
// it says.
const recordSchema = 4

// migrate takes the book one version on, unless another program was faster.
func (b *Book) migrate(ctx context.Context, steps []string) (version int, err error) {
	tx, err := b.writer.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer tx.Rollback() // does nothing after Commit
	if err := tx.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return 0, err
	}
	if version >= len(steps) {
		return version, nil
	}
	if version < 0 {
		return 0, damage(b.path, "its header says schema %d", version)
	}
	if err := b.mustBe(ctx, tx, version, steps); err != nil {
		return 0, err
	}
	version++
	mark := fmt.Sprintf("; PRAGMA application_id=%d; PRAGMA user_version=%d", applicationID, version)
	if _, err := tx.Exec(steps[version-1] + mark); err != nil {
		return 0, fmt.Errorf("migrate to schema %d: %w", version, err)
	}
	if version == recordSchema {
		if err := newTx(tx, Command{}).retraceAll(ctx); err != nil {
			return 0, fmt.Errorf("migrate to schema %d: %w", version, err)
		}
	}
	return version, tx.Commit()
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
