package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"

	"tracker/store/dialect"
)

// mark is what the lock of every book begins with: "trkr".
const mark = 0x74726b72

// BeginTx begins a transaction: to read, on one snapshot; to write, with the
// lock of the book, of which there is one, so that entries are numbered
// without gaps and are seen in order. Who has the lock sees all that was
// committed before.
func (c *conn) BeginTx(ctx context.Context, opts driver.TxOptions) (driver.Tx, error) {
	if c.Conn.Conn().IsClosed() {
		return nil, driver.ErrBadConn
	}
	if err := c.settle(); err != nil {
		return nil, err
	}
	begin := "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
	if c.writes && !opts.ReadOnly {
		begin = fmt.Sprintf("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(%d, hashtext(%s))", mark, literal(c.server.schema))
	}
	pg := c.Conn.Conn()
	if _, err := pg.Exec(ctx, begin); err != nil {
		if !pg.IsClosed() && pg.PgConn().TxStatus() != 'I' {
			_, rerr := pg.Exec(context.Background(), "ROLLBACK")
			err = errors.Join(err, rerr)
		}
		if pgconn.SafeToRetry(err) {
			return nil, driver.ErrBadConn // and so on another connection
		}
		return nil, err
	}
	return &tx{c}, nil
}

// Snapshot begins a transaction that only reads.
func (s *Server) Snapshot(ctx context.Context, reader *sql.DB) (dialect.Querier, func(), error) {
	t, err := reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, nil, err
	}
	return t, func() { _ = t.Rollback() }, nil
}

// tx is a transaction.
type tx struct{ conn *conn }

// errLocal is a commit of which the wait for the standbys was cut off: the
// entry can be lost with that server.
var errLocal = errors.New("it is on the disk of this server, and no standby confirmed it")

// errAborted is a commit that was none: a statement had failed.
var errAborted = errors.New("the transaction had failed, and was rolled back")

// Commit commits, and waits for the standbys as long as for anything else.
func (t *tx) Commit() error {
	if err := t.conn.settle(); err != nil {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), t.conn.server.Patience)
	defer stop()
	t.conn.local = false
	tag, err := t.conn.Conn.Conn().Exec(ctx, "COMMIT")
	switch {
	case err != nil:
		return err
	case tag.String() == "ROLLBACK":
		return errAborted
	case t.conn.local:
		return errLocal
	}
	return nil
}

// Rollback takes back what was not committed.
func (t *tx) Rollback() error {
	if err := t.conn.settle(); err != nil || t.conn.Conn.Conn().IsClosed() {
		return err
	}
	ctx, stop := context.WithTimeout(context.Background(), t.conn.server.Patience)
	defer stop()
	_, err := t.conn.Conn.Conn().Exec(ctx, "ROLLBACK")
	return err
}
