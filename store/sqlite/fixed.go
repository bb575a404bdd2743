package sqlite

import (
	"cmp"
	"database/sql"
	"os"
	"path/filepath"
	"slices"

	"tracker/scratch"
	"tracker/store/dialect"
)

// unwritable says why SQLite cannot write the file, or the log that it makes
// beside it; "" where it can.
func (f *File) unwritable() string {
	if why := whyNot(f.path); why != "" {
		return why
	}
	if why := whyNot(filepath.Dir(resolved(f.path))); why != "" {
		return "is in a folder that " + why
	}
	return ""
}

// fixedBy is unwritable of a file with nothing beside it that belongs to it:
// such a file is read as it is, without a log. Where there is a log, it is read
// with that.
func (f *File) fixedBy() string {
	if why := f.unwritable(); why != "" && f.single() {
		return why
	}
	return ""
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
	c := connector{dsn: dsn(f.path, readOnly), fixed: f.fixed != ""}
	if c.fixed {
		c.dsn += "&immutable=1"
	}
	return sql.OpenDB(c)
}

// Untouched refuses what was read from a file that was read as it is, and has
// not stayed so: somebody else can write to it.
func (f *File) Untouched() error {
	if f.fixed == "" {
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

// lonely is the refusal of a file in a folder that takes nothing beside it.
func (f *File) lonely(err error) error {
	return dialect.Unusable("%s cannot be opened: nothing can be written beside it: %v", f.path, scratch.Pathless(err)).WithHint("%s", f.copying())
}

// unwritten is the refusal to write to a file that can only be read. Who reads
// it with a log, and may not write it, leaves a log that others cannot write.
func (f *File) unwritten(err error) error {
	if why := cmp.Or(f.fixed, f.unwritable()); why != "" {
		return dialect.Unusable("%s %s: it can only be read", f.path, why).WithHint("%s", f.copying())
	}
	for _, ending := range companions[1:] {
		if log := resolved(f.path) + ending; whyNot(log) != "" {
			return dialect.Unusable("%s %s: somebody made it who can only read the book", log, whyNot(log)).WithHint("give it the owner that the book has: chown --reference=%s %s", f.path, log)
		}
	}
	return dialect.Unusable("%s cannot be written: %v", f.path, err).WithHint("check its permissions and those of its directory")
}

// older is the refusal of a file that would have to be taken over first.
func (f *File) older(version, newest int) error {
	if version == 0 {
		return noBook(f.path)
	}
	return dialect.Unusable("%s %s, and its schema %d would have to be taken over to %d", f.path, f.fixed, version, newest).WithHint("%s", f.copying())
}
