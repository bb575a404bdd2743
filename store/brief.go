package store

import (
	"context"
	"iter"

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

// briefly yields claims for tables: id, speaker, briefColumns and briefVerdict.
func briefly(ctx context.Context, q querier, clauses string, args []any) iter.Seq2[*claims.Claim, error] {
	return func(yield func(*claims.Claim, error) bool) {
		var l landing
		into := addresses(addresses([]any{&l.claim.Speaker, &l.claim.ID, &l.claim.Quote}, briefColumns, &l.claim), briefVerdict, &l.verdict)
		rows, err := q.QueryContext(ctx, selectBrief+clauses, args...)
		if err != nil {
			yield(nil, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			err := rows.Scan(into...)
			c := l.taken()
			if !yield(&c, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, err)
		}
	}
}

var selectBrief = `SELECT ` + asShown("s") + `, c.id, ` + bareQuote + `, ` + columnNames("c.", briefColumns) + `, ` + columnNames("v.", briefVerdict) + `
	FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `
