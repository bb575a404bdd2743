package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"tracker/claims"
	"tracker/clean"
)

// CSVWriter writes claims as CSV, a header and one record each.
type CSVWriter struct {
	csv     *csv.Writer
	object  object
	columns []column
	record  []string
	err     error // of the header
}

// WriteCSV returns a writer of claims to w. What is written is complete after
// Flush; without any claim it is the header alone.
func WriteCSV(w io.Writer) *CSVWriter {
	out := &CSVWriter{csv: csv.NewWriter(w)}
	for _, c := range out.object.columns() {
		if !c.isShort() {
			out.columns = append(out.columns, c)
			out.record = append(out.record, c.name)
		}
	}
	out.err = out.csv.Write(out.record)
	return out
}

// Write adds one claim. Text that a spreadsheet could take for a formula is
// led by an apostrophe.
func (w *CSVWriter) Write(v claims.View) error {
	if w.err != nil {
		return w.err
	}
	o := &w.object
	o.load(v)
	if list := o.view.Appearances; len(list) > 0 {
		o.first, o.view.Appearances = list[0], list[1:]
	}
	for i, c := range w.columns {
		w.record[i] = c.cell()
	}
	if err := w.csv.Write(w.record); err != nil {
		return fmt.Errorf("write claim %d: %w", v.ID, err)
	}
	return nil
}

// cell is what is in the place of a column as a spreadsheet may show it.
func (c column) cell() string {
	switch place := c.place.(type) {
	case **float64, **int, *int64:
		return show(place)
	case *bool:
		if c.derived {
			return strconv.FormatBool(*place)
		}
	}
	return clean.Cell(show(c.place))
}

// Flush writes out what is buffered.
func (w *CSVWriter) Flush() error {
	w.csv.Flush()
	return w.csv.Error()
}
