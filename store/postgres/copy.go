package postgres

import (
	"cmp"
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgproto3"

	"tracker/store/dialect"
)

// copied is rows that were sent to the server, of which the answer is still to
// come. The server reads what is sent after them meanwhile.
type copied struct {
	there chan struct{} // closed when there is an answer
	n     int64         // rows
	err   error
	ours  error // why we broke off: the server only says that somebody did
}

// LastInsertId is of no table.
func (c *copied) LastInsertId() (int64, error) { return 0, nil }

// RowsAffected waits for the answer.
func (c *copied) RowsAffected() (int64, error) {
	<-c.there
	if c.ours != nil {
		return 0, c.ours
	}
	return c.n, c.err
}

// copy sends rows to their tables, one COPY for each and all in one journey. It
// does not wait for what was copied before.
func (c *conn) copy(ctx context.Context, loads []dialect.Load) (*copied, error) {
	if err := c.rest(); err != nil {
		return nil, err
	}
	for _, l := range loads {
		if err := c.know(ctx, l.Table); err != nil {
			return nil, err
		}
	}
	pg, before, this := c.Conn.Conn().PgConn(), c.copied, &copied{there: make(chan struct{})}
	c.copied = this
	sent := make(chan struct{})
	go func() {
		if before != nil {
			<-before.there
		}
		this.answer(ctx, pg)
		<-sent
		close(this.there)
	}()
	this.ours = c.send(loads)
	close(sent)
	return this, nil
}

// answer reads what the server says of it.
func (c *copied) answer(ctx context.Context, pg *pgconn.PgConn) {
	for {
		message, err := pg.ReceiveMessage(ctx)
		if err != nil {
			c.err = cmp.Or(errors.Unwrap(err), err) // without the library's words
			return
		}
		switch m := message.(type) {
		case *pgproto3.ErrorResponse:
			c.err = pgconn.ErrorResponseToPgError(m)
		case *pgproto3.CommandComplete:
			c.n += pgconn.NewCommandTag(string(m.CommandTag)).RowsAffected()
		case *pgproto3.ReadyForQuery:
			return
		}
	}
}

// know asks for the types of the columns of all tables, once a connection: what
// is copied must be of that form.
func (c *conn) know(ctx context.Context, table string) error {
	if c.types[table] != nil {
		return nil
	}
	if err := c.settle(); err != nil {
		return err
	}
	rows, err := c.Conn.Conn().Query(ctx, `SELECT c.relname::text, a.attname::text, a.atttypid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
		WHERE c.relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = $1::text::regclass) AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`,
		pgx.Identifier{table}.Sanitize())
	if err != nil {
		return err
	}
	c.types = map[string]map[string]uint32{}
	var of, name string
	var oid uint32
	_, err = pgx.ForEachRow(rows, []any{&of, &name, &oid}, func() error {
		if c.types[of] == nil {
			c.types[of] = map[string]uint32{}
		}
		c.types[of][name] = oid
		return nil
	})
	return err
}
