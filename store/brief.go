package store

import (
	"context"
	"database/sql"

	"tracker/claims"
)

// What a row of a table shows, and what status and standing follow from.
var (
	briefColumns = pick(claimColumns, "statement", "stated_on", "earliest", "latest", "zone", "due_at", "snoozed_until", "withdrawn", "disputed",
		"polarity", "type", "hedge_words", "hedge_p", "hedge_kind", "class", "relation", "grace_days", "accepted", "proposed")
	briefVerdict = pick(verdictColumns, "uid", "outcome", "extent", "event_date", "early_counts")
)

// bareQuote is the quote of a claim without words of confidence: only there
// does the side that it takes hang on it, and quotes are long.
const bareQuote = `CASE WHEN c.hedge_words = '' AND c.hedge_p IS NULL THEN c.quote ELSE '' END`

// loadBrief is load for tables: id, speaker, briefColumns and briefVerdict.
func loadBrief(ctx context.Context, q querier, clauses string, args ...any) ([]claims.Claim, error) {
	list := []claims.Claim{}
	var l landing
	into := addresses(addresses([]any{&l.claim.Speaker, &l.claim.ID, &l.claim.Quote}, briefColumns, &l.claim), briefVerdict, &l.verdict)
	query := `SELECT ` + asShown("s") + `, c.id, ` + bareQuote + `, ` + columnNames("c.", briefColumns) + `, ` + columnNames("v.", briefVerdict) + `
		FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict ` + clauses
	err := each(ctx, q, query, args, func(rows *sql.Rows) error {
		err := rows.Scan(into...)
		list = append(list, l.taken())
		return err
	})
	return list, err
}
