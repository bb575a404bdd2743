package store

import (
	"context"
	"database/sql"

	"tracker/claims"
)

// briefColumns are what a row of a table shows, and what the status follows
// from; of a verdict it is the uid.
var briefColumns = pick(claimColumns, "statement", "stated_on", "earliest", "latest", "zone", "due_at", "snoozed_until", "withdrawn", "disputed")

// loadBrief is load for tables: id, speaker and briefColumns, and of a verdict
// only its uid.
func loadBrief(ctx context.Context, q querier, clauses string, args ...any) ([]claims.Claim, error) {
	list := []claims.Claim{}
	var l landing
	into := places([]any{&l.claim.Speaker, &l.claim.ID, &cell{&l.verdict.UID}}, briefColumns, &l.claim)
	query := `SELECT ` + asShown("s") + `, c.id, c.verdict, ` + columnNames("c.", briefColumns) + `
		FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN verdicts v ON v.uid = c.verdict ` + clauses
	err := each(ctx, q, query, args, func(rows *sql.Rows) error {
		err := rows.Scan(into...)
		list = append(list, l.taken())
		return err
	})
	return list, err
}
