package exchange

import (
	"encoding/csv"
	"fmt"
	"io"

	"tracker/claims"
)

// CSVForm is how a CSV file is written.
type CSVForm struct {
	Comma rune // between cells; 0 is a comma
	Excel bool // with a byte order mark, and numbers that are text marked as text
}

// CSVWriter writes claims as CSV, a header and one record each.
type CSVWriter struct {
	csv     *csv.Writer
	form    CSVForm
	object  object
	columns []column
	record  []string
	err     error // of the header
}

// WriteCSV returns a writer of claims to w. What is written is complete after
// Flush; without any claim it is the header alone.
func WriteCSV(w io.Writer, form CSVForm) *CSVWriter {
	out := newCSV(w, form)
	if form.Excel {
		_, out.err = io.WriteString(w, "\ufeff")
	}
	if out.err == nil {
		out.err = out.csv.Write(out.record)
	}
	return out
}

// newCSV makes a writer that has its columns, and their names as a record.
func newCSV(w io.Writer, form CSVForm) *CSVWriter {
	out := &CSVWriter{csv: csv.NewWriter(w), form: form}
	if form.Comma != 0 {
		out.csv.Comma = form.Comma
	}
	for _, c := range out.object.columns() {
		if !c.isShort() {
			out.columns = append(out.columns, c)
			out.record = append(out.record, c.name)
		}
	}
	return out
}

// load takes up a claim.
func (w *CSVWriter) load(v claims.View) {
	o := &w.object
	o.load(v)
	if list := o.view.Appearances; len(list) > 0 {
		o.first, o.view.Appearances = list[0], list[1:]
	}
}

// Write adds one claim. Text that a spreadsheet could take for a formula is
// led by an apostrophe.
func (w *CSVWriter) Write(v claims.View) error {
	if w.err != nil {
		return w.err
	}
	w.load(v)
	for i, c := range w.columns {
		w.record[i] = c.cell(w.form.Excel)
	}
	if err := w.csv.Write(w.record); err != nil {
		return fmt.Errorf("write claim %d: %w", v.ID, err)
	}
	return nil
}

// Flush writes out what is buffered.
func (w *CSVWriter) Flush() error {
	w.csv.Flush()
	return w.csv.Error()
}
