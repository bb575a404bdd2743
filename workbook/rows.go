package workbook

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrTooWide is a row with something beyond MaxColumns.
var ErrTooWide = fmt.Errorf("more than %d columns", MaxColumns)

// Rows are the rows of a sheet that hold anything, from its first on.
type Rows struct {
	f      *File
	in     io.ReadCloser
	scan   *scanner
	marks  marks
	number int
	cells  []string
	links  []string
	wide   bool
	fault  error
	cell   cell
}

// Rows opens a sheet by its name. Close must be called.
func (f *File) Rows(name string) (*Rows, error) {
	part := f.partOf(name)
	if f.parts[strings.ToLower(part)] == nil {
		return nil, fmt.Errorf("the sheet %q is missing", name)
	}
	m, err := f.readMarks(part)
	if err != nil {
		return nil, err
	}
	in, err := f.part(part)
	if err != nil {
		return nil, err
	}
	return &Rows{f: f, in: in, scan: newScanner(in), marks: m}, nil
}

// Next goes to the next row.
func (r *Rows) Next() bool {
	for r.fault == nil && r.scan.next() {
		switch s := r.scan; {
		case s.kind == end && s.name == "sheetData":
			return false
		case s.kind != start || s.name != "row":
		case r.row():
			return true
		}
	}
	return false
}

// row reads what stands between <row> and </row>.
func (r *Rows) row() bool {
	s := r.scan
	before := r.number
	r.number++
	if at := s.raw("r"); len(at) > 0 {
		r.number = positive(at)
	}
	if r.number <= before {
		r.fault = errors.New("its rows are not in order")
		return false
	}
	if r.number > MaxRows {
		r.fault = fmt.Errorf("more than %d rows", MaxRows)
		return false
	}
	r.cells, r.links, r.wide = r.cells[:0], r.links[:0], false
	column := 0
	for s.next() && !(s.kind == end && s.name == "row") {
		if s.kind != start || s.name != "c" {
			continue
		}
		column++
		if at := s.raw("r"); len(at) > 0 {
			column, _ = place(at)
		}
		r.cell.begin(s)
		text, link, err := r.cell.read(r.f, s)
		if err != nil {
			r.fault = err
			return false
		}
		r.put(column-1, text, link)
	}
	r.fault = s.fault
	r.marks.fill(r)
	return r.fault == nil && (len(r.cells) > 0 || r.wide)
}

// put keeps a cell that holds anything.
func (r *Rows) put(column int, text, link string) {
	switch {
	case text == "" && link == "" || column < 0:
		return
	case column >= MaxColumns:
		r.wide = true
		return
	}
	for len(r.cells) <= column {
		r.cells, r.links = append(r.cells, ""), append(r.links, "")
	}
	r.cells[column], r.links[column] = text, link
}

// Cells are the values of the row until the next one: days as 2025-08-06, or
// with their time as 2025-08-06 14:30:00, percentages with their sign and all
// other numbers in full. The error is ErrTooWide.
func (r *Rows) Cells() ([]string, error) {
	if r.wide {
		return nil, ErrTooWide
	}
	return r.cells, nil
}

// Link is the address that the cell of a column leads to, "" for none.
func (r *Rows) Link(column int) string {
	if column >= len(r.links) {
		return ""
	}
	return r.links[column]
}

// Number is that of the row in its sheet, from 1.
func (r *Rows) Number() int { return r.number }

// Err is what ended the reading before the end of the sheet.
func (r *Rows) Err() error {
	if r.fault == nil {
		return r.scan.fault
	}
	return r.fault
}

// Close ends the reading.
func (r *Rows) Close() { r.in.Close() }

// place reads a reference like AB12.
func place[T string | []byte](ref T) (column, row int) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		column = column*26 + int(c-'a') + 1
	}
	return column, positive(ref[i:])
}

// positive reads a whole number; what is none, or too long, is past every
// row.
func positive[T string | []byte](text T) int {
	n := 0
	for _, c := range []byte(text) {
		if c < '0' || c > '9' || n > MaxRows {
			return MaxRows + 1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// reference writes a reference like AB12.
func reference(column, row int) string {
	var letters []byte
	for ; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return fmt.Sprintf("%s%d", letters, row)
}
