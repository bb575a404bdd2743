package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/store/dialect"
)

// querier is a pool or a transaction.
type querier = dialect.Querier

// naming says, as an SQL expression of a row of names, what a claim shows for
// a name.
type naming func(row string) string

// asShown is the name that people see: the one it is merged into.
func asShown(row string) string {
	return "coalesce((SELECT name FROM names WHERE id = " + row + ".target), " + row + ".name)"
}

// asTyped is the name itself, by which the journal knows it.
func asTyped(row string) string { return row + ".name" }

// fromClaims is where every reading of claims looks; s and e are the rows of
// the names of speaker and event.
const fromClaims = ` FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN names e ON e.id = c.event LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict `

// selectClaims reads claims whole, but for their lists.
var selectClaims = `SELECT %s, %s, c.id, ` + columnNames("c.", claimColumns) + `, ` + columnNames("v.", verdictColumns) + fromClaims

// landing is where the rows of a query of claims are scanned into.
type landing struct {
	claim   claims.Claim
	verdict claims.Verdict
}

// taken returns the claim of the row just scanned.
func (l *landing) taken() claims.Claim {
	c := l.claim
	if l.verdict.UID != "" {
		v := l.verdict
		c.Verdict = &v
	}
	return c
}

// view runs fn on one snapshot of the book: all its queries see the same,
// whatever other programs write meanwhile.
func (b *Book) view(ctx context.Context, fn func(querier) error) error {
	return b.explain(b.snapshot(ctx, func(q querier) error { return claims.Ended(ctx, fn(q)) }))
}

// snapshot is view with errors as they are.
func (b *Book) snapshot(ctx context.Context, fn func(querier) error) error {
	if b.still != nil {
		return fn(b.still)
	}
	q, end, err := b.held(ctx)
	if err != nil {
		return err
	}
	defer end()
	return fn(q)
}

// held is a snapshot, until it is ended.
func (b *Book) held(ctx context.Context) (q querier, end func(), err error) {
	err = b.engine.Patient(ctx, func() (err error) {
		q, end, err = b.engine.Snapshot(ctx, b.reader)
		return err
	})
	return q, end, err
}

// ask asks for one row that an index finds.
func (b *Book) ask(ctx context.Context, query string, args ...any) *sql.Row {
	return b.reader.QueryRowContext(b.engine.Brief(ctx), query, args...)
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
	var l landing
	into := []any{&cell{&l.claim.Speaker}, &cell{&l.claim.Event}, &l.claim.ID}
	into = addresses(addresses(into, claimColumns, &l.claim), verdictColumns, &l.verdict)
	list := []claims.Claim{}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		c := l.taken()
		c.Attribution, c.Appearances, c.Tags = []claims.Link{}, []claims.Appearance{}, []string{}
		list = append(list, c)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	return list, loadParts(ctx, q, as, list)
}

// wholly yields claims whole, as people see them, in the order of a query: it
// asks for their numbers first, and loads some at a time.
func wholly(ctx context.Context, q querier, clauses string, args []any) iter.Seq2[*claims.Claim, error] {
	return func(yield func(*claims.Claim, error) bool) {
		var ids []any
		err := each(ctx, q, `SELECT c.id`+fromClaims+clauses, args, func(rows *sql.Rows) error {
			var id int64
			err := rows.Scan(&id)
			ids = append(ids, id)
			return err
		})
		if err != nil {
			yield(nil, err)
			return
		}
		for some := range slices.Chunk(ids, mostParts) {
			list, err := load(ctx, q, asShown, `WHERE c.id IN (`+marks(len(some))+`)`, some...)
			if err != nil {
				yield(nil, err)
				return
			}
			place := make(map[any]int, len(list))
			for i := range list {
				place[int64(list[i].ID)] = i
			}
			for _, id := range some {
				if !yield(&list[place[id]], nil) {
					return
				}
			}
		}
	}
}

// mostParts is for how many claims one query asks for what hangs on them.
const mostParts = 500

// loadParts fills in attribution, appearances and tags.
func loadParts(ctx context.Context, q querier, as naming, list []claims.Claim) error {
	for len(list) > mostParts {
		if err := loadParts(ctx, q, as, list[:mostParts]); err != nil {
			return err
		}
		list = list[mostParts:]
	}
	if len(list) == 0 {
		return nil
	}
	p := partsOf(list)
	if err := each(ctx, q, `SELECT a.claim, `+as("n")+`, a.role FROM attribution a JOIN names n ON n.id = a.entity
		WHERE a.claim`+p.in+` ORDER BY a.claim, a.place`, p.ids, func(rows *sql.Rows) error {
		var id claims.ID
		var l claims.Link
		if err := rows.Scan(&id, &l.Entity, &l.Role); err != nil {
			return err
		}
		p.of[id].Attribution = append(p.of[id].Attribution, l)
		return nil
	}); err != nil {
		return err
	}
	if err := loadAppearances(ctx, q, as, p); err != nil {
		return err
	}
	return each(ctx, q, `SELECT claim, tag FROM tags WHERE claim`+p.in+` ORDER BY claim, tag`, p.ids, func(rows *sql.Rows) error {
		var id claims.ID
		var tag string
		if err := rows.Scan(&id, &tag); err != nil {
			return err
		}
		p.of[id].Tags = append(p.of[id].Tags, tag)
		return nil
	})
}

// parts are claims that are to be given what hangs on them, and the condition
// that finds it.
type parts struct {
	of  map[claims.ID]*claims.Claim
	in  string
	ids []any
}

func partsOf(list []claims.Claim) parts {
	p := parts{make(map[claims.ID]*claims.Claim, len(list)), ` IN (` + marks(len(list)) + `)`, make([]any, len(list))}
	for i := range list {
		p.of[list[i].ID], p.ids[i] = &list[i], int64(list[i].ID)
	}
	return p
}

// loadAppearances fills in where claims appeared.
func loadAppearances(ctx context.Context, q querier, as naming, p parts) error {
	var a claims.Appearance
	var id claims.ID
	into := addresses([]any{&id, &a.Source}, appearanceColumns, &a)
	return each(ctx, q, `SELECT a.claim, `+as("n")+`, `+columnNames("a.", appearanceColumns)+`
		FROM appearances a JOIN names n ON n.id = a.source WHERE a.claim`+p.in+` ORDER BY a.claim, a.place`, p.ids, func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		p.of[id].Appearances = append(p.of[id].Appearances, a)
		return nil
	})
}

// each calls fn for every row of a query.
func each(ctx context.Context, q querier, query string, args []any, fn func(*sql.Rows) error) error {
	return dialect.Each(ctx, q, query, args, fn)
}

// parseDay reads a stored day; "" is none.
func parseDay(s string) (calendar.Day, error) {
	if s == "" {
		return 0, nil
	}
	return calendar.Parse(s)
}
