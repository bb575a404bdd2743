package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/mattn/go-sqlite3"

	"tracker/claims"
	"tracker/scratch"
	"tracker/store/dialect"
)

// Copied is a backup that was copied into a folder of its own and is open.
type Copied struct {
	*File
	Writer, Reader *sql.DB
	Dir            string
}

// Over writes the backup over an open book, as one transaction of SQLite's:
// whoever has the book open sees all of it or nothing, and what lies in the
// log is written over, not trusted. What the book held is kept beside it.
// same refuses when it is not the book any more that the caller knows of. Held
// are to be closed when the book is.
func (c *Copied) Over(ctx context.Context, book *File, writer *sql.DB, at time.Time, same func(dialect.Querier) error) (kept string, held []*os.File, err error) {
	if err := c.resize(ctx, book, writer); err != nil {
		return "", nil, err
	}
	err = connected(ctx, writer, func(to *sqlite3.SQLiteConn) error {
		return connected(ctx, c.Writer, func(from *sqlite3.SQLiteConn) error {
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
			if kept, held, err = c.keep(ctx, book, at, same); err != nil {
				return err
			}
			if done, err := copying.Step(-1); err != nil || !done {
				return errors.Join(err, os.Remove(kept), sqlite3.Error{Code: sqlite3.ErrBusy})
			}
			return copying.Finish()
		})
	})
	return kept, held, book.Explain(err)
}

// resize gives the copied backup pages of the book's size: SQLite writes no
// others into a book with a log.
func (c *Copied) resize(ctx context.Context, book *File, writer *sql.DB) error {
	const ask = "PRAGMA page_size"
	var want, have int
	if err := writer.QueryRowContext(ctx, ask).Scan(&want); err != nil {
		return book.Explain(err)
	}
	if err := c.Writer.QueryRowContext(ctx, ask).Scan(&have); err != nil || have == want {
		return c.Explain(err)
	}
	if err := c.Reader.Close(); err != nil { // or the log could not be left
		return err
	}
	for _, statement := range []string{"PRAGMA journal_mode=DELETE", fmt.Sprintf("%s=%d", ask, want), "VACUUM", "PRAGMA journal_mode=WAL"} {
		if _, err := c.Writer.ExecContext(ctx, statement); err != nil {
			return c.Explain(err)
		}
	}
	return nil
}

// connected runs fn with a connection of a pool.
func connected(ctx context.Context, pool *sql.DB, fn func(*sqlite3.SQLiteConn) error) error {
	held, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer held.Close()
	return held.Raw(func(c any) error { return fn(c.(*conn).SQLiteConn) })
}

// keep copies what a book holds, its log included, to a dated file beside it,
// while nobody can write.
func (c *Copied) keep(ctx context.Context, book *File, at time.Time, same func(dialect.Querier) error) (kept string, held []*os.File, err error) {
	quiet := Pool(book.path, false)
	defer quiet.Close()
	err = same(quiet)
	var refusal *claims.Error
	if errors.As(err, &refusal) {
		return "", nil, err
	}
	kept = keptName(book.path, at)
	copied := filepath.Join(c.Dir, "kept.db")
	if err == nil {
		_, err = quiet.ExecContext(ctx, "VACUUM INTO ?", copied)
	}
	if err == nil {
		err = errors.Join(os.Chmod(copied, 0o600), scratch.Flush(copied))
	}
	if err == nil {
		err = Give(copied, kept)
	} else if ctx.Err() == nil {
		os.Remove(copied)
		held, err = copyRaw(book.path, kept) // a damaged book, byte by byte
	}
	return kept, held, err
}
