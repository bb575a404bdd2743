package store

import (
	"context"
	"database/sql"
	"fmt"

	"tracker/claims"
)

// selectBrief reads what a row of a table shows.
const selectBrief = `SELECT %s, c.id, c.statement, c.stated_on, c.earliest, c.latest, c.zone, c.due_at, c.snoozed_until,
	c.withdrawn, c.disputed, c.verdict
	FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN verdicts v ON v.uid = c.verdict `

// loadBrief is load for tables: id, statement, speaker, stated_on, the days
// of the window and what the status follows from; of a verdict only its uid.
func loadBrief(ctx context.Context, q querier, clauses string, args ...any) ([]claims.Claim, error) {
	list := []claims.Claim{}
	err := each(ctx, q, fmt.Sprintf(selectBrief, asShown("s"))+clauses, args, func(rows *sql.Rows) error {
		c, err := scanBrief(rows)
		list = append(list, c)
		return err
	})
	return list, err
}

// scanBrief reads one row of selectBrief.
func scanBrief(rows *sql.Rows) (claims.Claim, error) {
	var c claims.Claim
	var earliest, latest, snoozed, verdict sql.NullString
	var due sql.NullInt64
	w := &c.Window
	err := rows.Scan(&c.Speaker, &c.ID, &c.Statement, &c.StatedOn, &earliest, &latest, &w.Zone, &due, &snoozed,
		&c.Withdrawn, &c.Disputed, &verdict)
	if err != nil {
		return c, err
	}
	w.DueAt = claims.Instant(due.Int64)
	if verdict.Valid {
		c.Verdict = &claims.Verdict{UID: claims.UID(verdict.String)}
	}
	if w.Earliest, err = parseDay(earliest.String); err != nil {
		return c, err
	}
	if w.Latest, err = parseDay(latest.String); err != nil {
		return c, err
	}
	c.SnoozedUntil, err = parseDay(snoozed.String)
	return c, err
}
