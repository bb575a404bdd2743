package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tracker/scratch"
)

// Kept is the copy of the book as it was before it was taken over into a newer
// schema, "" when that has not happened.
func (b *Book) Kept() string { return b.kept }

// keepBefore copies a book that holds something beside itself, once, before it
// is taken over from a schema. Tx has the lock, so that nobody else can write.
func (b *Book) keepBefore(ctx context.Context, tx *sql.Tx, schema int) error {
	if b.kept != "" || schema == 0 {
		return nil
	}
	if seq, err := last(ctx, tx); err != nil || seq == 0 {
		return err
	}
	path := resolved(b.path)
	dir, err := scratch.Dir(filepath.Dir(path), "schema")
	if err != nil {
		return unusable("%s has no room for a copy of the book before it is taken over: %v", filepath.Dir(path), cause(err)).WithHint("check its permissions")
	}
	defer dir.Discard()
	copied := filepath.Join(dir.Path(), "book.db")
	quiet := pool(b.path, false)
	defer quiet.Close()
	if _, err := quiet.ExecContext(ctx, "VACUUM INTO ?", copied); err != nil {
		return err
	}
	if err := errors.Join(os.Chmod(copied, 0o600), scratch.Flush(copied)); err != nil {
		return err
	}
	end := filepath.Ext(path)
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s-schema-%d%s", strings.TrimSuffix(path, end), schema, end)
		if n > 1 {
			name = fmt.Sprintf("%s-schema-%d-%d%s", strings.TrimSuffix(path, end), schema, n, end)
		}
		if vacant(name) == nil {
			b.kept = name
			return give(copied, name)
		}
	}
}
