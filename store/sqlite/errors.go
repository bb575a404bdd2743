package sqlite

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"tracker/scratch"
	"tracker/store/dialect"
)

// busy reports whether err says that another program holds the book.
func busy(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrBusy || e.Code == sqlite3.ErrLocked)
}

// Unique reports whether err says that a column holds a value already.
func (f *File) Unique(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.ExtendedCode == sqlite3.ErrConstraintUnique
}

// Failed reports whether err is of the file, and not of a rule that what was
// to be written breaks.
func (f *File) Failed(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && e.Code != sqlite3.ErrConstraint
}

// Explain turns what SQLite says about the file into a refusal with the next
// thing to type; everything else is our fault and passes as it is.
func (f *File) Explain(err error) error {
	var e sqlite3.Error
	if err == nil || !errors.As(err, &e) {
		return err
	}
	if e.Code == sqlite3.ErrIoErr && e.SystemErrno == syscall.ENOSPC {
		e.Code = sqlite3.ErrFull
	}
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return dialect.Unusable("%s has held %s for the %d seconds that tracker waits", holder(f.path), f.path, int(Patience.Seconds())).
			WithHint("try again when it has finished")
	case sqlite3.ErrNotADB, sqlite3.ErrFormat:
		return noBook(f.path)
	case sqlite3.ErrCorrupt:
		if err := f.Untouched(); err != nil {
			return err
		}
		return damage(f.path, "%v", e)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return f.unwritten(e)
	case sqlite3.ErrFull:
		return f.full()
	case sqlite3.ErrCantOpen:
		if err := writable(filepath.Dir(f.path)); err != nil {
			return f.lonely(err)
		}
		return dialect.Unusable("%s cannot be opened: %v", f.path, e).WithHint("its directory must be writable too, and fewer files be open than the limit (ulimit -n)")
	case sqlite3.ErrIoErr, sqlite3.ErrNoLFS:
		return dialect.Unusable("%s cannot be read or written: %v", f.path, e).WithHint("check the disk; this step was not written")
	}
	return fmt.Errorf("book %s: %w", f.path, err)
}

// full says which disk is full: that of the book, that of the folder in which a
// scratch book is, or the one on which SQLite keeps what it needs meanwhile.
func (f *File) full() error {
	dir, temporary := scratch.Around(f.path)
	if !temporary {
		dir = filepath.Dir(f.path)
	}
	meanwhile := cmp.Or(os.Getenv("SQLITE_TMPDIR"), os.Getenv("TMPDIR"), "/var/tmp")
	switch {
	case !temporary && !fullerThan(meanwhile, dir):
		return dialect.Unusable("the disk of %s is full; this step was not written", f.path).WithHint("make room and try again")
	case temporary && dir != filepath.Clean(os.TempDir()):
		return dialect.Unusable("the disk of %s is full; this step was not written", dir).WithHint("make room and try again")
	case temporary:
		meanwhile = dir
	}
	return dialect.Unusable("the disk of %s, where temporary files are, is full; this step was not written", meanwhile).
		WithHint("set TMPDIR to a directory with room, or make room")
}

// fullerThan reports whether one folder has room for less than another: what
// SQLite had begun to write is gone already, so that more is asked for step by step.
func fullerThan(folder, other string) bool {
	const first, most = 1 << 16, 1 << 24 // bytes
	for size := first; size <= most; size *= 4 {
		switch {
		case probe(other, make([]byte, size)) != nil:
			return false
		case probe(folder, make([]byte, size)) != nil:
			return true
		}
	}
	return false
}

// writable says why nothing can be written in a folder.
func writable(dir string) error { return probe(dir, nil) }

func probe(dir string, with []byte) error {
	t, err := scratch.File(dir, "probe", 0o600)
	if err != nil {
		return err
	}
	defer t.Discard()
	_, err = t.Write(with)
	return err
}
