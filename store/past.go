package store

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"time"

	"tracker/ledger"
	"tracker/scratch"
)

// Past is a book as it stood: what was entered later does not exist in it. It
// lives in a folder of its own and goes when it is closed.
type Past struct {
	*Book
	dir *scratch.Temporary
}

// Past replays the journal up to the first entry made at or after an instant.
// An entry that breaks a rule of today is in it, as it is in the book.
func (b *Book) Past(ctx context.Context, cut time.Time) (*Past, error) {
	dir, err := scratchFolder("past")
	if err != nil {
		return nil, err
	}
	then, _, err := Create(ctx, filepath.Join(dir.Path(), "past.db"))
	if err != nil {
		dir.Discard()
		return nil, err
	}
	then.scratch = true
	p := &Past{then, dir}
	if _, err := then.restore(ctx, replayed{entries: given(before(b.Journal(ctx), cut)), decode: decode, vet: leniently}); err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// Close takes the book away.
func (p *Past) Close() error {
	err := p.Book.Close()
	p.dir.Discard()
	return err
}

// before yields entries up to the first that was made at or after an instant.
func before(entries iter.Seq2[ledger.Entry, error], cut time.Time) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		for e, err := range entries {
			if err == nil && e.At >= cut.UnixMilli() || !yield(e, err) {
				return
			}
		}
	}
}
