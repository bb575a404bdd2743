package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/claims"
	"tracker/scratch"
	"tracker/store/sqlite"
)

// Backup writes a copy of the book as it is now to a new file, readable by
// its owner only: copied by SQLite, checked against its own journal, synced,
// and only then given its name. An existing file is refused.
func (b *Book) Backup(ctx context.Context, path string, watch Watch) (problems []Finding, err error) {
	path, err = sqlite.Locate(path)
	if err != nil {
		return nil, err
	}
	if err := sqlite.Vacant(path); err != nil {
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
		return nil, unusable("%s cannot be written: %v", filepath.Dir(path), scratch.Pathless(err))
	}
	defer dir.Discard()
	copied := filepath.Join(dir.Path(), "book.db")
	watch.at("copying the book", 0, -1)
	if err := b.copyInto(ctx, copied, path); err != nil {
		return nil, err
	}
	if problems, err = checkCopy(ctx, copied, watch); err != nil || damaged(problems) {
		return problems, err
	}
	if err := scratch.Flush(copied); err != nil {
		return nil, err
	}
	if err := sqlite.Give(copied, path); err != nil {
		return nil, err
	}
	return problems, scratch.Flush(filepath.Dir(path))
}

// copyInto copies the book into a new file, which is to be called name.
func (b *Book) copyInto(ctx context.Context, path, name string) error {
	done, err := b.engine.Copy(ctx, b.writer, path, name)
	if done || err != nil {
		return err
	}
	return b.copyReplayed(ctx, path)
}

// checkCopy checks a copied book and leaves it as one file.
func checkCopy(ctx context.Context, path string, watch Watch) ([]Finding, error) {
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, err
	}
	c, err := Open(ctx, path)
	if err != nil {
		return nil, err
	}
	problems, err := c.Check(ctx, watch)
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
