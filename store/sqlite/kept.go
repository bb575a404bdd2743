package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tracker/scratch"
	"tracker/store/dialect"
)

// keepBefore copies a book that holds something beside itself, once, before it
// is taken over from a schema. Tx has the lock, so that nobody else can write.
func (f *File) keepBefore(ctx context.Context, tx *sql.Tx, schema int) (kept string, err error) {
	if schema == 0 {
		return "", nil
	}
	var holds bool
	if err := tx.QueryRow("SELECT EXISTS (SELECT 1 FROM journal)").Scan(&holds); err != nil || !holds {
		return "", err
	}
	path := resolved(f.path)
	dir, err := scratch.Dir(filepath.Dir(path), "schema")
	if err != nil {
		return "", dialect.Unusable("%s has no room for a copy of the book before it is taken over: %v", filepath.Dir(path), scratch.Pathless(err)).WithHint("check its permissions")
	}
	defer dir.Discard()
	copied := filepath.Join(dir.Path(), "book.db")
	quiet := Pool(f.path, false)
	defer quiet.Close()
	if _, err := quiet.ExecContext(ctx, "VACUUM INTO ?", copied); err != nil {
		return "", err
	}
	if err := errors.Join(os.Chmod(copied, 0o600), scratch.Flush(copied)); err != nil {
		return "", err
	}
	end := filepath.Ext(path)
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s-schema-%d%s", strings.TrimSuffix(path, end), schema, end)
		if n > 1 {
			name = fmt.Sprintf("%s-schema-%d-%d%s", strings.TrimSuffix(path, end), schema, n, end)
		}
		if Vacant(name) == nil {
			return name, Give(copied, name)
		}
	}
}
