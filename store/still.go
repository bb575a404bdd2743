package store

import "context"

// Still is the book at one moment: whatever is read of it, and however often,
// is of one snapshot. It is read one thing after another, and not written.
// Whoever calls ends it.
func (b *Book) Still(ctx context.Context) (still *Book, end func(), err error) {
	q, end, err := b.held(ctx)
	if err != nil {
		return nil, nil, b.explain(err)
	}
	return &Book{path: b.path, engine: b.engine, writer: b.writer, reader: b.reader, still: q}, end, nil
}

// reads is where queries go that see the book as it is when each is asked, but
// of a book that stands still.
func (b *Book) reads() querier {
	if b.still != nil {
		return b.still
	}
	return b.reader
}
