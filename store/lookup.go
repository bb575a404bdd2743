package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"tracker/claims"
)

// lookup is what a claim is looked up by: its uid, else its key, else the
// digest of what was said, as claims.Identity has it.
type lookup struct {
	column string
	text   string // of a uid or a key
	digest int64
}

// lookupOf is what c is looked up by, whose speaker is as people see it.
func lookupOf(c *claims.Claim) lookup {
	switch {
	case c.UID != "":
		return lookup{column: "uid", text: string(c.UID)}
	case c.Key != "":
		return lookup{column: "key", text: c.Key}
	}
	return lookup{column: "digest", digest: digest(c)}
}

// where is the column in a query over claims c; of a key as its index has it.
func (l lookup) where() string {
	if l.column == "key" {
		return "c.key <> '' AND c.key"
	}
	return "c." + l.column
}

// arg is the value as the book keeps it.
func (l lookup) arg() any {
	switch l.column {
	case "uid":
		return packed(l.text)
	case "key":
		return l.text
	}
	return l.digest
}

// kind is the type of the column.
func (l lookup) kind() string {
	return map[string]string{"uid": "BLOB", "key": "TEXT", "digest": "BIGINT"}[l.column]
}

// found is the lookup by the same column that a row answers.
func (l lookup) found(rows *sql.Rows) (lookup, error) {
	var err error
	switch l.column {
	case "uid":
		err = rows.Scan(&cell{(*claims.UID)(&l.text)})
	case "key":
		err = rows.Scan(&l.text)
	default:
		err = rows.Scan(&l.digest)
	}
	return l, err
}

// atOnce is how many claims one query looks up.
const atOnce = 500

// answer asks for some lookups by one column, and enters for each whether
// there is such a claim.
func (t *tx) answer(ctx context.Context, list []lookup, into map[lookup]bool) error {
	for some := range slices.Chunk(list, atOnce) {
		args := make([]any, len(some))
		for i, l := range some {
			args[i] = l.arg()
			if !into[l] {
				into[l] = false // looked for
			}
		}
		query := `SELECT c.` + some[0].column + ` FROM claims c WHERE ` + some[0].where() + ` IN (VALUES (CAST(? AS ` + some[0].kind() + `))` + strings.Repeat(`, (?)`, len(some)-1) + `)`
		err := each(ctx, t, query, args, func(rows *sql.Rows) error {
			l, err := some[0].found(rows)
			into[l] = true
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
