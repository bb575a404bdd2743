// Package sqlite is what only a book in a file needs: how its file is found,
// opened, locked, taken over from an earlier schema and looked at, and what
// SQLite's errors mean. It knows no claim; the store above it has the
// statements.
//
//	f, err := sqlite.At("book.db")
//	opened, err := f.Open(ctx, dialect.Opening{Schema: schema})
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tracker/claims"
	"tracker/scratch"
	"tracker/store/dialect"
)

// ApplicationID marks a SQLite file as a book: "trkr".
const ApplicationID = 0x74726b72

// File is where a book is.
type File struct {
	path  string
	info  fs.FileInfo // of the file that was opened
	fixed string      // why it is read as it is; see fixedBy
}

// At is the book that a path names; what SQLite would take for something
// other than a file of that name is refused.
func At(path string) (*File, error) {
	path, err := Locate(path)
	return &File{path: path}, err
}

// Locate makes path absolute.
func Locate(path string) (string, error) {
	if path == "" || path == ":memory:" || strings.ContainsRune(path, 0) {
		return "", dialect.Unusable("%q is not the name of a file", path).WithHint("--db FILE names the book")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", dialect.Unusable("%s cannot be found: %v", path, err)
	}
	return abs, nil
}

// Name is the file, absolute.
func (f *File) Name() string { return f.path }

// Open opens the file, or makes it, readable by its owner only.
func (f *File) Open(ctx context.Context, how dialect.Opening) (o dialect.Opened, err error) {
	if !how.Make {
		if err := f.mustBeThere(); err != nil {
			return o, err
		}
		return f.open(ctx, how)
	}
	empty, fresh, err := f.make()
	if err != nil {
		return o, err
	}
	o, err = f.open(ctx, how)
	if err != nil && fresh {
		f.removeEmpty()
	}
	o.Made = empty
	return o, err
}

// mustBeThere refuses what is no file, or an empty one.
func (f *File) mustBeThere() error {
	info, err := os.Stat(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return dialect.Unusable("there is no book at %s", f.path).WithHint("tracker init --db %s makes one", f.path)
	case err != nil:
		return f.unopened(err)
	case !info.Mode().IsRegular():
		return f.noFile()
	case info.Size() == 0:
		return dialect.Unusable("%s is empty", f.path).WithHint("tracker init --db %s makes it a book", f.path)
	}
	return nil
}

// make makes the file where there is none; empty says that nothing is in it.
func (f *File) make() (empty, fresh bool, err error) {
	file, err := os.OpenFile(f.path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	switch {
	case err == nil:
		return true, true, file.Close()
	case errors.Is(err, fs.ErrNotExist):
		return false, false, dialect.Unusable("%s does not exist", filepath.Dir(f.path)).WithHint("mkdir -p %s", filepath.Dir(f.path))
	case !errors.Is(err, fs.ErrExist):
		return false, false, dialect.Unusable("%s cannot be made: %v", f.path, scratch.Pathless(err)).WithHint("check the name and the permissions of its directory")
	}
	info, err := os.Stat(f.path)
	if err != nil || !info.Mode().IsRegular() {
		return false, false, f.noFile()
	}
	return info.Size() == 0, false, nil
}

// removeEmpty leaves no file behind in which nothing was stored: at most the
// first page, which has the settings, and nothing in the log.
func (f *File) removeEmpty() {
	const page = 4096
	book, err := os.Stat(f.path)
	log, lerr := os.Stat(f.path + "-wal")
	if err != nil || book.Size() > page || lerr == nil && log.Size() > 0 {
		return
	}
	for _, name := range []string{f.path, f.path + "-wal", f.path + "-shm"} {
		os.Remove(name)
	}
}

// smallest is the size of the smallest page that SQLite has, in bytes.
const smallest = 512

func (f *File) open(ctx context.Context, how dialect.Opening) (o dialect.Opened, err error) {
	f.info, err = os.Stat(f.path)
	switch {
	case err != nil:
		return o, f.unopened(err)
	case f.info.Mode().Perm()&0o002 != 0:
		return o, dialect.Unusable("everybody on this machine can write to %s", f.path).WithHint("chmod 600 %s", f.path)
	case f.info.Size() > 0 && f.info.Size() < smallest:
		return o, noBook(f.path) // SQLite would take it for an empty one
	}
	f.fixed = f.fixedBy()
	o.Writer, o.Fixed = f.pool(false), f.fixed
	o.Writer.SetMaxOpenConns(1)
	if o.Reader = o.Writer; !how.Once {
		o.Reader = f.pool(true)
		o.Reader.SetMaxOpenConns(4)
	}
	if err := f.prepare(ctx, how, &o); err != nil {
		return o, errors.Join(err, o.Reader.Close(), o.Writer.Close())
	}
	return o, nil
}

// noFile is the refusal of a directory, a device or a link to nowhere.
func (f *File) noFile() error {
	return dialect.Unusable("%s is not a file", f.path).WithHint("name the book's file, for example %s", filepath.Join(f.path, "book.db"))
}

func (f *File) unopened(err error) error {
	return dialect.Unusable("%s cannot be opened: %v", f.path, scratch.Pathless(err)).WithHint("check the name and its permissions")
}

// There refuses when another file, or none, now has the book's name: what is
// written then would go into a file that nobody reads; and where nothing can be
// written.
func (f *File) There() error {
	if f.fixed != "" {
		return f.unwritten(nil)
	}
	now, err := os.Stat(f.path)
	if err == nil && os.SameFile(f.info, now) {
		return nil
	}
	refusal := dialect.Unusable("%s has been moved or replaced", f.path).WithHint("start again with the book's present name")
	if log, err := os.Stat(f.path + "-wal"); err == nil && log.Size() > 0 {
		return refusal.WithHint("its newest entries may be in %s-wal: move that file along, under the book's new name with -wal, before anything opens the book",
			f.path)
	}
	return refusal
}

// Tidy brings what the log holds into the book's file and empties the log,
// when nobody is in the way.
func (f *File) Tidy(ctx context.Context, writer *sql.DB) error {
	if log, err := os.Stat(resolved(f.path) + "-wal"); err != nil || log.Size() == 0 {
		return nil
	}
	if err := f.There(); err != nil {
		return err
	}
	conn, err := writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	var busy, frames, done int
	for _, way := range []string{"PASSIVE", "TRUNCATE"} {
		if _, err := conn.ExecContext(ctx, "PRAGMA busy_timeout=0"); err != nil {
			return err
		}
		err := conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint("+way+")").Scan(&busy, &frames, &done)
		if _, terr := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA busy_timeout=%d", Patience.Milliseconds())); terr != nil {
			return terr
		}
		if err != nil || busy != 0 {
			return err
		}
	}
	return nil
}

// Roles are none: a file has an owner.
func (f *File) Roles() (string, error) {
	return "", claims.Mistyped("a book in a file has no roles").WithHint("--db postgres://NAME@HOST/DATABASE names a book on a server; of a file, its permissions decide")
}
