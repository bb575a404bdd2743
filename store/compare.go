package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"strings"

	"tracker/clean"
)

// compare reports the first row in which a table differs between the book
// and the replayed one.
func (c *checker) compare(ctx context.Context, want querier, table, key string) error {
	keys := strings.Count(key, ",") + 1
	query := "SELECT * FROM " + table + " ORDER BY " + key
	have, err := c.book.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer have.Close()
	replayed, err := want.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer replayed.Close()
	names, err := have.Columns()
	if err != nil {
		return err
	}
	for n := int64(0); ; n++ {
		if n%1000 == 0 {
			c.watch.at("comparing rows of "+table, n, -1)
		}
		h, err := nextRow(have)
		if err != nil {
			return err
		}
		w, err := nextRow(replayed)
		if err != nil {
			return err
		}
		if h == nil && w == nil {
			return nil
		}
		switch order := compareRows(h, w, keys); {
		case order > 0:
			c.report(table+", row "+rowKey(w, keys), "the journal has it, the table does not")
			return nil
		case order < 0:
			c.report(table+", row "+rowKey(h, keys), "the table has it, the journal does not")
			return nil
		}
		differ := false
		for i, name := range names {
			if h[i] != w[i] {
				c.report(table+", row "+rowKey(h, keys), "%s is %s, the journal says %s", name, shown(h[i]), shown(w[i]))
				differ = true
			}
		}
		if differ {
			return nil
		}
	}
}

// compareRows orders two rows by their first n values; no row comes last.
func compareRows(a, b []any, n int) int {
	if a == nil || b == nil {
		return cmp.Compare(len(b), len(a))
	}
	for i := range n {
		order := 0
		switch v := a[i].(type) {
		case int64:
			w, _ := b[i].(int64)
			order = cmp.Compare(v, w)
		case string:
			w, _ := b[i].(string)
			order = cmp.Compare(v, w)
		}
		if order != 0 {
			return order
		}
	}
	return 0
}

// nextRow reads a row as comparable values, nil after the last.
func nextRow(rows *sql.Rows) ([]any, error) {
	if !rows.Next() {
		return nil, rows.Err()
	}
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	row, into := make([]any, len(names)), make([]any, len(names))
	for i := range row {
		into[i] = &row[i]
	}
	if err := rows.Scan(into...); err != nil {
		return nil, err
	}
	for i, v := range row {
		if b, ok := v.([]byte); ok {
			row[i] = unpackUID(b) // no other bytes are compared
		}
	}
	return row, nil
}

func rowKey(row []any, n int) string { return strings.Trim(fmt.Sprint(row[:n]), "[]") }

// shown prints a value for a message, short and harmless.
func shown(v any) string {
	if v == nil {
		return "empty"
	}
	s := clean.Line(fmt.Sprint(v))
	if r := []rune(s); len(r) > 60 {
		s = string(r[:57]) + "..."
	}
	return fmt.Sprintf("%q", s)
}
