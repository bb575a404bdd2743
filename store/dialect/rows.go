package dialect

import "database/sql"

// Reading is the rows of a query, with the names of its columns. Values are
// overwritten by the next row's.
func Reading(rows *sql.Rows) (columns []string, list Rows, err error) {
	columns, err = rows.Columns()
	return columns, &reading{Rows: rows, row: make([]any, len(columns))}, err
}

type reading struct {
	*sql.Rows
	row []any
}

// Values are those of the row.
func (r *reading) Values() ([]any, error) {
	into := make([]any, len(r.row))
	for i := range r.row {
		into[i] = &r.row[i]
	}
	err := r.Scan(into...)
	return r.row, err
}
