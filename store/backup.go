package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/claims"
)

// Backup writes a copy of the book as it is now to a new file, readable by
// its owner only: copied by SQLite, checked against its own journal, synced,
// and only then given its name. An existing file is refused.
func (b *Book) Backup(ctx context.Context, path string) (problems []Problem, err error) {
	path, err = locate(path)
	if err != nil {
		return nil, err
	}
	if err := vacant(path); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(filepath.Dir(path), ".tracker-backup-")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, unusable("%s does not exist", filepath.Dir(path)).WithHint("mkdir -p %s", filepath.Dir(path))
	}
	if err != nil {
		return nil, unusable("%s cannot be written: %v", filepath.Dir(path), cause(err))
	}
	defer os.RemoveAll(dir)
	copied := filepath.Join(dir, "book.db")
	if _, err := b.writer.ExecContext(ctx, "VACUUM INTO ?", copied); err != nil {
		return nil, (&Book{path: path}).explain(err) // it is the copy that cannot be written
	}
	if problems, err = checkCopy(ctx, copied); err != nil || damaged(problems) {
		return problems, err
	}
	if err := flush(copied); err != nil {
		return nil, err
	}
	if err := vacant(path); err != nil { // checking took a while
		return nil, err
	}
	if err := os.Rename(copied, path); err != nil {
		return nil, unusable("%s cannot be made: %v", path, cause(err))
	}
	return problems, flush(filepath.Dir(path))
}

// vacant refuses a path where there is something already.
func vacant(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return claims.Refuse("", "%s exists already", path).WithHint("give a new name; a backup never replaces a file")
	}
	return nil
}

// checkCopy checks a copied book and leaves it as one file.
func checkCopy(ctx context.Context, path string) ([]Problem, error) {
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, err
	}
	c, err := Open(ctx, path)
	if err != nil {
		return nil, err
	}
	problems, err := c.Check(ctx, nil)
	return problems, errors.Join(err, c.Close())
}

func damaged(problems []Problem) bool {
	for _, p := range problems {
		if p.Fatal {
			return true
		}
	}
	return false
}

// flush brings a file's bytes, or a directory's names, to the disk.
func flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
