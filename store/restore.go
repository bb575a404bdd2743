package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"

	"tracker/scratch"
)

// IsBroken reports whether err says that a file is damaged or no book, so
// that a backup may take its place.
func IsBroken(err error) bool {
	var b broken
	return errors.As(err, &b)
}

// Into writes the backup into an open book, as one transaction of SQLite's:
// whoever has the book open sees all of it or nothing, and what lies in the
// log is written over, not trusted. What the book held is kept beside it.
// seen is the last entry that the caller knows of, negative for unknown: when
// there are more by now, nothing is changed.
func (x *Examined) Into(ctx context.Context, b *Book, seen int64, at time.Time) (kept string, err error) {
	var held []*os.File
	defer func() {
		b.Checkpoint(ctx)
		err = errors.Join(err, b.Close())
		for _, f := range held { // closing any sooner would give up SQLite's locks
			f.Close()
		}
	}()
	if err := x.resize(ctx, b); err != nil {
		return "", err
	}
	err = connected(ctx, b.writer, func(to *sqlite3.SQLiteConn) error {
		return connected(ctx, x.writer, func(from *sqlite3.SQLiteConn) error {
			copying, err := to.Backup("main", from, "main")
			if err != nil {
				return err
			}
			defer copying.Finish() // undoes what is not whole
			if _, err := copying.Step(0); err != nil {
				return err
			}
			if copying.PageCount() == 0 { // the write lock is another program's
				return sqlite3.Error{Code: sqlite3.ErrBusy}
			}
			if kept, held, err = x.keep(ctx, b, seen, at); err != nil {
				return err
			}
			if done, err := copying.Step(-1); err != nil || !done {
				return errors.Join(err, os.Remove(kept), sqlite3.Error{Code: sqlite3.ErrBusy})
			}
			return copying.Finish()
		})
	})
	return kept, b.explain(err)
}

// resize gives the copied backup pages of the book's size: SQLite writes no
// others into a book with a log.
func (x *Examined) resize(ctx context.Context, b *Book) error {
	const ask = "PRAGMA page_size"
	var want, have int
	if err := b.writer.QueryRowContext(ctx, ask).Scan(&want); err != nil {
		return b.explain(err)
	}
	if err := x.writer.QueryRowContext(ctx, ask).Scan(&have); err != nil || have == want {
		return x.explain(err)
	}
	if err := x.reader.Close(); err != nil { // or the log could not be left
		return err
	}
	for _, statement := range []string{"PRAGMA journal_mode=DELETE", fmt.Sprintf("%s=%d", ask, want), "VACUUM", "PRAGMA journal_mode=WAL"} {
		if _, err := x.writer.ExecContext(ctx, statement); err != nil {
			return x.explain(err)
		}
	}
	return nil
}

// connected runs fn with a connection of a pool.
func connected(ctx context.Context, pool *sql.DB, fn func(*sqlite3.SQLiteConn) error) error {
	conn, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error { return fn(c.(*sqlite3.SQLiteConn)) })
}

// keep copies what a book holds, its log included, to a dated file beside it,
// while nobody can write.
func (x *Examined) keep(ctx context.Context, b *Book, seen int64, at time.Time) (kept string, held []*os.File, err error) {
	quiet := pool(b.path, false)
	defer quiet.Close()
	now, err := last(ctx, quiet)
	if err == nil && seen >= 0 && now != seen {
		return "", nil, unusable("%s has changed meanwhile", b.path).WithHint("type the command again")
	}
	kept = keptName(b.path, at)
	copied := filepath.Join(x.dir.Path(), "kept.db")
	if err == nil {
		_, err = quiet.ExecContext(ctx, "VACUUM INTO ?", copied)
	}
	if err == nil {
		err = errors.Join(os.Chmod(copied, 0o600), scratch.Flush(copied))
	}
	if err == nil {
		err = give(copied, kept)
	} else if ctx.Err() == nil {
		os.Remove(copied)
		held, err = copyRaw(b.path, kept) // a damaged book, byte by byte
	}
	return kept, held, err
}

