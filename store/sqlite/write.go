package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"

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

// Copy writes the book to a new file, which is to be called name, whole and in order.
func (f *File) Copy(ctx context.Context, writer *sql.DB, path, name string) (bool, error) {
	if _, err := writer.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return true, (&File{path: name}).Explain(err) // it is the copy that cannot be written
	}
	return true, nil
}

// Hasty lets a scratch book be written without waiting for the disk, and
// without a look at what its rows refer to, which the book itself is asked.
func Hasty(ctx context.Context, writer *sql.DB) error {
	_, err := writer.ExecContext(ctx, "PRAGMA foreign_keys=OFF; PRAGMA synchronous=OFF")
	return err
}
