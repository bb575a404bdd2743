package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/claims"
	"tracker/scratch"
)

// Backup writes a copy of the book as it is now to a new file, readable by
// its owner only: copied by SQLite, checked against its own journal, synced,
// and only then given its name. An existing file is refused.
func (b *Book) Backup(ctx context.Context, path string) (problems []Finding, err error) {
	path, err = locate(path)
	if err != nil {
		return nil, err
	}
	if err := vacant(path); err != nil {
		return nil, err
	}
	if Belongs(b.path, path) {
		return nil, claims.Refuse("", "%s would belong to the book", path).WithHint("give another name")
	}
	dir, err := scratch.Dir(filepath.Dir(path), "backup")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, unusable("%s does not exist", filepath.Dir(path)).WithHint("mkdir -p %s", filepath.Dir(path))
	}
	if err != nil {
		return nil, unusable("%s cannot be written: %v", filepath.Dir(path), cause(err))
	}
	defer dir.Discard()
	copied := filepath.Join(dir.Path(), "book.db")
	if err := b.copyInto(ctx, copied, path); err != nil {
		return nil, err
	}
	if problems, err = checkCopy(ctx, copied); err != nil || damaged(problems) {
		return problems, err
	}
	if err := scratch.Flush(copied); err != nil {
		return nil, err
	}
	if err := give(copied, path); err != nil {
		return nil, err
	}
	return problems, scratch.Flush(filepath.Dir(path))
}

// copyInto copies the book into a new file, which is to be called name.
func (b *Book) copyInto(ctx context.Context, path, name string) error {
	if b.server != nil {
		return b.copyServer(ctx, path)
	}
	if _, err := b.writer.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return (&Book{path: name}).explain(err) // it is the copy that cannot be written
	}
	return nil
}

// vacant refuses a path where there is something already.
func vacant(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return claims.Refuse("", "%s exists already", path).WithHint("give a new name; a backup never replaces a file")
	}
	return nil
}

// give gives a finished file a name that nothing has: a rename would replace
// what has been made meanwhile.
func give(file, path string) error {
	if err := os.Link(file, path); err == nil {
		return nil
	}
	if err := vacant(path); err != nil {
		return err
	}
	if err := os.Rename(file, path); err != nil { // a file system without links
		return unusable("%s cannot be made: %v", path, cause(err))
	}
	return nil
}

// checkCopy checks a copied book and leaves it as one file.
func checkCopy(ctx context.Context, path string) ([]Finding, error) {
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

func damaged(problems []Finding) bool {
	for _, p := range problems {
		if p.Fatal {
			return true
		}
	}
	return false
}
