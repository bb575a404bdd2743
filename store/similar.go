package store

import (
	"context"
	"database/sql"
	"errors"

	"tracker/claims"
)

// sameEntity is every name that means what a folded one means.
const sameEntity = `(WITH root (id) AS (SELECT coalesce(target, id) FROM names WHERE kind = 'entity' AND fold = ?)
	SELECT id FROM root UNION ALL SELECT n.id FROM names n JOIN root ON n.target = root.id)`

// Similar returns the claims that c is likely a duplicate of, the newest
// first, at most three: id, statement, speaker, event and stated_on of each.
func (b *Book) Similar(ctx context.Context, c claims.Claim) (similar []claims.Claim, err error) {
	day := c.StatedOn.Day()
	err = b.view(ctx, func(q querier) error {
		if c.Event, err = shownName(ctx, q, event, c.Event); err != nil {
			return err
		}
		rows, err := q.QueryContext(ctx, `SELECT c.id, c.statement, c.stated_on, coalesce(`+asShown("e")+`, '')
			FROM claims c LEFT JOIN names e ON e.id = c.event WHERE c.speaker IN `+sameEntity+`
			AND c.stated_on BETWEEN ? AND ? AND c.withdrawn = '' ORDER BY c.id DESC LIMIT 200`,
			claims.Fold(c.Speaker), (day - claims.SimilarDays).String(), (day + claims.SimilarDays + 1).String())
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() && len(similar) < 3 {
			other := claims.Claim{Speaker: c.Speaker} // by whichever of its names
			if err := rows.Scan(&other.ID, &other.Statement, &other.StatedOn, &other.Event); err != nil {
				return err
			}
			if claims.Similar(c, other) {
				similar = append(similar, other)
			}
		}
		return rows.Err()
	})
	return similar, err
}

// speakerKind reads one claim: the last of a speaker's is found in an index.
const speakerKind = `SELECT speaker_kind FROM claims WHERE id = (SELECT max(c.id) FROM claims c WHERE c.speaker IN ` + sameEntity + `)`

// SpeakerKind returns the kind the speaker last had, "" for a new one.
func (b *Book) SpeakerKind(ctx context.Context, speaker string) (kind claims.SpeakerKind, err error) {
	err = b.ask(ctx, speakerKind, claims.Fold(claims.Name(speaker))).Scan(&kind)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return kind, b.explain(err)
}

// Earlier returns the latest other claim of c's speaker on c's event that was
// stated before it and names another end, and whether there is one: c may be
// that date put off. Claims that have a successor already are left out.
func (b *Book) Earlier(ctx context.Context, c claims.Claim) (earlier claims.Claim, ok bool, err error) {
	if c.Event == "" || c.Supersedes != "" || c.Repeats != "" || c.Window.Latest == 0 {
		return earlier, false, nil
	}
	var latest string
	err = b.ask(ctx, `SELECT c.id, c.statement, c.stated_on, c.latest FROM claims c
		WHERE c.speaker IN `+sameEntity+` AND c.event IN (SELECT n.id FROM names n JOIN names t ON t.kind = 'event' AND t.fold = ?
			WHERE coalesce(n.target, n.id) = coalesce(t.target, t.id))
		AND c.id <> ? AND c.withdrawn = '' AND c.latest IS NOT NULL AND c.latest <> ? AND c.stated_on < ?
		AND NOT EXISTS (SELECT 1 FROM claims s WHERE s.supersedes = c.uid AND s.withdrawn = '')
		ORDER BY c.stated_on DESC, c.id DESC LIMIT 1`,
		claims.Fold(c.Speaker), claims.Fold(c.Event), int64(c.ID), c.Window.Latest.String(), string(c.StatedOn)).
		Scan(&earlier.ID, &earlier.Statement, &earlier.StatedOn, &latest)
	if errors.Is(err, sql.ErrNoRows) {
		return earlier, false, nil
	}
	if err != nil {
		return earlier, false, b.explain(err)
	}
	earlier.Window.Latest, err = parseDay(latest)
	return earlier, true, err
}
