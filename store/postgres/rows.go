package postgres

import (
	"database/sql/driver"
	"io"
	"slices"
)

// rows are the rows of a query. They come as they are asked for, until the
// connection is needed for something else: then the rest is kept.
type rows struct {
	driver.Rows
	conn *conn
	rest [][]driver.Value
	done bool // all have come
	end  error
}

// Next hands out the next row.
func (r *rows) Next(into []driver.Value) error {
	if !r.done {
		return r.Rows.Next(into)
	}
	if len(r.rest) == 0 {
		if r.end != nil {
			return r.end
		}
		return io.EOF
	}
	copy(into, r.rest[0])
	r.rest = r.rest[1:]
	return nil
}

// keep reads the rest.
func (r *rows) keep() error {
	r.conn.open = nil
	if r.done {
		return nil
	}
	r.done = true
	row := make([]driver.Value, len(r.Columns()))
	for {
		err := r.Rows.Next(row)
		if err == io.EOF {
			return r.Rows.Close()
		}
		if err != nil {
			r.end = err
			return r.Rows.Close()
		}
		for i, v := range row {
			if b, ok := v.([]byte); ok {
				row[i] = slices.Clone(b)
			}
		}
		r.rest = append(r.rest, slices.Clone(row))
	}
}

// Close ends the reading.
func (r *rows) Close() error {
	if r.conn.open == r {
		r.conn.open = nil
	}
	if r.done {
		return nil
	}
	r.done, r.rest = true, nil
	return r.Rows.Close()
}
