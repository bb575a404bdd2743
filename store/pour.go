package store

import (
	"context"
	"errors"
	"path/filepath"

	"tracker/claims"
	"tracker/store/dialect"
)

// beside are the tables that are not of the journal: how things stand with
// reminders and answers. A copy of a book has them too.
var beside = []string{"outbox", "heartbeat", "secrets", "answered", "received", "inboxes"}

// pour puts the rows of a table of another book, in some order, into the same
// table of this one.
func (t *tx) pour(ctx context.Context, from querier, table, order string) error {
	rows, err := from.QueryContext(ctx, "SELECT * FROM "+table+" "+order)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, list, err := dialect.Reading(rows)
	if err != nil {
		return err
	}
	return dialect.Poured(t.engine.Pour(ctx, t.Tx, dialect.Load{Table: table, Columns: columns, Rows: list}))
}

// restoreFar is restore into a book that is far away: the journal is replayed
// into a file, and the tables that follow from it are copied as they are.
func (b *Book) restoreFar(ctx context.Context, r replayed) (n int64, err error) {
	if err := b.mustBeEmpty(ctx); err != nil {
		return 0, err
	}
	dir, err := scratchFolder("import")
	if err != nil {
		return 0, err
	}
	defer dir.Discard()
	file, _, err := Create(ctx, filepath.Join(dir.Path(), "replayed.db"))
	if err != nil {
		return 0, err
	}
	defer file.Close()
	if n, err = file.restore(ctx, r); err != nil || n == 0 {
		return n, err
	}
	return n, file.view(ctx, func(q querier) error {
		return b.write(ctx, Command{}, func(t *tx) error {
			if t.last > 0 {
				return notEmpty(t.last)
			}
			if err := t.pour(ctx, q, "journal", ""); err != nil {
				return err
			}
			for _, d := range derived {
				if err := t.pour(ctx, q, d.table, ""); err != nil {
					return err
				}
			}
			t.names.forget() // those that were copied are not known to it
			var command []byte
			err := t.row(`SELECT seq, command FROM journal ORDER BY seq DESC LIMIT 1`).Scan(&t.last, &command)
			t.wrote = unpackUID(command)
			return err
		})
	})
}

// mustBeEmpty refuses a book that holds something, before a journal is read.
func (b *Book) mustBeEmpty(ctx context.Context) error {
	return b.view(ctx, func(q querier) error {
		seq, err := last(ctx, q)
		if err == nil && seq > 0 {
			err = notEmpty(seq)
		}
		return err
	})
}

// notEmpty is the refusal to import a journal into a book that has one.
func notEmpty(entries int64) error {
	return claims.Refuse("", "the book holds %d entries already", entries).
		WithHint("a journal can only be imported into an empty book: tracker init --db NEW")
}

// copyReplayed writes the book into a new file: its journal
// replayed, and what stands beside the journal.
func (b *Book) copyReplayed(ctx context.Context, path string) error {
	file, _, err := Create(ctx, path)
	if err != nil {
		return err
	}
	err = b.view(ctx, func(q querier) error {
		if _, err := file.restore(ctx, replayed{entries: stored(ctx, q, selectJournal+" ORDER BY seq"), decode: decode, vet: leniently}); err != nil {
			return err
		}
		return file.write(ctx, Command{}, func(t *tx) error {
			for _, table := range beside {
				if err := t.pour(ctx, q, table, ""); err != nil {
					return err
				}
			}
			return nil
		})
	})
	return errors.Join(err, file.Close())
}
