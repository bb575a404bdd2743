package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// ErrTooWide is a row with something beyond MaxColumns.
var ErrTooWide = fmt.Errorf("more than %d columns", MaxColumns)

// Rows are the rows of a sheet that hold anything, from its first on.
type Rows struct {
	file   *File
	rows   *excelize.Rows
	marks  marks
	number int
	cells  []string
	fault  error
}

// Rows opens a sheet by its name. Close must be called.
func (f *File) Rows(name string) (*Rows, error) {
	part, err := f.partOf(name)
	if err != nil {
		return nil, err
	}
	if f.parts[partName(part)] == nil {
		return nil, fmt.Errorf("the sheet %q is missing", name)
	}
	m, err := f.readMarks(part)
	if err != nil {
		return nil, err
	}
	rows, err := f.book.Rows(name)
	return &Rows{file: f, rows: rows, marks: m}, err
}

// Next goes to the next row.
func (r *Rows) Next() bool {
	for r.fault == nil && r.rows.Next() {
		r.number++
		if r.fault = r.file.wanted(); r.fault != nil {
			return false
		}
		cells, err := r.rows.Columns()
		if err != nil {
			r.fault = err
			return false
		}
		if r.cells = clean(cells); len(r.cells) > 0 {
			r.marks.fill(r)
			return true
		}
	}
	return false
}

// midnight is the time of a day without one.
const midnight = " 00:00:00"

// clean takes away what is empty at the end, for a sheet may have formats far
// beyond what it holds, the hours of days, and what is not available.
func clean(cells []string) []string {
	for i, c := range cells {
		if cells[i] = strings.TrimSuffix(c, midnight); c == "#N/A" {
			cells[i] = ""
		}
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// put gives the row a cell that is merged with one above.
func (r *Rows) put(a area) {
	for len(r.cells) <= a.column {
		r.cells = append(r.cells, "")
	}
	r.cells[a.column] = a.text
	if a.link != "" {
		r.marks.links[[2]int{r.number, a.column}] = a.link
	}
}

// Cells are the values of the row until the next one: days as 2025-08-06, or
// with their time as 2025-08-06 14:30:00, percentages with their sign and all
// other numbers in full. The error is ErrTooWide.
func (r *Rows) Cells() ([]string, error) {
	if len(r.cells) > MaxColumns {
		return nil, ErrTooWide
	}
	return r.cells, nil
}

// Link is the address that the cell of a column leads to, "" for none.
func (r *Rows) Link(column int) string { return r.marks.links[[2]int{r.number, column}] }

// Number is that of the row in its sheet, from 1.
func (r *Rows) Number() int { return r.number }

// Err is what ended the reading before the end of the sheet.
func (r *Rows) Err() error {
	if r.fault == nil {
		return r.rows.Error()
	}
	return r.fault
}

// Close ends the reading.
func (r *Rows) Close() { r.rows.Close() }
