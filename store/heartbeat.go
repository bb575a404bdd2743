package store

import (
	"context"

	"tracker/claims"
)

// Beat records that a pass has just succeeded, and when the next one is to be
// expected.
func (b *Book) Beat(ctx context.Context, now, next claims.Instant) error {
	_, err := b.writer.ExecContext(ctx, `INSERT INTO heartbeat (name, at) VALUES ('daemon', ?1), ('next', ?2)
		ON CONFLICT (name) DO UPDATE SET at = excluded.at`, int64(now), int64(max(now, next)))
	return b.explain(err)
}

// LastBeat returns when a pass last succeeded, 0 for never, and when the next
// one was to be expected then.
func (b *Book) LastBeat(ctx context.Context) (at, next claims.Instant, err error) {
	at, next, _, err = b.Post(ctx)
	return at, next, err
}

// Post is LastBeat, and whether a prompt is planned or dead: asked after every
// command, and so all at once.
func (b *Book) Post(ctx context.Context) (at, next claims.Instant, unsent bool, err error) {
	err = b.ask(ctx, `SELECT coalesce(max(at) FILTER (WHERE name = 'daemon'), 0), coalesce(max(at) FILTER (WHERE name = 'next'), 0),
		EXISTS (SELECT 1 FROM outbox WHERE state = 'planned') OR EXISTS (SELECT 1 FROM outbox WHERE state = 'dead')
		FROM heartbeat`).Scan(&at, &next, &unsent)
	return at, max(at, next), unsent, b.explain(err)
}
