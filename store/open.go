// Package store keeps the book: one SQLite file with the journal and the
// tables that follow from it. It is the only room that knows SQL. It decides
// nothing: which claim may follow which verdict is the claims room's.
//
//	b, err := store.Open(ctx, "book.db")
//	defer b.Close()
//	c, err := b.Add(ctx, store.Command{Verb: "add", Actor: "desk", At: now}, draft)
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/store/postgres"
)

// applicationID marks a SQLite file as a book: "trkr".
const applicationID = 0x74726b72

// Book is an open book. It may be used by several goroutines at once.
type Book struct {
	path   string
	writer *sql.DB // one connection, its transactions take the write lock at once
	reader *sql.DB // cannot write
	file   fs.FileInfo
	server *postgres.Server // nil for a file
	kept   string           // the copy from before it was taken over; see Kept
	latest latestNames      // what the last transaction knew
}

// Use says what a book is opened for.
type Use int

// WriteOnce is for a command that reads a little and then writes: it reads
// through the connection that writes, which is one less to open. Its queries
// must not overlap.
const WriteOnce Use = iota

// Path returns the file the book was opened from, absolute, or its server
// without what is secret in the URL.
func (b *Book) Path() string { return b.path }

// Open opens an existing book. The error is a *claims.Error when there is
// none, when the file is no book, or when a newer program wrote it.
func Open(ctx context.Context, path string, use ...Use) (*Book, error) {
	if postgres.Is(path) {
		b, _, err := openServer(ctx, path, false, use)
		return b, err
	}
	path, err := locate(path)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, unusable("there is no book at %s", path).WithHint("tracker init --db %s makes one", path)
	case err != nil:
		return nil, unusable("%s cannot be opened: %v", path, cause(err)).WithHint("check the name and its permissions")
	case !info.Mode().IsRegular():
		return nil, noFile(path)
	case info.Size() == 0:
		return nil, unusable("%s is empty", path).WithHint("tracker init --db %s makes it a book", path)
	}
	return open(ctx, path, use)
}

// Create makes a book where there is none, readable by its owner only. made
// is false when a book was there already.
func Create(ctx context.Context, path string, use ...Use) (b *Book, made bool, err error) {
	if postgres.Is(path) {
		return openServer(ctx, path, true, use)
	}
	path, err = locate(path)
	if err != nil {
		return nil, false, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	switch {
	case err == nil:
		made = true
		f.Close()
	case errors.Is(err, fs.ErrNotExist):
		return nil, false, unusable("%s does not exist", filepath.Dir(path)).WithHint("mkdir -p %s", filepath.Dir(path))
	case !errors.Is(err, fs.ErrExist):
		return nil, false, unusable("%s cannot be made: %v", path, cause(err)).WithHint("check the name and the permissions of its directory")
	default:
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			return nil, false, noFile(path)
		}
		made = info.Size() == 0
	}
	b, err = open(ctx, path, use)
	if err != nil && f != nil {
		removeEmpty(path)
	}
	return b, made, err
}

// removeEmpty leaves no file behind in which nothing was stored: at most the
// first page, which has the settings, and nothing in the log.
func removeEmpty(path string) {
	const page = 4096
	book, err := os.Stat(path)
	log, lerr := os.Stat(path + "-wal")
	if err != nil || book.Size() > page || lerr == nil && log.Size() > 0 {
		return
	}
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		os.Remove(name)
	}
}

// smallest is the size of the smallest page that SQLite has, in bytes.
const smallest = 512

// noFile is the refusal of a directory, a device or a link to nowhere.
func noFile(path string) error {
	return unusable("%s is not a file", path).WithHint("name the book's file, for example %s", filepath.Join(path, "book.db"))
}

// noBook is the refusal of a file that SQLite cannot read.
func noBook(path string) error {
	return broken{unusable("%s is not a book", path).
		WithHint("name a book with --db, or make one with tracker init; tracker restore --db %s BACKUP puts a backup in its place", path)}
}

// locate makes path absolute and refuses what SQLite would take for
// something other than a file of that name.
func locate(path string) (string, error) {
	if path == "" || path == ":memory:" || strings.ContainsRune(path, 0) {
		return "", unusable("%q is not the name of a file", path).WithHint("--db FILE names the book")
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", unusable("%s cannot be found: %v", path, err)
	}
	return abs, nil
}

func open(ctx context.Context, path string, use []Use) (*Book, error) {
	file, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unusable("%s cannot be opened: %v", path, cause(err)).WithHint("check the name and its permissions")
	case file.Mode().Perm()&0o002 != 0:
		return nil, unusable("everybody on this machine can write to %s", path).WithHint("chmod 600 %s", path)
	case file.Size() > 0 && file.Size() < smallest:
		return nil, noBook(path) // SQLite would take it for an empty one
	}
	b := &Book{path: path, writer: pool(path, false), file: file}
	b.writer.SetMaxOpenConns(1)
	if b.reader = b.writer; !slices.Contains(use, WriteOnce) {
		b.reader = pool(path, true)
		b.reader.SetMaxOpenConns(4)
	}
	if err := b.prepare(ctx); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// Moved refuses when another file, or none, now has the book's name: what is
// written then would go into a file that nobody reads.
func (b *Book) Moved() error {
	if b.server != nil {
		return nil
	}
	now, err := os.Stat(b.path)
	if err != nil || !os.SameFile(b.file, now) {
		refusal := unusable("%s has been moved or replaced", b.path).WithHint("start again with the book's present name")
		if log, err := os.Stat(b.path + "-wal"); err == nil && log.Size() > 0 {
			return refusal.WithHint("its newest entries may be in %s-wal: move that file along, under the book's new name with -wal, before anything opens the book",
				b.path)
		}
		return refusal
	}
	return nil
}

// Close closes the book.
func (b *Book) Close() error { return errors.Join(b.reader.Close(), b.writer.Close()) }

// unusable is a refusal of the book itself.
func unusable(format string, args ...any) *claims.Error {
	return &claims.Error{Kind: claims.Unusable, Msg: fmt.Sprintf(format, args...)}
}

// cause strips the path and the system call from err: the message around it
// names the path already.
func cause(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
