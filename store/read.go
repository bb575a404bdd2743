package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// naming says, as an SQL expression of a row of names, what a claim shows for
// a name.
type naming func(row string) string

// asShown is the name that people see: the one it is merged into.
func asShown(row string) string {
	return "coalesce((SELECT name FROM names WHERE id = " + row + ".target), " + row + ".name)"
}

// asTyped is the name itself, by which the journal knows it.
func asTyped(row string) string { return row + ".name" }

const selectClaims = `SELECT %s, %s, c.id, c.uid, c.key, c.statement, c.quote, c.language, c.speaker_kind, c.stated_on, c.logged_at,
	c.criterion, c.condition, c.polarity, c.hedge_words, c.hedge_p, c.hedge_low, c.hedge_high, c.hedge_kind, c.hedge_map,
	c.phrase, c.earliest, c.latest, c.zone, c.granularity, c.class, c.relation, c.rule, c.rules, c.grace_days, c.alternatives,
	c.accepted, c.due_at, c.baseline_p, c.logged_by, c.notes, c.forced, c.supersedes, c.repeats, c.snoozed_until,
	c.withdrawn, c.disputed,
	v.uid, v.outcome, v.extent, v.event_date, v.timing, v.reason, v.note, v.evidence, v.by, v.at
	FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN names e ON e.id = c.event LEFT JOIN verdicts v ON v.uid = c.verdict`

// view runs fn on one snapshot of the book: all its queries see the same,
// whatever other programs write meanwhile.
func (b *Book) view(ctx context.Context, fn func(querier) error) error {
	t, err := b.reader.BeginTx(ctx, nil)
	if err != nil {
		return b.explain(err)
	}
	defer t.Rollback() // only ends the snapshot
	return b.explain(fn(t))
}

// load reads claims whole, as people see them, from one snapshot.
func (b *Book) load(ctx context.Context, clauses string, args ...any) (list []claims.Claim, err error) {
	err = b.view(ctx, func(q querier) error {
		list, err = load(ctx, q, asShown, clauses, args...)
		return err
	})
	return list, err
}

