package postgres

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"tracker/store/dialect"
)

// Patient runs fn again for as long as no server answers: one that takes the
// place of another needs some seconds for it.
func (s *Server) Patient(ctx context.Context, fn func() error) error {
	err := fn()
	end := time.Now().Add(s.Patience)
	for pause := 20 * time.Millisecond; away(err) && !down(err) && time.Now().Add(pause).Before(end); pause = min(2*pause, time.Second) {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		err = fn()
	}
	return err
}

// Attempt runs fn within a savepoint: a statement that fails ends the
// transaction otherwise.
func (s *Server) Attempt(exec func(string, ...any) error, fn func() error) error {
	if err := exec(`SAVEPOINT attempt`); err != nil {
		return err
	}
	if err := fn(); err != nil {
		return errors.Join(err, exec(`ROLLBACK TO SAVEPOINT attempt`))
	}
	return exec(`RELEASE SAVEPOINT attempt`)
}

// Entered tells the listeners of the book.
func (s *Server) Entered(exec func(string, ...any) error) error {
	return exec(`SELECT pg_notify(?, '')`, s.schema)
}

// Settled asks on the server that is the primary now, under the lock, so that
// a commit that is still on its way is waited for. What is found is kept once a
// commit of later date has reached the standbys.
func (s *Server) Settled(writer, _ *sql.DB, there func(dialect.Querier) (bool, error)) (found bool, err error) {
	ctx := context.Background()
	err = s.Patient(ctx, func() error {
		t, err := writer.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer t.Rollback() // does nothing after Commit
		if found, err = there(t); err != nil || !found {
			return err
		}
		if _, err := t.Exec(`SELECT pg_logical_emit_message(true, 'tracker', '')`); err != nil {
			return err
		}
		return t.Commit()
	})
	return found, err
}

// Far is true: a statement goes to the server and comes back.
func (s *Server) Far() bool { return true }

// Brief is ctx: a server may not answer.
func (s *Server) Brief(ctx context.Context) context.Context { return ctx }

// WordIndex is nil: an extension would be needed, which not every role may make.
func (s *Server) WordIndex() []string { return nil }

// Pour sends all the rows in one journey, and waits for nothing.
func (s *Server) Pour(ctx context.Context, tx *sql.Tx, loads ...dialect.Load) (there func() error, err error) {
	sent, err := tx.ExecContext(ctx, "COPY", loads)
	if err != nil {
		return nil, err
	}
	return func() error {
		_, err := sent.RowsAffected() // which the server's answer says
		return err
	}, nil
}

// Copy leaves it to the caller: a server cannot write a file of SQLite's.
func (s *Server) Copy(context.Context, *sql.DB, string, string) (bool, error) { return false, nil }

// There is always true of a server: its name leads to its book.
func (s *Server) There() error { return nil }

// Untouched is nothing to ask of a server, whose book can be written.
func (s *Server) Untouched() error { return nil }

// Tidy leaves it to the server.
func (s *Server) Tidy(context.Context, *sql.DB) error { return nil }
