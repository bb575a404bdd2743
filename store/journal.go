package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"tracker/ahead"
	"tracker/claims"
	"tracker/ledger"
)

const selectJournal = `SELECT seq, at, actor, command, verb, kind, subject, body FROM journal`

func scanEntry(rows *sql.Rows) (ledger.Entry, error) {
	var e ledger.Entry
	var command, subject, stored sql.RawBytes
	if err := rows.Scan(&e.Seq, &e.At, &e.Actor, &command, &e.Verb, &e.Kind, &subject, &stored); err != nil {
		return e, err
	}
	e.Command, e.Subject = unpackUID(command), unpackSubject(e.Kind, subject)
	body, err := ledger.Unpack(stored)
	if err != nil {
		return e, fmt.Errorf("entry %d: %w", e.Seq, err)
	}
	e.Body = bytes.Clone(body)
	return e, nil
}

// Journal yields every entry in order.
func (b *Book) Journal(ctx context.Context) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		for e, err := range journal(ctx, b.reader, selectJournal+" ORDER BY seq") {
			if !yield(e, b.explain(err)) {
				return
			}
		}
	}
}

// History returns what happened to a claim, oldest first.
func (b *Book) History(ctx context.Context, uid claims.UID) ([]ledger.Entry, error) {
	var list []ledger.Entry
	for e, err := range journal(ctx, b.reader, selectJournal+" WHERE subject = ? AND kind = 'claim' ORDER BY seq", packed(string(uid))) {
		if err != nil {
			return nil, b.explain(err)
		}
		list = append(list, e)
	}
	return list, nil
}

// journal yields the entries of a query.
func journal(ctx context.Context, q querier, query string, args ...any) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		rows, err := q.QueryContext(ctx, query, args...)
		if err != nil {
			yield(ledger.Entry{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			if e, err := scanEntry(rows); !yield(e, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(ledger.Entry{}, err)
		}
	}
}

// Restore fills an empty book from a journal: the same entries, and so the
// same ids, uids and scores. Nothing is kept when an entry does not fit, or
// breaks a rule that no release has let anybody break.
func (b *Book) Restore(ctx context.Context, entries iter.Seq2[ledger.Entry, error]) (n int64, err error) {
	return b.restore(ctx, entries, strictly)
}

func (b *Book) restore(ctx context.Context, entries iter.Seq2[ledger.Entry, error], vet vetter) (n int64, err error) {
	if b.engine.Far() {
		return b.restoreFar(ctx, entries, vet)
	}
	err = b.write(ctx, Command{}, func(t *tx) error {
		t.vet = vet
		if t.last > 0 {
			return notEmpty(t.last)
		}
		n, err = t.replay(ctx, entries)
		return err
	})
	return n, err
}

// misfit says that an entry cannot follow those before it, unless it was the
// engine that failed.
func (t *tx) misfit(seq int64, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) || t.engine.Failed(err) {
		return err
	}
	return claims.Refuse("", "entry %d does not fit: %s", seq, strings.ReplaceAll(err.Error(), "\n", "; ")).WithHint("the journal is not whole, or not of this program")
}

// replay appends entries and applies them. They are read and decoded on
// another processor, which is done when replay is.
func (t *tx) replay(ctx context.Context, entries iter.Seq2[ledger.Entry, error]) (n int64, err error) {
	done := make(chan struct{})
	defer func() { <-done }()
	for d := range ahead.Of(decoding(entries, done)) {
		e := d.entry
		if d.err != nil {
			return n, d.err
		}
		if e.Seq != t.last+1 {
			return n, claims.Refuse("", "entry %d follows entry %d", e.Seq, t.last).WithHint("the journal is not whole")
		}
		err := t.append(e, d.stored)
		if err == nil {
			err = t.vetted(d.breach)
		}
		if err == nil {
			err = t.apply(ctx, d)
		}
		if err != nil {
			return n, t.misfit(e.Seq, ended(ctx, err))
		}
		n++
		if n%1024 == 0 && ctx.Err() != nil {
			return n, ctx.Err()
		}
	}
	return n, nil
}

// decoding yields entries decoded, and closes done after the last one.
func decoding(entries iter.Seq2[ledger.Entry, error], done chan<- struct{}) iter.Seq[decoded] {
	return func(yield func(decoded) bool) {
		defer close(done)
		for e, err := range entries {
			d := decoded{err: err}
			if err == nil {
				d = decode(e)
			}
			if !yield(d) {
				return
			}
		}
	}
}
