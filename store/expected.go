package store

import (
	"context"
	"database/sql"
	"slices"

	"tracker/claims"
	"tracker/ledger"
)

// expected are the rows of claims that have one entry, who speaks in which goes
// by no other name: nothing can have become of them since. So a check compares
// them with the tables as the entries go by, and replays only the rest.
type expected struct {
	book    querier
	changed map[string]bool // the subjects of several entries, as they are kept
	renamed map[string]bool // folded names that have an entry
	last    claims.ID       // the highest of a new claim
	next    stretch
	out     chan<- stretch
}

// stretch is what there should be of the claims up to one.
type stretch struct {
	upTo   claims.ID
	n      int
	rows   map[string][][]any // by table, in the columns of its insertion
	others []claims.ID        // new claims that are replayed
}

// stretchOf is how many claims are compared at once.
const stretchOf = 512

// lastID is beyond every claim.
const lastID = claims.ID(1<<63 - 1)

// expect finds out which claims can be compared at once; out takes their rows.
func expect(ctx context.Context, book querier, out chan<- stretch) (*expected, error) {
	x := &expected{book: book, changed: map[string]bool{}, renamed: map[string]bool{}, out: out, next: newStretch()}
	err := eachSubject(ctx, book, `SELECT subject FROM journal GROUP BY subject HAVING count(*) > 1`, nil, func(subject string) { x.changed[subject] = true })
	if err != nil {
		return nil, err
	}
	from := entity + ":"
	err = eachSubject(ctx, book, `SELECT subject FROM journal WHERE subject >= ? AND subject < ? AND kind = 'name'`, []any{[]byte(from), []byte(entity + ";")}, func(subject string) {
		x.renamed[subject[len(from):]] = true
	})
	return x, err
}

func eachSubject(ctx context.Context, q querier, query string, args []any, fn func(string)) error {
	return each(ctx, q, query, args, func(rows *sql.Rows) error {
		var subject []byte
		err := rows.Scan(&subject)
		fn(string(subject))
		return err
	})
}

func newStretch() stretch { return stretch{rows: map[string][][]any{}} }

// alone reports whether an entry is all that there is to say of a claim.
func (x *expected) alone(d *decoded) bool {
	c := d.added
	if x == nil || c == nil {
		return false
	}
	alone := c.ID > x.last && !x.changed[string(packSubject(ledger.Claim, d.entry.Subject))] && !x.renamed[claims.Fold(c.Speaker)]
	if !alone {
		x.next.others = append(x.next.others, c.ID)
	}
	x.last = max(x.last, c.ID)
	return alone
}

// put takes a row.
func (x *expected) put(i insertion, row []any) {
	x.next.rows[i.table] = append(x.next.rows[i.table], row)
}

// counted counts a claim all of whose rows are taken.
func (x *expected) counted() {
	if x.next.n++; x.next.n == stretchOf {
		x.send(x.last)
	}
}

// send has what is taken compared.
func (x *expected) send(upTo claims.ID) {
	s := x.next
	s.upTo = upTo
	x.out <- s
	x.next = newStretch()
}

// expect takes the rows of a new claim instead of storing them.
func (t *tx) expect(c *claims.Claim) error {
	t.expecting = true
	err := t.insert(c)
	t.expecting = false
	t.expected.counted()
	return err
}

// expects reports whether a row that is put into a table is only expected there.
func (t *tx) expects(i insertion) bool { return t.expecting && i.table != insertName.table }

// commandOf returns the command of an entry, as it is kept.
func (t *tx) commandOf(seq int64) (command []byte, err error) {
	var q querier = t
	if t.expected != nil {
		q = t.expected.book // which has all
	}
	found := false
	err = each(context.Background(), q, `SELECT command FROM journal WHERE seq = ?`, []any{seq}, func(rows *sql.Rows) error {
		found = true
		return rows.Scan(&command)
	})
	if err == nil && !found {
		err = sql.ErrNoRows
	}
	return command, err
}

// claimTable is a table that keeps claims, with the places of its key among
// the columns.
type claimTable struct {
	insertion
	key []int
}

var claimTables = []claimTable{
	{insertClaim, keyOf(insertClaim, "id")}, {insertLink, keyOf(insertLink, "claim", "place")}, {insertAppearance, keyOf(insertAppearance, "claim", "place")},
	{insertTag, keyOf(insertTag, "claim", "tag")}, {insertVerdict, keyOf(insertVerdict, "claim", "place")},
}

func keyOf(i insertion, columns ...string) (places []int) {
	for _, c := range columns {
		places = append(places, slices.Index(i.columns, c))
	}
	return places
}
