package store

import (
	"context"
	"database/sql"

	"tracker/store/dialect"
)

// listing are rows one after the other: row is nil after the last, and valid
// until the next.
type listing interface{ row() ([]any, error) }

// asking is a listing out of a book.
type asking struct {
	rows    *sql.Rows
	values  dialect.Rows
	columns []string
}

func ask(ctx context.Context, q querier, query string, args ...any) (*asking, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	a := &asking{rows: rows}
	if a.columns, a.values, err = dialect.Reading(rows); err != nil {
		rows.Close()
		return nil, err
	}
	return a, nil
}

func (a *asking) row() ([]any, error) {
	if !a.rows.Next() {
		return nil, a.rows.Err()
	}
	return a.values.Values()
}

func (a *asking) close() error { return a.rows.Close() }

// inMemory is a listing of rows that are there.
type inMemory struct{ rows [][]any }

func (m *inMemory) row() (row []any, _ error) {
	if len(m.rows) > 0 {
		row, m.rows = m.rows[0], m.rows[1:]
	}
	return row, nil
}