// copyRaw copies a book's file and its log as they are. The files stay open.
func copyRaw(path, kept string) (held []*os.File, err error) {
	for _, ending := range []string{"-wal", ""} {
		f, err := os.Open(resolved(path) + ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return held, unusable("%s cannot be read: %v", path+ending, cause(err)).WithHint("check its permissions")
		}
		held = append(held, f)
		if err := pour(f, kept+ending); err != nil {
			return held, err
		}
	}
	return held, nil
}

// keptName is the name of a copy that is free, with its log's.
func keptName(path string, at time.Time) string {
	path = resolved(path)
	end := filepath.Ext(path)
	stem := fmt.Sprintf("%s-before-restore-%s", strings.TrimSuffix(path, end), at.Format("20060102-150405"))
	for n := 1; ; n++ {
		name := stem + end
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, end)
		}
		if vacant(name) == nil && vacant(name+"-wal") == nil {
			return name
		}
	}
}

// At puts the backup where no book can be opened: where none is, or a damaged
// one, which is kept beside under its dated name together with its log. No
// log is left that SQLite could take for the backup's.
func (x *Examined) At(path string, at time.Time) (kept string, err error) {
	path = resolved(path)
	name := keptName(path, at)
	if old, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		defer old.Close() // and so gives up the lock
		if who := alone(old); who != "" {
			return "", unusable("%s has %s open", who, path).WithHint("end it first")
		}
		if err := os.Link(path, name); err != nil {
			return "", unusable("%s cannot be made: %v", name, cause(err)).WithHint("check the directory's permissions")
		}
		kept = name
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", unusable("%s cannot be written: %v", path, cause(err)).WithHint("check its permissions")
	}
	for _, ending := range companions[1:] {
		err := os.Rename(path+ending, name+ending)
		if ending == "-shm" {
			err = os.Remove(name + ending)
		}
		if err == nil && ending != "-shm" && kept == "" {
			kept = name + ending
		}
	}
	copied := x.path
	if err := errors.Join(x.Book.Close(), scratch.Flush(copied)); err != nil {
		return kept, err
	}
	if err := os.Rename(copied, path); err != nil {
		return kept, unusable("%s cannot be made: %v", path, cause(err)).WithHint("check the directory's permissions")
	}
	return kept, scratch.Flush(filepath.Dir(path))
}

// Checkpoint brings what the log holds into the book's file and empties the
// log, when nobody is in the way: it waits for no one.
func (b *Book) Checkpoint(ctx context.Context) error {
	if b.server != nil {
		return nil
	}
	if log, err := os.Stat(resolved(b.path) + "-wal"); err != nil || log.Size() == 0 {
		return nil
	}
	if err := b.Moved(); err != nil {
		return err
	}
	conn, err := b.writer.Conn(ctx)
	if err != nil {
		return b.explain(err)
	}
	defer conn.Close()
	var busy, frames, done int
	for _, way := range []string{"PASSIVE", "TRUNCATE"} {
		if _, err := conn.ExecContext(ctx, "PRAGMA busy_timeout=0"); err != nil {
			return b.explain(err)
		}
		err := conn.QueryRowContext(ctx, "PRAGMA wal_checkpoint("+way+")").Scan(&busy, &frames, &done)
		if _, terr := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA busy_timeout=%d", patience.Milliseconds())); terr != nil {
			return b.explain(terr)
		}
		if err != nil || busy != 0 {
			return b.explain(err)
		}
	}
	return nil
}

// begin starts a write transaction, and refuses in a file that is not the
// book any more.
func (b *Book) begin(ctx context.Context) (*sql.Tx, error) {
	var t *sql.Tx
	err := b.patient(ctx, func() (err error) {
		t, err = b.writer.BeginTx(ctx, nil)
		return err
	})
	if err != nil {
		return nil, b.explain(err)
	}
	if err := b.Moved(); err != nil {
		return nil, errors.Join(err, t.Rollback())
	}
	return t, nil
}
