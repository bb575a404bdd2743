package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// comparison is what was found when the tables of a book were compared with
// what the journal says: the first row of each that differs.
type comparison struct {
	book  querier
	first map[string]*differing
	to    int64 // up to which claim the tables of claims have been compared

	others map[int64]bool // claims that are compared later
	extra  []differing    // rows that nobody expected, unless they are of others
}

// differing is a row in which a table differs.
type differing struct {
	table string
	key   []any
	what  []string
}

func newComparison(book querier) *comparison {
	return &comparison{book: book, first: map[string]*differing{}, others: map[int64]bool{}}
}

// note keeps the first of two differences of a table.
func (c *comparison) note(d differing) {
	if before := c.first[d.table]; before == nil || compareRows(d.key, before.key, len(d.key)) < 0 {
		c.first[d.table] = &d
	}
}

// mostExtra bounds what a table full of rows that nobody expected is told of.
const mostExtra = 100_000

// stretch compares the rows of some claims with what there should be of them.
func (c *comparison) stretch(ctx context.Context, s stretch) error {
	for _, id := range s.others {
		c.others[int64(id)] = true
	}
	for _, t := range claimTables {
		if c.first[t.table] != nil {
			continue
		}
		id := t.columns[t.key[0]]
		have, err := ask(ctx, c.book, "SELECT "+strings.Join(t.columns, ", ")+" FROM "+t.table+" WHERE "+id+" > ? AND "+id+" <= ? ORDER BY "+keyNames(t.insertion, t.key), c.to, int64(s.upTo))
		if err != nil {
			return err
		}
		err = c.side(have, &inMemory{rows: sorted(s.rows[t.table], t.key)}, t.insertion, t.key, func(d differing) {
			if len(c.extra) < mostExtra {
				c.extra = append(c.extra, d)
			}
		})
		if err := cmp.Or(err, have.close()); err != nil {
			return err
		}
	}
	c.to = int64(s.upTo)
	return nil
}

func keyNames(i insertion, key []int) string {
	names := make([]string, len(key))
	for n, at := range key {
		names[n] = i.columns[at]
	}
	return strings.Join(names, ", ")
}

// sorted puts rows into the order of their key, in which they mostly are.
func sorted(rows [][]any, key []int) [][]any {
	slices.SortStableFunc(rows, func(a, b []any) int { return compareKeys(keyIn(a, key), keyIn(b, key)) })
	return rows
}

// settle notes the rows that nobody expected.
func (c *comparison) settle() {
	for _, d := range c.extra {
		if id, _ := d.key[0].(int64); !c.others[id] {
			c.note(d)
		}
	}
	c.extra = nil
}

// whole compares a table with that of another book.
func (c *comparison) whole(ctx context.Context, want querier, table, key string) error {
	return c.some(ctx, want, table, key, "", nil)
}

// rest compares the rows of the claims that were left for later with those of
// another book.
func (c *comparison) rest(ctx context.Context, want querier, watch Watch) error {
	ids := make([]any, 0, len(c.others))
	for id := range c.others {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b any) int { return cmp.Compare(a.(int64), b.(int64)) })
	done := 0
	for some := range slices.Chunk(ids, mostParts) {
		watch.at("comparing claims that were changed", int64(done), int64(len(ids)))
		done += len(some)
		for _, t := range claimTables {
			if before := c.first[t.table]; before != nil && compareRows(before.key, some, 1) < 0 {
				continue
			}
			where := " WHERE " + t.columns[t.key[0]] + " IN (" + marks(len(some)) + ")"
			if err := c.some(ctx, want, t.table, keyNames(t.insertion, t.key), where, some); err != nil {
				return err
			}
		}
	}
	return nil
}

// some compares some rows of a table with those of another book, unless one was
// found to differ before them.
func (c *comparison) some(ctx context.Context, want querier, table, key, where string, args []any) error {
	query := "SELECT * FROM " + table + where + " ORDER BY " + key
	have, err := ask(ctx, c.book, query, args...)
	if err != nil {
		return err
	}
	defer have.close()
	replayed, err := ask(ctx, want, query, args...)
	if err != nil {
		return err
	}
	defer replayed.close()
	i := insertion{table: table, columns: have.columns}
	return c.side(have, replayed, i, keyOf(i, strings.Split(key, ", ")...), nil)
}

// side compares two lists of rows side by side, to the first that differs, or
// beyond those that nobody expected where extra takes them.
func (c *comparison) side(have, want listing, i insertion, key []int, extra func(differing)) error {
	h, w, err := both(have, want)
	for err == nil && (h != nil || w != nil) {
		hk, wk := keyIn(h, key), keyIn(w, key)
		switch order := compareKeys(hk, wk); {
		case order > 0:
			c.note(differing{i.table, plainRow(wk), []string{"the journal has it, the table does not"}})
			return nil
		case order < 0 && extra != nil:
			extra(differing{i.table, plainRow(hk), []string{"the table has it, the journal does not"}})
			h, err = have.row()
			continue
		case order < 0:
			c.note(differing{i.table, plainRow(hk), []string{"the table has it, the journal does not"}})
			return nil
		}
		if what := differences(i.columns, h, w); what != nil {
			c.note(differing{i.table, plainRow(hk), what})
			return nil
		}
		h, w, err = both(have, want)
	}
	return err
}

func both(have, want listing) (h, w []any, err error) {
	if h, err = have.row(); err == nil {
		w, err = want.row()
	}
	return h, w, err
}

// differences says in which columns two rows differ, nil for none.
func differences(columns []string, have, want []any) (what []string) {
	for i, name := range columns {
		if !same(have[i], want[i]) {
			what = append(what, fmt.Sprintf("%s is %s, the journal says %s", name, shown(plain(have[i])), shown(plain(want[i]))))
		}
	}
	return what
}
