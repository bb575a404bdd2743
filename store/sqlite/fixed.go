package sqlite

import (
	"database/sql"
	"os"
	"slices"

	"tracker/store/dialect"
)

// isFixed reports whether the file lies on a file system that cannot be
// written, such as a disc, with nothing beside it that belongs to it: SQLite
// then reads it without the log that it cannot make. Where there is a log
// already, it can be read with that.
func (f *File) isFixed() bool {
	return onFixed(f.path) && f.single()
}

// single reports whether nothing lies beside the file that belongs to it.
func (f *File) single() bool {
	return !slices.ContainsFunc(companions[1:], func(ending string) bool {
		_, err := os.Lstat(resolved(f.path) + ending)
		return err == nil
	})
}

// pool is a pool on the file.
func (f *File) pool(readOnly bool) *sql.DB {
	c := connector{dsn: dsn(f.path, readOnly), fixed: f.fixed}
	if f.fixed {
		c.dsn += "&immutable=1"
	}
	return sql.OpenDB(c)
}

// Untouched refuses what was read from a file that was read as it is, and has
// not stayed so: somebody can write to it in another way.
func (f *File) Untouched() error {
	if !f.fixed {
		return nil
	}
	now, err := os.Stat(f.path)
	if err == nil && os.SameFile(f.info, now) && now.Size() == f.info.Size() && now.ModTime().Equal(f.info.ModTime()) && f.single() {
		return nil
	}
	return dialect.Unusable("%s was written while it was read: what was printed may be wrong", f.path).WithHint("try again")
}

// copying says how a book is put where it can be written.
func (f *File) copying() string {
	if log := Unfinished(resolved(f.path)); log != "" {
		return "copy it, together with " + log + ", to a folder that can be written, and name the copy with --db"
	}
	return "copy it to a folder that can be written, and name the copy with --db"
}

// unwritten is the refusal to write to a file that can only be read.
func (f *File) unwritten() error {
	return dialect.Unusable("%s is on a file system that cannot be written: it can only be read", f.path).WithHint("%s", f.copying())
}

// older is the refusal of a file that would have to be taken over first.
func (f *File) older(version, newest int) error {
	if version == 0 {
		return noBook(f.path)
	}
	return dialect.Unusable("%s has schema %d and would have to be taken over to %d, on a file system that cannot be written", f.path, version, newest).
		WithHint("%s", f.copying())
}
