package answer

import (
	"context"
	"errors"
	"time"
)

// givenUp is how long a line back is tried to be told.
const givenUp = 24 * time.Hour

// Collect takes in what has come, and tells the lines back that were not told
// yet. A message is taken in once and its line told at least once, whatever is
// killed in between: the cursor moves last.
func (d *Desk) Collect(ctx context.Context, book Book, inbox Inbox, tell func(context.Context, Reply) error) error {
	cursor, err := book.Cursor(ctx, d.Inbox)
	if err != nil {
		return err
	}
	list, next, fetchErr := inbox.Fetch(ctx, cursor)
	for _, m := range list {
		if err := book.TakeIn(ctx, d.Inbox, m, func(tx Tx) (string, error) { return d.take(tx, m) }); err != nil {
			return err
		}
	}
	if fetchErr == nil && next != cursor {
		fetchErr = book.SetCursor(ctx, d.Inbox, next)
	}
	return errors.Join(fetchErr, d.tell(ctx, book, tell))
}

// tell tells what was not told yet. What cannot be told for a day is let go.
func (d *Desk) tell(ctx context.Context, book Book, tell func(context.Context, Reply) error) error {
	untold, err := book.Untold(ctx, d.Inbox)
	if err != nil {
		return err
	}
	var failed []error
	for _, r := range untold {
		if err := tell(ctx, r); err != nil {
			failed = append(failed, err)
			if d.Now().Time(time.UTC).Sub(r.At) < givenUp {
				continue
			}
		}
		if err := book.Told(context.WithoutCancel(ctx), d.Inbox, r.Message); err != nil {
			return err
		}
	}
	return errors.Join(failed...)
}
