package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"tracker/store/dialect"
)

// Patient runs fn: who waits for a file waits inside SQLite.
func (f *File) Patient(_ context.Context, fn func() error) error { return fn() }

// Snapshot begins a transaction that waits for nobody. It is none of
// database/sql's, which would have a goroutine watch over each of its queries,
// and take the lock of the book where one connection does everything.
func (f *File) Snapshot(ctx context.Context, reader *sql.DB) (dialect.Querier, func(), error) {
	conn, err := reader.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	plain := context.WithoutCancel(ctx) // it takes no time
	if _, err := conn.ExecContext(plain, "BEGIN"); err != nil {
		return nil, nil, errors.Join(err, conn.Close())
	}
	end := func() {
		if _, err := conn.ExecContext(plain, "ROLLBACK"); err != nil {
			_ = conn.Raw(func(any) error { return driver.ErrBadConn }) // it is not used again
		}
		conn.Close()
	}
	return looking{conn}, end, nil
}

// Attempt runs fn: a statement that is refused leaves the transaction as it was.
func (f *File) Attempt(_ func(string, ...any) error, fn func() error) error { return fn() }

// Entered tells nobody: a file has no listeners.
func (f *File) Entered(func(string, ...any) error) error { return nil }

// Listen reports that nobody tells.
func (f *File) Listen(context.Context, func()) bool { return false }

// Settled asks the file: what it has on disk is all there is to know.
func (f *File) Settled(_, reader *sql.DB, there func(dialect.Querier) (bool, error)) (bool, error) {
	found, err := there(reader)
	return found && err == nil, nil
}

// Far is false: a statement is a call.
func (f *File) Far() bool { return false }

// Copy writes the book to a new file, which is to be called name, whole and in
// order. It goes through each page once, so that few in memory are as good as
// many, of which there would be the copy's too.
func (f *File) Copy(ctx context.Context, writer *sql.DB, path, name string) (bool, error) {
	conn, err := writer.Conn(ctx)
	if err != nil {
		return true, err
	}
	defer conn.Close()
	plain := context.WithoutCancel(ctx) // it takes no time
	if _, err := conn.ExecContext(plain, cached(fewPages)); err != nil {
		return true, err
	}
	_, err = conn.ExecContext(ctx, "VACUUM INTO ?", path)
	if _, cerr := conn.ExecContext(plain, cached(manyPages)); cerr != nil {
		return true, errors.Join(err, cerr)
	}
	if err != nil {
		return true, (&File{path: name}).Explain(err) // it is the copy that cannot be written
	}
	return true, nil
}

// cached is the statement that sets how much of a file is in memory.
func cached(kilobytes int) string { return fmt.Sprintf("PRAGMA cache_size=-%d", kilobytes) }

// Hasty lets a scratch book be written without waiting for the disk, and
// without a look at what its rows refer to, which the book itself is asked.
func Hasty(ctx context.Context, writer *sql.DB) error {
	_, err := writer.ExecContext(ctx, "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF")
	return err
}
