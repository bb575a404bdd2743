package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"tracker/claims"
)

// misfitAt is an entry of a replay whose row was refused when it went to its
// table with others.
type misfitAt struct {
	seq int64
	error
}

func (m *misfitAt) Unwrap() error { return m.error }

// refusedRow says why a row was refused, and of which entry of a replay it is.
// Nothing more can be put into the transaction.
func (t *tx) refusedRow(i insertion, row []any, err error) error {
	t.queue = nil
	if t.vet == nil || row == nil || t.engine.Failed(err) {
		return err
	}
	if i.table == insertClaim.table {
		value := func(column string) any { return row[slices.Index(i.columns, column)] }
		uid, _ := value("uid").([]byte)
		key, _ := value("key").(string)
		id, _ := value("id").(int64)
		err = t.taken(&claims.Claim{ID: claims.ID(id), UID: claims.UID(unpackUID(uid)), Key: key}, err)
	}
	seq, serr := t.entryOf(i, row)
	if serr != nil || seq == 0 {
		return cmp.Or(serr, err)
	}
	return &misfitAt{seq, err}
}

// entryOf is the last entry about the claim of a row, or the row of the journal
// itself; 0 for none.
func (t *tx) entryOf(i insertion, row []any) (seq int64, err error) {
	const last = `SELECT coalesce(max(seq), 0) FROM journal WHERE subject = `
	query, arg := last+`(SELECT uid FROM claims WHERE id = ?)`, row[0]
	switch i.table {
	case insertEntry.table:
		seq, _ = row[0].(int64)
		return seq, nil
	case insertName.table:
		return 0, nil
	case insertClaim.table:
		query, arg = last+`?`, row[slices.Index(i.columns, "uid")]
	}
	return seq, each(context.Background(), t, query, []any{arg}, func(rows *sql.Rows) error { return rows.Scan(&seq) })
}
