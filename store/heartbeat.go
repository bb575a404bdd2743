package store

import (
	"context"

	"tracker/claims"
)

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
