package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"tracker/claims"
	"tracker/ledger"
)

// recordColumns are those of what the journal says of when a claim came to be
// as it is.
var recordColumns = pick(claimColumns, "recorded_at", "amended_late_at", "accepted_late_at", "withdrawn_at")

var updateRecord = `UPDATE claims SET (` + columnNames("", recordColumns) + `) = (` + marks(len(recordColumns)) + `) WHERE uid = ?`

// retrace works out anew from its entries when a claim came to say what it
// says: what has been undone has not been said, and what undid it says nothing
// new. An undo that withdraws what was added does so when it is made; every
// other one brings back the withdrawal that was there.
func (t *tx) retrace(ctx context.Context, uid claims.UID) error {
	entries, err := t.entriesOf(ctx, uid)
	if err != nil {
		return err
	}
	c, ok := traceTurns(entries)
	if !ok {
		if c, err = t.traceAll(ctx, entries); err != nil {
			return err
		}
	}
	args, err := kept(nil, recordColumns, &c)
	if err != nil {
		return err
	}
	return t.exec(updateRecord, append(args, packed(string(uid)))...)
}

// entriesOf are the entries about a claim, still packed.
func (t *tx) entriesOf(ctx context.Context, uid claims.UID) (list []storedEntry, err error) {
	for s := range stored(ctx, t, selectJournal+` WHERE subject = ? AND kind = 'claim' ORDER BY seq`, packed(string(uid))) {
		if s.err != nil {
			return nil, s.err
		}
		list = append(list, s)
	}
	return list, nil
}

// traceAll is the claim that its entries make.
func (t *tx) traceAll(ctx context.Context, entries []storedEntry) (c claims.Claim, err error) {
	undone, err := t.undoneNow(ctx)
	if err != nil {
		return c, err
	}
	withdrawn := map[int64]claims.Instant{} // as it was before each entry but the first
	for i, s := range entries {
		e, err := s.whole()
		if err != nil {
			return c, err
		}
		before := c.WithdrawnAt
		undoes, err := trace(&c, e, undone[e.Command])
		if err != nil {
			return c, err
		}
		if at, ok := withdrawn[undoes]; ok {
			c.WithdrawnAt = at
		}
		if i > 0 {
			withdrawn[e.Seq] = before
		}
	}
	return c, nil
}

// undoneNow are the commands that are undone.
func (t *tx) undoneNow(ctx context.Context) (map[string]bool, error) {
	if t.undone != nil {
		return t.undone, nil
	}
	t.undone = map[string]bool{}
	return t.undone, each(ctx, t, `SELECT uid FROM commands WHERE undone_by IS NOT NULL`, nil, func(rows *sql.Rows) error {
		var command []byte
		err := rows.Scan(&command)
		t.undone[unpackUID(command)] = true
		return err
	})
}

// trace makes c what an entry about it makes of it, and returns the entry that
// this one undoes, 0 for none.
func trace(c *claims.Claim, e ledger.Entry, undone bool) (undoes int64, err error) {
	var body struct {
		ledger.Change
		UID claims.UID `json:"uid"`
	}
	if err := json.Unmarshal(e.Body, &body); err != nil {
		return 0, err
	}
	before := *c
	*c = claims.Claim{}
	if body.UID != "" {
		err := json.Unmarshal(e.Body, c)
		c.Entered(claims.Instant(e.At))
		return 0, err
	}
	text, err := overlay(before, ledger.Change{Set: body.Set}, conflict{}) // names may have changed without an entry about the claim
	if err != nil {
		return 0, err
	}
	if err := json.Unmarshal(text, c); err != nil {
		return 0, err
	}
	c.Changed(&before, claims.Instant(e.At))
	if undone || body.Undoes != 0 {
		c.RecordedAt, c.AmendedLateAt, c.AcceptedLateAt = before.RecordedAt, before.AmendedLateAt, before.AcceptedLateAt
	}
	return body.Undoes, nil
}

// retraceAll works out anew what retrace does for every claim that has been
// changed: for a book of a schema that did not keep it.
func (t *tx) retraceAll(ctx context.Context) error {
	var list []claims.UID
	err := each(ctx, t, `SELECT subject FROM journal WHERE kind = 'claim' GROUP BY subject HAVING count(*) > 1`, nil, func(rows *sql.Rows) error {
		var uid []byte
		err := rows.Scan(&uid)
		list = append(list, claims.UID(unpackUID(uid)))
		return err
	})
	for _, uid := range list {
		if err == nil {
			err = t.retrace(ctx, uid)
		}
	}
	return err
}
