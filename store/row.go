package store

import "database/sql"

// row is where the rows of a long query are scanned into, cell by cell. Most
// columns of a claim are empty, and what is NULL in row after row is not looked
// at again.
type row struct {
	values, into []any // and their addresses
	cells        []*cell
	empty        []bool // NULL in the row before
}

// newRow takes the cells of the columns, which must be empty.
func newRow(cells []any) *row {
	r := &row{values: make([]any, len(cells)), empty: make([]bool, len(cells))}
	for i, c := range cells {
		r.into, r.cells, r.empty[i] = append(r.into, &r.values[i]), append(r.cells, c.(*cell)), true
	}
	return r
}

func (r *row) scan(rows *sql.Rows) error {
	if err := rows.Scan(r.into...); err != nil {
		return err
	}
	for i, v := range r.values {
		if v == nil && r.empty[i] {
			continue
		}
		if err := r.cells[i].Scan(v); err != nil {
			return err
		}
		r.empty[i] = v == nil
	}
	return nil
}
