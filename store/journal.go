package store

import (
	"bytes"
	"cmp"
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

// storedEntry is an entry as a book keeps it: its body packed, or unpacked in
// the entry, or both.
type storedEntry struct {
	entry ledger.Entry
	body  []byte
	err   error // there is none
}

func scanEntry(rows *sql.Rows) (s storedEntry) {
	e := &s.entry
	var command, subject, stored sql.RawBytes
	if s.err = rows.Scan(&e.Seq, &e.At, &e.Actor, &command, &e.Verb, &e.Kind, &subject, &stored); s.err == nil {
		e.Command, e.Subject, s.body = unpackUID(command), unpackSubject(e.Kind, subject), bytes.Clone(stored)
	}
	return s
}

// whole returns the entry with its body unpacked.
func (s storedEntry) whole() (ledger.Entry, error) {
	if s.err != nil || s.entry.Body != nil {
		return s.entry, s.err
	}
	body, err := ledger.Unpack(s.body)
	if err != nil {
		return s.entry, fmt.Errorf("entry %d: %w", s.entry.Seq, err)
	}
	s.entry.Body = body
	return s.entry, nil
}

// Journal yields every entry in order.
func (b *Book) Journal(ctx context.Context) iter.Seq2[ledger.Entry, error] {
	return b.entries(ctx, selectJournal+" ORDER BY seq")
}

// selectChanges leaves out the first entry of every claim, which logged it.
const selectChanges = selectJournal + ` AS later
	WHERE kind = 'claim' AND EXISTS (SELECT 1 FROM journal AS earlier WHERE earlier.subject = later.subject AND earlier.seq < later.seq) ORDER BY seq`

// Changes yields what became of claims after they were logged, in order.
func (b *Book) Changes(ctx context.Context) iter.Seq2[ledger.Entry, error] {
	return b.entries(ctx, selectChanges)
}

// entries yields those of a query.
func (b *Book) entries(ctx context.Context, query string) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		for e, err := range journal(ctx, b.reads(), query) {
			if !yield(e, b.explain(err)) {
				return
			}
		}
	}
}

// History returns what happened to a claim, oldest first.
func (b *Book) History(ctx context.Context, uid claims.UID) ([]ledger.Entry, error) {
	var list []ledger.Entry
	for e, err := range journal(ctx, b.reads(), selectJournal+" WHERE subject = ? AND kind = 'claim' ORDER BY seq", packed(string(uid))) {
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
		for s := range stored(ctx, q, query, args...) {
			if e, err := s.whole(); !yield(e, err) || err != nil {
				return
			}
		}
	}
}

// stored yields the entries of a query as they are kept, the last with an
// error when there is one.
func stored(ctx context.Context, q querier, query string, args ...any) iter.Seq[storedEntry] {
	return func(yield func(storedEntry) bool) {
		rows, err := q.QueryContext(ctx, query, args...)
		if err != nil {
			yield(storedEntry{err: err})
			return
		}
		defer rows.Close()
		for rows.Next() {
			if s := scanEntry(rows); !yield(s) || s.err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(storedEntry{err: err})
		}
	}
}

// given are entries that come from elsewhere.
func given(entries iter.Seq2[ledger.Entry, error]) iter.Seq[storedEntry] {
	return func(yield func(storedEntry) bool) {
		for e, err := range entries {
			if !yield(storedEntry{entry: e, err: err}) {
				return
			}
		}
	}
}

// Restore fills an empty book from a journal: the same entries, and so the
// same ids, uids and scores. Nothing is kept when an entry does not fit, or
// breaks a rule that no release has let anybody break.
func (b *Book) Restore(ctx context.Context, entries iter.Seq2[ledger.Entry, error]) (n int64, err error) {
	return b.restore(ctx, replayed{entries: given(entries), decode: decode, vet: strictly})
}

// replayed is what a book is made of: entries, how they are decoded, and what
// becomes of one that breaks a rule.
type replayed struct {
	entries  iter.Seq[storedEntry]
	decode   func(storedEntry) decoded
	vet      vetter
	expected *expected // for a check; nil where all is stored
}

func (b *Book) restore(ctx context.Context, r replayed) (n int64, err error) {
	if b.engine.Far() {
		return b.restoreFar(ctx, r)
	}
	err = b.write(ctx, Command{}, func(t *tx) error {
		t.vet, t.expected = r.vet, r.expected
		if t.last > 0 {
			return notEmpty(t.last)
		}
		n, err = t.replay(ctx, r)
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

// replay appends entries and applies them. They are decoded on every processor
// there is, and have been read to where that has come when replay is done.
func (t *tx) replay(ctx context.Context, r replayed) (n int64, err error) {
	done := make(chan struct{})
	defer func() { <-done }()
	t.collect()
	for d := range ahead.Made(ending(r.entries, done), r.decode) {
		e := d.entry
		if d.err != nil {
			return n, d.err
		}
		if e.Seq != t.last+1 {
			return n, claims.Refuse("", "entry %d follows entry %d", e.Seq, t.last).WithHint("the journal is not whole")
		}
		d.alone = t.expected.alone(&d)
		err := t.enterReplayed(d)
		if err == nil {
			err = t.vetted(d.breach)
		}
		if err == nil {
			err = t.apply(ctx, d)
		}
		if err != nil {
			return t.stopped(ctx, n, e.Seq, err)
		}
		if n++; n%pouredFrom == 0 {
			if err := cmp.Or(ctx.Err(), t.pourAlong()); err != nil {
				return t.stopped(ctx, n, e.Seq, err)
			}
		}
	}
	if err := t.flush(); err != nil {
		return t.stopped(ctx, n, t.last, err)
	}
	return n, nil
}

// stopped says how many entries fit before the one that does not: that which
// was replayed, or one before it whose rows were still waiting.
func (t *tx) stopped(ctx context.Context, n, seq int64, err error) (int64, error) {
	err, t.failed = cmp.Or(t.failed, err), nil
	var at *misfitAt
	if errors.As(err, &at) {
		n, seq, err = at.seq-1, at.seq, at.error
	}
	return n, t.misfit(seq, claims.Ended(ctx, err))
}

// enterReplayed appends an entry, or only counts one whose claim is compared at
// once.
func (t *tx) enterReplayed(d decoded) error {
	if d.alone {
		return t.count(d.entry)
	}
	return t.append(d.entry, d.stored)
}

// ending yields what a list yields, and closes done after the last.
func ending[T any](list iter.Seq[T], done chan<- struct{}) iter.Seq[T] {
	return func(yield func(T) bool) {
		defer close(done)
		list(yield)
	}
}
