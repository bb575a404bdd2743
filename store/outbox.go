package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"time"

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

// Waiting returns every claim that is due at now.
func (o *Outbox) Waiting(ctx context.Context, now claims.Instant) ([]claims.Claim, error) {
	list, _, err := o.book.Due(ctx, now, claims.Filter{}, Page{})
	return list, err
}

// update runs fn in a transaction of its own.
func (o *Outbox) update(ctx context.Context, fn func(*sql.Tx) error) error {
	t, err := o.book.begin(ctx)
	if err != nil {
		return err
	}
	defer t.Rollback() // does nothing after Commit
	if err := fn(t); err != nil {
		return o.book.explain(ended(ctx, err))
	}
	return o.book.explain(ended(ctx, t.Commit()))
}

// free is the condition of a prompt that no pass holds: the lease before now
// is over, or the clock has gone back by more than a lease. Two passes that
// start together may be some milliseconds apart either way.
const free = `(taken_at IS NULL OR taken_at NOT BETWEEN ? AND ?)`

// setBack is by how many days a clock may be set back without a claim being
// prompted for again: an occurrence that lies further ahead than that was
// planned by a clock that was wrong, and must not silence the right one.
const setBack = 92

// Plan stores prompts; see remind.Outbox.
func (o *Outbox) Plan(ctx context.Context, now claims.Instant, prompts []remind.Prompt) error {
	if len(prompts) == 0 {
		return nil
	}
	return o.update(ctx, func(t *sql.Tx) error {
		for _, p := range prompts {
			day := p.Occurrence.String()
			if _, err := t.Exec(`UPDATE outbox SET dropped_at = ? WHERE claim = ? AND channel = ? AND recipient = ?
				AND occurrence < ? AND sent_at IS NULL AND dropped_at IS NULL AND `+free,
				int64(now), int64(p.Claim.ID), o.channel, o.recipient, day, int64(now)-remind.Lease.Milliseconds(), int64(now)+remind.Lease.Milliseconds()); err != nil {
				return err
			}
			if _, err := t.Exec(`INSERT INTO outbox (claim, occurrence, channel, recipient, planned_at) SELECT ?1, ?2, ?3, ?4, ?5
				WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE claim = ?1 AND channel = ?3 AND recipient = ?4
					AND occurrence > ?2 AND occurrence <= ?6 AND dropped_at IS NULL)
				ON CONFLICT DO NOTHING`, int64(p.Claim.ID), day, o.channel, o.recipient, int64(now), (p.Occurrence + setBack).String()); err != nil {
				return err
			}
		}
		return nil
	})
}

// Take hands out prompts; see remind.Outbox.
func (o *Outbox) Take(ctx context.Context, now claims.Instant, owner string, lease time.Duration) ([]remind.Prompt, error) {
	var taken []remind.Prompt
	err := o.update(ctx, func(t *sql.Tx) error {
		rows, err := t.Query(`UPDATE outbox SET taken_at = ?, owner = ?, attempts = attempts + 1
			WHERE channel = ? AND recipient = ? AND sent_at IS NULL AND dropped_at IS NULL
			AND `+free+` RETURNING id, claim, occurrence, attempts`,
			int64(now), owner, o.channel, o.recipient, int64(now)-lease.Milliseconds(), int64(now)+lease.Milliseconds())
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var p remind.Prompt
			var day string
			if err := rows.Scan(&p.ID, &p.Claim.ID, &day, &p.Attempt); err != nil {
				return err
			}
			if p.Occurrence, err = parseDay(day); err != nil {
				return err
			}
			taken = append(taken, p)
		}
		return rows.Err()
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(taken, func(a, b remind.Prompt) int { return cmp.Compare(a.ID, b.ID) }) // as planned
	err = o.book.view(ctx, func(q querier) error {
		for i := range taken {
			list, err := load(ctx, q, asShown, "WHERE c.id = ?", int64(taken[i].Claim.ID))
			if err != nil {
				return err
			}
			taken[i].Claim = list[0] // claims are never deleted
		}
		return nil
	})
	return taken, err
}

// Drop marks prompts as not needed; see remind.Outbox.
func (o *Outbox) Drop(ctx context.Context, now claims.Instant, prompts []remind.Prompt) error {
	return o.mark(ctx, prompts, `UPDATE outbox SET dropped_at = ? WHERE id = ? AND attempts = ?`, int64(now))
}

// Sent marks prompts as delivered; see remind.Outbox.
func (o *Outbox) Sent(ctx context.Context, now claims.Instant, prompts []remind.Prompt) error {
	return o.mark(ctx, prompts, `UPDATE outbox SET sent_at = ? WHERE id = ? AND attempts = ?`, int64(now))
}

// Release gives prompts back; see remind.Outbox.
func (o *Outbox) Release(ctx context.Context, prompts []remind.Prompt) error {
	return o.mark(ctx, prompts, `UPDATE outbox SET taken_at = NULL, owner = ? WHERE id = ? AND attempts = ?`, nil)
}

// mark runs a statement for each prompt under the fence of its attempt.
func (o *Outbox) mark(ctx context.Context, prompts []remind.Prompt, query string, value any) error {
	if len(prompts) == 0 {
		return nil
	}
	return o.update(ctx, func(t *sql.Tx) error {
		for _, p := range prompts {
			if _, err := t.Exec(query, value, p.ID, p.Attempt); err != nil {
				return err
			}
		}
		return nil
	})
}

// Beat records that the daemon has just made a pass.
func (b *Book) Beat(ctx context.Context, now claims.Instant) error {
	_, err := b.writer.ExecContext(ctx, `INSERT INTO heartbeat (name, at) VALUES ('daemon', ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at`, int64(now))
	return b.explain(err)
}

// LastBeat returns when the daemon last made a pass, 0 for never.
func (b *Book) LastBeat(ctx context.Context) (at claims.Instant, err error) {
	err = b.reader.QueryRowContext(ctx, `SELECT coalesce(max(at), 0) FROM heartbeat`).Scan(&at)
	return at, b.explain(err)
}
