package store

import (
	"context"
	"database/sql"
	_ "embed" // the tables of a published record
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"tracker/scratch"
	"tracker/store/sqlite"
)

//go:embed public.sql
var publicTables string

// public are the views that others may read, with the columns that order
// their rows.
var public = []struct{ view, key string }{
	{"public_about", "version"}, {"public_claims", "id"}, {"public_verdicts", "claim, place"}, {"public_appearances", "claim, place"},
}

// Publish writes an SQLite file of what the public views show, as of one
// snapshot. It has no log: whoever may read the file can open it. The same
// record gives the same bytes.
func (b *Book) Publish(ctx context.Context, out io.Writer) error {
	dir, err := scratch.Dir(os.TempDir(), "publish")
	if err != nil {
		return unusable("%s has no place for a scratch file: %v", os.TempDir(), scratch.Pathless(err)).WithHint("set TMPDIR to a directory with room")
	}
	defer dir.Discard()
	path := filepath.Join(dir.Path(), "public.db")
	if err := b.view(ctx, func(q querier) error { return publish(ctx, q, path) }); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(out, f)
	return err
}

// publish makes the file at path.
func publish(ctx context.Context, from querier, path string) error {
	db := sqlite.Plain(path)
	return errors.Join(fill(ctx, from, db), db.Close())
}

// fill makes the tables of a published record and fills them.
func fill(ctx context.Context, from querier, db *sql.DB) error {
	sqlTx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer sqlTx.Rollback() // does nothing after Commit
	if _, err := sqlTx.Exec(publicTables); err != nil {
		return fmt.Errorf("make the tables of a published record: %w", err)
	}
	t := newTx(sqlTx, &sqlite.File{}, Command{})
	for _, p := range public {
		if err := t.pour(ctx, from, p.view, "ORDER BY "+p.key); err != nil {
			return err
		}
	}
	return sqlTx.Commit()
}
