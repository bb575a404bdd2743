package store

import (
	"context"
	"database/sql"
	"errors"
)

// begin starts a write transaction, and refuses in a file that is not the
// book any more.
func (b *Book) begin(ctx context.Context) (*sql.Tx, error) {
	var t *sql.Tx
	err := b.engine.Patient(ctx, func() (err error) {
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
