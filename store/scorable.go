package store

import (
	"context"
	"database/sql"
	"iter"

	"tracker/claims"
)

// What a score rests on, and nothing else. Names come as row numbers: there
// are far fewer of them than claims.
var (
	scorableColumns = pick(claimColumns, "language", "words_by", "speaker_kind", "stated_on", "statement", "zone", "polarity", "type",
		"hedge_words", "hedge_p", "hedge_low", "hedge_high", "hedge_kind", "hedge_map", "baseline_p", "baseline_on",
		"earliest", "latest", "class", "relation", "rules", "grace_days", "accepted", "due_at", "logged_at", "withdrawn", "supersedes", "repeats",
		"recorded_at", "amended_late_at", "accepted_late_at", "withdrawn_at")
	scorableVerdict = pick(verdictColumns, "outcome", "extent", "event_date", "early_counts", "reason", "at")
	isLinked        = `(c.supersedes IS NOT NULL OR c.repeats IS NOT NULL OR c.uid IN (SELECT supersedes FROM claims WHERE supersedes IS NOT NULL
		UNION SELECT repeats FROM claims WHERE repeats IS NOT NULL))`
	selectScorable = `SELECT c.id, coalesce(s.target, s.id), coalesce(e.target, e.id),
	` + bareQuote + `,
	CASE WHEN ` + isLinked + ` THEN c.uid END, ` +
		columnNames("c.", scorableColumns) + `, ` + columnNames("v.", scorableVerdict) + fromClaims
)

// Scorable yields every claim that f means, in the order they were logged,
// with only the members that a score by speaker, event or hedge rests on. UID
// is set for claims in a chain and repeats. It takes a fraction of the time of All.
func (b *Book) Scorable(ctx context.Context, f claims.Filter, now claims.Instant) iter.Seq2[claims.Claim, error] {
	where, args := condition(f, now)
	return func(yield func(claims.Claim, error) bool) {
		err := b.view(ctx, func(q querier) error {
			names := map[int64]string{}
			if err := each(ctx, q, `SELECT id, name FROM names`, nil, func(rows *sql.Rows) error {
				var id int64
				var name string
				err := rows.Scan(&id, &name)
				names[id] = name
				return err
			}); err != nil {
				return err
			}
			where, args, err := b.narrowed(ctx, q, f, where, args)
			if err != nil {
				return err
			}
			return scanScorable(ctx, q, f, now, names, where+" ORDER BY c.id", args, yield)
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

// scanScorable yields the rows of selectScorable.
func scanScorable(ctx context.Context, q querier, f claims.Filter, now claims.Instant, names map[int64]string, clauses string, args []any, yield func(claims.Claim, error) bool) error {
	rows, err := q.QueryContext(ctx, selectScorable+clauses, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var l landing
	var speaker, event int64
	into := []any{&l.claim.ID, &speaker, &cell{&event}, &cell{&l.claim.Quote}, &cell{&l.claim.UID}}
	into = addresses(addresses(into, scorableColumns, &l.claim), scorableVerdict, &l.verdict)
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		c := l.claim
		c.Speaker, c.Event = names[speaker], names[event]
		if l.verdict.Outcome != "" {
			v := l.verdict
			c.Verdict = &v
		}
		if f.Stands(&c, now) && !yield(c, nil) {
			return nil
		}
	}
	return rows.Err()
}