// load reads claims whole. Clauses is what follows FROM.
func load(ctx context.Context, q querier, as naming, clauses string, args ...any) ([]claims.Claim, error) {
	rows, err := q.QueryContext(ctx, fmt.Sprintf(selectClaims, as("s"), as("e"))+" "+clauses, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := []claims.Claim{}
	for rows.Next() {
		c, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return list, loadParts(ctx, q, as, list)
}

// scan reads one row of selectClaims.
func scan(rows *sql.Rows) (claims.Claim, error) {
	var c claims.Claim
	var event, earliest, latest, supersedes, repeats, snoozed sql.NullString
	var due sql.NullInt64
	var alternatives []byte
	var v struct {
		uid, outcome, day, timing, reason, note, by sql.NullString
		evidence                                    []byte
		at                                          sql.NullInt64
		extent                                      *float64
	}
	h, w := &c.Hedge, &c.Window
	err := rows.Scan(&c.Speaker, &event, &c.ID, &c.UID, &c.Key, &c.Statement, &c.Quote, &c.Language, &c.SpeakerKind, &c.StatedOn, &c.LoggedAt,
		&c.Criterion, &c.Condition, &c.Polarity, &h.Words, &h.P, &h.Low, &h.High, &h.Kind, &h.Map,
		&w.Phrase, &earliest, &latest, &w.Zone, &w.Granularity, &w.Class, &w.Relation, &w.Rule, &w.Rules, &w.GraceDays, &alternatives,
		&w.Accepted, &due, &c.BaselineP, &c.LoggedBy, &c.Notes, &c.Forced, &supersedes, &repeats, &snoozed,
		&c.Withdrawn, &c.Disputed,
		&v.uid, &v.outcome, &v.extent, &v.day, &v.timing, &v.reason, &v.note, &v.evidence, &v.by, &v.at)
	if err != nil {
		return c, err
	}
	c.Event, c.Supersedes, c.Repeats = event.String, claims.UID(supersedes.String), claims.UID(repeats.String)
	w.DueAt = claims.Instant(due.Int64)
	c.Attribution, c.Appearances, c.Tags = []claims.Link{}, []claims.Appearance{}, []string{}
	for _, d := range []struct {
		text sql.NullString
		day  *calendar.Day
	}{{earliest, &w.Earliest}, {latest, &w.Latest}, {snoozed, &c.SnoozedUntil}} {
		if *d.day, err = parseDay(d.text.String); err != nil {
			return c, err
		}
	}
	if err := json.Unmarshal(alternatives, &w.Alternatives); err != nil {
		return c, err
	}
	if !v.uid.Valid {
		return c, nil
	}
	c.Verdict = &claims.Verdict{UID: claims.UID(v.uid.String), Outcome: claims.Outcome(v.outcome.String), Extent: v.extent,
		Timing: claims.Timing(v.timing.String), Reason: v.reason.String, Note: v.note.String, By: v.by.String, At: claims.Instant(v.at.Int64)}
	if c.Verdict.Day, err = parseDay(v.day.String); err != nil {
		return c, err
	}
	return c, json.Unmarshal(v.evidence, &c.Verdict.Evidence)
}

// loadParts fills in attribution, appearances and tags.
func loadParts(ctx context.Context, q querier, as naming, list []claims.Claim) error {
	const most = 500 // ids in one query
	for len(list) > most {
		if err := loadParts(ctx, q, as, list[:most]); err != nil {
			return err
		}
		list = list[most:]
	}
	if len(list) == 0 {
		return nil
	}
	byID := make(map[claims.ID]*claims.Claim, len(list))
	ids := make([]any, len(list))
	for i := range list {
		byID[list[i].ID], ids[i] = &list[i], int64(list[i].ID)
	}
	in := ` IN (?` + strings.Repeat(", ?", len(ids)-1) + `)`

	if err := each(ctx, q, `SELECT a.claim, `+as("n")+`, a.role FROM attribution a JOIN names n ON n.id = a.entity
		WHERE a.claim`+in+` ORDER BY a.claim, a.place`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var l claims.Link
		if err := rows.Scan(&id, &l.Entity, &l.Role); err != nil {
			return err
		}
		byID[id].Attribution = append(byID[id].Attribution, l)
		return nil
	}); err != nil {
		return err
	}
	if err := each(ctx, q, `SELECT a.claim, `+as("n")+`, a.url, a.title, a.published_on, a.archive_url, a.sha256
		FROM appearances a JOIN names n ON n.id = a.source WHERE a.claim`+in+` ORDER BY a.claim, a.place`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var a claims.Appearance
		var published sql.NullString
		err := rows.Scan(&id, &a.Source, &a.URL, &a.Title, &published, &a.ArchiveURL, &a.SHA256)
		if err == nil {
			a.PublishedOn, err = parseDay(published.String)
		}
		if err == nil {
			byID[id].Appearances = append(byID[id].Appearances, a)
		}
		return err
	}); err != nil {
		return err
	}
	return each(ctx, q, `SELECT claim, tag FROM tags WHERE claim`+in+` ORDER BY claim, tag`, ids, func(rows *sql.Rows) error {
		var id claims.ID
		var tag string
		if err := rows.Scan(&id, &tag); err != nil {
			return err
		}
		byID[id].Tags = append(byID[id].Tags, tag)
		return nil
	})
}

// each calls fn for every row of a query.
func each(ctx context.Context, q querier, query string, args []any, fn func(*sql.Rows) error) error {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := fn(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// parseDay reads a stored day; "" is none.
func parseDay(s string) (calendar.Day, error) {
	if s == "" {
		return 0, nil
	}
	return calendar.Parse(s)
}
