package exchange

import (
	"fmt"
	"io"

	"tracker/claims"
	"tracker/workbook"
)

// XLSXWriter writes claims as a workbook with one sheet.
type XLSXWriter struct {
	csv  *CSVWriter // whose columns it writes
	rows *workbook.Writer
	err  error // of the header
}

// WriteXLSX returns a writer of claims to w. What is written is complete after
// Flush. Numbers are numbers, everything else is text.
func WriteXLSX(w io.Writer) *XLSXWriter {
	x := &XLSXWriter{csv: newCSV(io.Discard, CSVForm{}), rows: workbook.NewWriter(w)}
	header := make([]any, len(x.csv.columns))
	for i, c := range x.csv.columns {
		header[i] = c.name
	}
	x.err = x.rows.Row(header)
	return x
}

// Write adds one claim.
func (x *XLSXWriter) Write(v claims.View) error {
	if x.err != nil {
		return x.err
	}
	x.csv.load(v)
	row := make([]any, len(x.csv.columns))
	for i, c := range x.csv.columns {
		text := c.cell(false)
		if err := workbook.Fits(text); err != nil {
			return claims.Refuse(c.name, "claim %d: no cell of a workbook holds its %s: %v", v.ID, c.name, err).WithHint("--format csv or jsonl")
		}
		if text != "" {
			row[i] = text
		}
		if addr, ok := c.addr.(**float64); ok && *addr != nil {
			row[i] = **addr
		}
	}
	if err := x.rows.Row(row); err != nil {
		return fmt.Errorf("write claim %d: %w", v.ID, err)
	}
	return nil
}

// Flush writes the workbook out.
func (x *XLSXWriter) Flush() error { return x.rows.Close() }
