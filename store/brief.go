package store

import (
	"context"
	"iter"

	"tracker/claims"
)

// reading is some columns of claims, and where their values go. What is not
// asked for is left empty.
type reading struct {
	columns, from string
	into          func(l *landing) []any
}

// withVerdicts is claims with the verdict that counts, and no names.
const withVerdicts = ` FROM claims c LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `

// withSpeakers is claims with speaker and verdict.
const withSpeakers = ` FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `

// What a row of a table shows, and what status and standing follow from.
var (
	briefColumns = pick(claimColumns, "statement", "stated_on", "earliest", "latest", "zone", "due_at", "snoozed_until", "withdrawn", "disputed",
		"polarity", "type", "hedge_words", "hedge_p", "hedge_kind", "class", "relation", "grace_days", "accepted", "proposed")
	briefVerdict = pick(verdictColumns, "uid", "outcome", "extent", "event_date", "early_counts")

	forTables = reading{asShown("s") + `, c.id, ` + bareQuote + `, ` + columnNames("c.", briefColumns) + `, ` + columnNames("v.", briefVerdict), withSpeakers,
		func(l *landing) []any {
			return addresses(addresses([]any{&l.claim.Speaker, &l.claim.ID, &l.claim.Quote}, briefColumns, &l.claim), briefVerdict, &l.verdict)
		}}
)

// bareQuote is the quote of a claim without words of confidence: only there
// does the side that it takes hang on it, and quotes are long.
const bareQuote = `CASE WHEN c.hedge_words = '' AND c.hedge_p IS NULL THEN c.quote ELSE '' END`

// What a plan of reminding needs of a claim that waits.
var (
	planColumns = pick(claimColumns, "zone", "due_at", "snoozed_until")

	forPlans = reading{`c.id, ` + columnNames("c.", planColumns), withVerdicts,
		func(l *landing) []any { return addresses([]any{&l.claim.ID}, planColumns, &l.claim) }}
)

// What a letter says of a claim, beside where it appeared, and what its status
// and its token follow from.
var (
	letterColumns = pick(claimColumns, "uid", "statement", "quote", "words_by", "polarity", "type", "stated_on", "criterion", "condition",
		"hedge_words", "hedge_p", "hedge_kind", "phrase", "earliest", "latest", "zone", "due_at", "class", "relation", "accepted",
		"snoozed_until", "withdrawn")
	letterVerdict = pick(verdictColumns, "uid")

	forLetters = reading{asShown("s") + `, c.id, ` + columnNames("c.", letterColumns) + `, ` + columnNames("v.", letterVerdict), withSpeakers,
		func(l *landing) []any {
			return addresses(addresses([]any{&l.claim.Speaker, &l.claim.ID}, letterColumns, &l.claim), letterVerdict, &l.verdict)
		}}
)

// of yields the claims that clauses mean.
func (r reading) of(ctx context.Context, q querier, clauses string, args []any) iter.Seq2[*claims.Claim, error] {
	return func(yield func(*claims.Claim, error) bool) {
		var l landing
		into := r.into(&l)
		rows, err := q.QueryContext(ctx, `SELECT `+r.columns+r.from+clauses, args...)
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
