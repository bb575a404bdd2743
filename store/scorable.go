package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"tracker/claims"
)

// Scorable yields every claim that f means, in the order they were logged,
// with only the members that a score by speaker, event or hedge rests on. UID
// is set for claims in a chain and repeats. It takes a fraction of the time of All.
func (b *Book) Scorable(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
	return b.scorable(ctx, f, now, func(s *scorables, clauses string, args []any, yield func(claims.Claim, error) bool) error {
		return s.each(ctx, clauses+" ORDER BY c.id", args, func(c *claims.Claim) bool { return !f.Stands(c, now) || yield(*c, nil) })
	})
}

// ScorableParts is Scorable with the names of sources and the tags, for a score
// by these.
func (b *Book) ScorableParts(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
	const batch = 5000
	return b.scorable(ctx, f, now, func(s *scorables, clauses string, args []any, yield func(claims.Claim, error) bool) error {
		clauses += fmt.Sprintf(" AND c.id > ? ORDER BY c.id LIMIT %d", batch)
		args = append(args, 0)
		for list := make([]claims.Claim, 0, batch); ; list = list[:0] {
			if err := s.each(ctx, clauses, args, func(c *claims.Claim) bool { list = append(list, *c); return true }); err != nil {
				return err
			}
			if err := s.loadParts(ctx, list); err != nil {
				return err
			}
			for i := range list {
				args[len(args)-1] = int64(list[i].ID)
				if f.Stands(&list[i], now) && !yield(list[i], nil) {
					return nil
				}
			}
			if len(list) < batch {
				return nil
			}
		}
	})
}

// scorable reads claims from one snapshot, with the names of that.
func (b *Book) scorable(ctx context.Context, f claims.Filter, now claims.Instant, read func(s *scorables, clauses string, args []any, yield func(claims.Claim, error) bool) error) iter.Seq2[claims.Claim, error] {
	return func(yield func(claims.Claim, error) bool) {
		err := b.view(ctx, func(q querier) error {
			s, err := newScorables(ctx, q)
			if err != nil {
				return err
			}
			where, args := condition(f, now)
			where, args, err = b.narrowed(ctx, q, f, where, args)
			if err != nil {
				return err
			}
			return read(s, where, args, yield)
		})
		if err != nil {
			yield(claims.Claim{}, err)
		}
	}
}

// selectLinked finds the claims in a chain, and those that repeat another or
// are repeated: by indexes, for they are few. One
// that is both comes twice.
const selectLinked = `SELECT id, uid FROM claims WHERE supersedes IS NOT NULL
	UNION ALL SELECT id, uid FROM claims WHERE repeats IS NOT NULL
	UNION ALL SELECT id, uid FROM claims WHERE uid IN (SELECT supersedes FROM claims WHERE supersedes IS NOT NULL UNION ALL SELECT repeats FROM claims WHERE repeats IS NOT NULL)`

// Linked are the claims in a chain, and those that repeat another or are
// repeated.
func (b *Book) Linked(ctx context.Context) (map[claims.UID]bool, error) {
	linked := map[claims.UID]bool{}
	err := b.view(ctx, func(q querier) error {
		return eachLinked(ctx, q, func(_ int64, uid claims.UID) { linked[uid] = true })
	})
	return linked, err
}

func eachLinked(ctx context.Context, q querier, fn func(id int64, uid claims.UID)) error {
	return each(ctx, q, selectLinked, nil, func(rows *sql.Rows) error {
		var id int64
		var uid claims.UID
		err := rows.Scan(&id, &cell{&uid})
		fn(id, uid)
		return err
	})
}
