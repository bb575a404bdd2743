package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"tracker/claims"
)

// What a score rests on, and nothing else. Names come as row numbers, and what
// has few values together as one text (see traits): there are far fewer of either
// than claims.
var (
	scorableColumns = pick(claimColumns, "stated_on", "hedge_p", "hedge_low", "hedge_high", "baseline_p", "baseline_on", "earliest", "latest", "due_at", "logged_at",
		"withdrawn", "supersedes", "repeats", "recorded_at", "amended_late_at", "accepted_late_at", "withdrawn_at")
	scorableVerdict = pick(verdictColumns, "extent", "event_date", "at")
	isLinked        = `(c.supersedes IS NOT NULL OR c.repeats IS NOT NULL OR c.uid IN (SELECT supersedes FROM claims WHERE supersedes IS NOT NULL
		UNION SELECT repeats FROM claims WHERE repeats IS NOT NULL))`
	selectScorable = `SELECT c.id, coalesce(s.target, s.id), coalesce(e.target, e.id),
	` + bareQuote + `,
	CASE WHEN ` + isLinked + ` THEN c.uid END, ` + selectTraits + `, ` +
		columnNames("c.", scorableColumns) + `, ` + columnNames("v.", scorableVerdict) + fromClaims
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
			s := &scorables{q: q, names: map[int64]string{}, traits: map[string]*landing{}}
			if err := each(ctx, q, `SELECT id, name FROM names`, nil, func(rows *sql.Rows) error {
				var id int64
				var name string
				err := rows.Scan(&id, &name)
				s.names[id] = name
				return err
			}); err != nil {
				return err
			}
			where, args := condition(f, now)
			where, args, err := b.narrowed(ctx, q, f, where, args)
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

// Linked are the claims in a chain, and those that repeat another or are
// repeated.
func (b *Book) Linked(ctx context.Context) (map[claims.UID]bool, error) {
	linked := map[claims.UID]bool{}
	err := b.view(ctx, func(q querier) error {
		return each(ctx, q, `SELECT c.uid FROM claims c WHERE `+isLinked, nil, func(rows *sql.Rows) error {
			var uid claims.UID
			err := rows.Scan(&cell{&uid})
			linked[uid] = true
			return err
		})
	})
	return linked, err
}

// scorables reads claims for a score.
type scorables struct {
	q      querier
	names  map[int64]string
	traits map[string]*landing // by their text
}

// each hands on the rows of selectScorable until fn is done. What is at its
// argument is the next claim afterwards.
func (s *scorables) each(ctx context.Context, clauses string, args []any, fn func(*claims.Claim) bool) error {
	rows, err := s.q.QueryContext(ctx, selectScorable+clauses, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var l landing
	var speaker, event int64
	var traits string
	into := []any{&l.claim.ID, &speaker, &cell{&event}, &cell{&l.claim.Quote}, &cell{&l.claim.UID}, &traits}
	into = addresses(addresses(into, scorableColumns, &l.claim), scorableVerdict, &l.verdict)
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if err := s.complete(&l, traits); err != nil {
			return err
		}
		l.claim.Speaker, l.claim.Event = s.names[speaker], s.names[event]
		if l.claim.Verdict = nil; l.verdict.Outcome != "" {
			v := l.verdict
			l.claim.Verdict = &v
		}
		if !fn(&l.claim) {
			return nil
		}
	}
	return rows.Err()
}

// loadParts fills in the names of sources and the tags.
func (s *scorables) loadParts(ctx context.Context, list []claims.Claim) error {
	for len(list) > mostParts {
		if err := s.loadParts(ctx, list[:mostParts]); err != nil {
			return err
		}
		list = list[mostParts:]
	}
	if len(list) == 0 {
		return nil
	}
	byID, ids := make(map[claims.ID]*claims.Claim, len(list)), make([]any, len(list))
	for i := range list {
		byID[list[i].ID], ids[i] = &list[i], int64(list[i].ID)
	}
	in := ` IN (` + marks(len(ids)) + `)`
	if err := each(ctx, s.q, `SELECT a.claim, coalesce(n.target, n.id), a.role FROM attribution a JOIN names n ON n.id = a.entity
		WHERE a.claim`+in+` ORDER BY a.claim, a.place`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var name int64
		var role claims.Role
		err := rows.Scan(&id, &name, &role)
		byID[id].Attribution = append(byID[id].Attribution, claims.Link{Entity: s.names[name], Role: role})
		return err
	}); err != nil {
		return err
	}
	if err := each(ctx, s.q, `SELECT a.claim, coalesce(n.target, n.id) FROM appearances a JOIN names n ON n.id = a.source
		WHERE a.claim`+in+` ORDER BY a.claim, a.place`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var name int64
		err := rows.Scan(&id, &name)
		byID[id].Appearances = append(byID[id].Appearances, claims.Appearance{Source: s.names[name]})
		return err
	}); err != nil {
		return err
	}
	tags := map[string]string{}
	return each(ctx, s.q, `SELECT claim, tag FROM tags WHERE claim`+in+` ORDER BY claim, tag`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var tag string
		err := rows.Scan(&id, &tag)
		if known, seen := tags[tag]; seen {
			tag = known
		} else {
			tags[tag] = tag
		}
		byID[id].Tags = append(byID[id].Tags, tag)
		return err
	})
}
