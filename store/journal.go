package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"tracker/claims"
	"tracker/ledger"
)

const selectJournal = `SELECT seq, at, actor, command, verb, kind, subject, body FROM journal`

func scanEntry(rows *sql.Rows) (ledger.Entry, error) {
	var e ledger.Entry
	var body []byte
	err := rows.Scan(&e.Seq, &e.At, &e.Actor, &e.Command, &e.Verb, &e.Kind, &e.Subject, &body)
	e.Body = body
	return e, err
}

// Journal yields every entry in order.
func (b *Book) Journal(ctx context.Context) iter.Seq2[ledger.Entry, error] {
	return b.journal(ctx, selectJournal+" ORDER BY seq")
}

// History returns what happened to a claim, oldest first.
func (b *Book) History(ctx context.Context, uid claims.UID) ([]ledger.Entry, error) {
	var list []ledger.Entry
	for e, err := range b.journal(ctx, selectJournal+" WHERE subject = ? ORDER BY seq", string(uid)) {
		if err != nil {
			return nil, err
		}
		list = append(list, e)
	}
	return list, nil
}

func (b *Book) journal(ctx context.Context, query string, args ...any) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		rows, err := b.reader.QueryContext(ctx, query, args...)
		if err != nil {
			yield(ledger.Entry{}, b.explain(err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			if e, err := scanEntry(rows); !yield(e, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(ledger.Entry{}, b.explain(err))
		}
	}
}

// Restore fills an empty book from a journal: the same entries, and so the
// same ids, uids and scores. Nothing is kept when an entry does not fit.
func (b *Book) Restore(ctx context.Context, entries iter.Seq2[ledger.Entry, error]) (n int64, err error) {
	err = b.write(ctx, Command{}, func(t *tx) error {
		if t.last > 0 {
			return claims.Refuse("", "the book holds %d entries already", t.last).
				WithHint("a journal can only be imported into an empty book: tracker init --db NEW")
		}
		n, err = t.replay(ctx, entries)
		return err
	})
	return n, err
}

// replay appends entries and applies them.
func (t *tx) replay(ctx context.Context, entries iter.Seq2[ledger.Entry, error]) (n int64, err error) {
	for e, err := range entries {
		if err != nil {
			return n, err
		}
		if e.Seq != t.last+1 {
			return n, claims.Refuse("", "entry %d follows entry %d", e.Seq, t.last).WithHint("the journal is not whole")
		}
		if err := t.append(e); err != nil {
			return n, fmt.Errorf("entry %d: %w", e.Seq, err)
		}
		if err := t.apply(ctx, e); err != nil {
			return n, fmt.Errorf("entry %d: %w", e.Seq, err)
		}
		n++
		if n%1024 == 0 && ctx.Err() != nil {
			return n, ctx.Err()
		}
	}
	return n, nil
}
