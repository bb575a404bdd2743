// Package store keeps the book: the journal and the tables that follow from
// it, in an SQLite file or on a PostgreSQL server. It is the only room that
// knows the book's SQL, of which there is one text; what differs between the
// engines is in store/sqlite and store/postgres. It decides nothing: which
// claim may follow which verdict is the claims room's.
//
//	b, err := store.Open(ctx, "book.db")
//	defer b.Close()
//	c, err := b.Add(ctx, store.Command{Verb: "add", Actor: "desk", At: now}, draft)
package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"tracker/claims"
	"tracker/store/dialect"
	"tracker/store/postgres"
	"tracker/store/sqlite"
)

// Book is an open book. It may be used by several goroutines at once.
type Book struct {
	path   string
	engine dialect.Dialect
	writer *sql.DB     // one connection, its transactions take the write lock at once
	reader *sql.DB     // cannot write
	still  querier     // the snapshot of which all is read; nil where each query sees what is there
	kept   string      // the copy from before it was taken over; see Kept
	fixed  string      // why it can only be read
	taken  bool        // from an earlier schema, when it was opened
	latest latestNames // what the last transaction knew

	watch     Watch // of what looks through all claims
	scratch   bool  // it is made to be read once, and needs no index of words
	takesBack int64 // how many changes an undo takes back at once, 0 for as many as it does
}

// Use says what a book is opened for, and who watches.
type Use func(*use)

type use struct {
	once  bool
	watch Watch
}

// Watched tells how far work is that a book may make where nobody expects it:
// it is taken over from an earlier schema, or all claims are looked through for
// where they stand.
func Watched(w Watch) Use { return func(u *use) { u.watch = w } }

// WriteOnce is for a command that reads a little and then writes: it reads
// through the connection that writes, which is one less to open. Its queries
// must not overlap.
func WriteOnce(u *use) { u.once = true }

// engine is the one that keeps, or is to keep, the book of a name.
func engine(name string) (dialect.Dialect, error) {
	if postgres.Is(name) {
		return postgres.Parse(name)
	}
	if scheme, _, ok := strings.Cut(name, "://"); ok && !strings.ContainsRune(scheme, '/') {
		return nil, dialect.Unusable("a book cannot be at %s://", scheme).WithHint("--db FILE, or --db postgres://NAME@HOST/DATABASE")
	}
	return sqlite.At(name)
}

// OnServer reports whether a book's name is that of a server, not of a file.
func OnServer(name string) bool { return postgres.Is(name) }

// Far reports whether another program, perhaps on another machine, does what is
// asked of the book, while this one could do something else.
func (b *Book) Far() bool { return b.engine.Far() }

// Nameable refuses a name of a book that holds a secret, before it is written
// where others read.
func Nameable(name string) error {
	if !postgres.Is(name) {
		return nil
	}
	return postgres.Nameable(name)
}

// Open opens an existing book. The error is a *claims.Error when there is
// none, when it is no book, or when a newer program wrote it.
func Open(ctx context.Context, name string, use ...Use) (*Book, error) {
	b, _, err := open(ctx, name, false, use)
	return b, err
}

// Create makes a book where there is none; a file is readable by its owner
// only. made is false when a book was there already.
func Create(ctx context.Context, name string, use ...Use) (b *Book, made bool, err error) {
	return open(ctx, name, true, use)
}

func open(ctx context.Context, name string, make bool, list []Use) (b *Book, made bool, err error) {
	var u use
	for _, set := range list {
		set(&u)
	}
	e, err := engine(name)
	if err != nil {
		return nil, false, err
	}
	o, err := e.Open(ctx, dialect.Opening{Schema: schema(), Make: make, Once: u.once, Watch: u.watch})
	if err != nil {
		return nil, false, claims.Ended(ctx, err)
	}
	return &Book{path: e.Name(), engine: e, writer: o.Writer, reader: o.Reader, taken: o.Taken, fixed: o.Fixed, kept: o.Kept, watch: u.watch}, o.Made, nil
}

// Path returns the file the book was opened from, absolute, or its server
// without what is secret in the URL.
func (b *Book) Path() string { return b.path }

// Taken reports whether the book was taken over from an earlier schema when it
// was opened.
func (b *Book) Taken() bool { return b.taken }

// Fixed says why the book can only be read, "is on a file system that cannot be
// written"; "" where it can be written. Untouched must be asked when all is read.
func (b *Book) Fixed() string { return b.fixed }

// Untouched refuses when a book that can only be read was written meanwhile:
// what was read may be wrong.
func (b *Book) Untouched() error { return b.engine.Untouched() }

// Kept is the copy of the book as it was before it was taken over into a newer
// schema, "" when that has not happened.
func (b *Book) Kept() string { return b.kept }

// Moved refuses when another file, or none, now has the book's name: what is
// written then would go into a file that nobody reads. It refuses a book that
// can only be read too.
func (b *Book) Moved() error { return b.engine.There() }

// Checkpoint does what is good for the book when there is time: it waits for
// no one.
func (b *Book) Checkpoint(ctx context.Context) error {
	return b.explain(claims.Ended(ctx, b.engine.Tidy(ctx, b.writer)))
}

// Close closes the book. A transaction whose context has ended is rolled back
// beside it; that is waited for, a moment: of two connections that close at the
// same time neither is the last, which takes the log away.
func (b *Book) Close() error {
	const moment = time.Second
	for end := time.Now().Add(moment); b.inUse() && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	return errors.Join(b.reader.Close(), b.writer.Close())
}

// inUse reports whether somebody is at work with a connection.
func (b *Book) inUse() bool { return b.reader.Stats().InUse+b.writer.Stats().InUse > 0 }

// Roles are the statements that make roles for who shares a book on a server.
func Roles(name string) (string, error) {
	e, err := engine(name)
	if err != nil {
		return "", err
	}
	return e.Roles()
}

// Wakes tells when somebody may have entered something in the book: a reason to
// look before it is time. A book in a file tells nothing, and nothing that is
// told can be relied upon.
func (b *Book) Wakes(ctx context.Context) <-chan struct{} {
	wakes := make(chan struct{}, 1)
	told := func() {
		select {
		case wakes <- struct{}{}:
		default: // it is to look already
		}
	}
	if !b.engine.Listen(ctx, told) {
		return nil
	}
	return wakes
}
