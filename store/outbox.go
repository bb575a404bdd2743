package store

import (
	"context"
	"database/sql"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/remind"
)

// Outbox is the book's outbox for one channel and recipient. It is not in the
// journal: it says what was delivered, not what is known.
type Outbox struct {
	book               *Book
	channel, recipient string
}

// Outbox returns the outbox of a channel ("stdout") and a recipient.
func (b *Book) Outbox(channel, recipient string) *Outbox { return &Outbox{b, channel, recipient} }

var _ remind.Outbox = (*Outbox)(nil)

// Waiting returns claims that are due; see remind.Outbox.
func (o *Outbox) Waiting(ctx context.Context, at claims.Instant, f claims.Filter) ([]claims.Claim, error) {
	list, _, err := o.book.Due(ctx, at, f, Page{Brief: true, dates: len(f.Standings) == 0})
	return list, err
}

// lastAsked is what Asked reads, before what is due: of the claims only their index.
const lastAsked = `SELECT c.ask_at, (SELECT o.occurrence FROM outbox o WHERE o.claim = c.id AND o.rule = 'due'
	AND o.channel = ? AND o.recipient = ? AND o.state <> 'dropped' ORDER BY o.occurrence DESC LIMIT 1) FROM claims c `

// Asked tells of claims that are due; see remind.Outbox.
func (o *Outbox) Asked(ctx context.Context, at claims.Instant, fn func(claims.Instant, calendar.Day) bool) error {
	where, args := waiting(claims.Filter{}, at)
	return o.book.view(ctx, func(q querier) error {
		rows, err := q.QueryContext(ctx, lastAsked+where+` ORDER BY c.ask_at DESC`, append([]any{o.channel, o.recipient}, args...)...)
		if err != nil {
			return err
		}
		defer rows.Close()
		var asks claims.Instant
		var last calendar.Day
		for rows.Next() {
			if err := rows.Scan(&cell{&asks}, &cell{&last}); err != nil {
				return err
			}
			if !fn(asks, last) {
				return nil
			}
		}
		return rows.Err()
	})
}

// update runs fn in a transaction of its own.
func (o *Outbox) update(ctx context.Context, fn func(*sql.Tx) error) error {
	t, err := o.book.begin(ctx)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after Commit
	if err := fn(t); err != nil {
		return o.book.explain(claims.Ended(ctx, err))
	}
	return o.book.explain(claims.Ended(ctx, t.Commit()))
}

// Drop marks prompts as not needed; see remind.Outbox.
func (o *Outbox) Drop(ctx context.Context, now claims.Instant, prompts []remind.Prompt) error {
	return o.mark(ctx, prompts, `state = 'dropped', ended_at = ?, letter = CASE WHEN attempts > 1 THEN letter ELSE '' END`, int64(now))
}

// Sent marks prompts as delivered; see remind.Outbox.
func (o *Outbox) Sent(ctx context.Context, now claims.Instant, prompts []remind.Prompt) error {
	return o.mark(ctx, prompts, `state = 'sent', error = '', ended_at = ?`, int64(now))
}

// Release gives prompts back; see remind.Outbox.
func (o *Outbox) Release(ctx context.Context, prompts []remind.Prompt) error {
	return o.mark(ctx, prompts, `leased_until = NULL, owner = NULL, letter = '', letter_on = ''`)
}

// Fail keeps what became of an attempt; see remind.Outbox.
func (o *Outbox) Fail(ctx context.Context, now, next claims.Instant, prompts []remind.Prompt, reason string) error {
	if next == 0 {
		return o.mark(ctx, prompts, `state = 'dead', leased_until = NULL, owner = NULL, error = ?, ended_at = ?`, reason, int64(now))
	}
	return o.mark(ctx, prompts, `leased_until = NULL, owner = NULL, error = ?, next_at = ?`, reason, int64(next))
}

// mark changes the rows of prompts, each under the fence of its attempt.
func (o *Outbox) mark(ctx context.Context, prompts []remind.Prompt, change string, args ...any) error {
	if len(prompts) == 0 {
		return nil
	}
	const most = 500 // rows in one statement
	return o.update(ctx, func(t *sql.Tx) error {
		for attempt, ids := range byAttempt(prompts) {
			for some := range slices.Chunk(ids, most) {
				all := append(append(slices.Clone(args), attempt), some...)
				if _, err := t.Exec(`UPDATE outbox SET `+change+` WHERE attempts = ? AND state = 'planned' AND id IN (`+marks(len(some))+`)`, all...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// byAttempt are the rows of prompts; those of one letter are mostly of one
// attempt.
func byAttempt(prompts []remind.Prompt) map[int][]any {
	rows := map[int][]any{}
	for _, p := range prompts {
		rows[p.Attempt] = append(rows[p.Attempt], p.ID)
	}
	return rows
}

// Outstanding reports whether something is planned and not sent, to anybody.
func (b *Book) Outstanding(ctx context.Context) (waits bool, err error) {
	err = b.ask(ctx, `SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'planned')`).Scan(&waits)
	return waits, b.explain(err)
}
