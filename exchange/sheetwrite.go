package exchange

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"tracker/claims"
)

// maxCell is how many characters a cell of a workbook may hold.
const maxCell = 32767

// XLSXWriter writes claims as a workbook with one sheet.
type XLSXWriter struct {
	csv  *CSVWriter // whose columns it writes
	file *excelize.File
	rows *excelize.StreamWriter
	row  int
	to   io.Writer
	err  error // of what came before
}

// WriteXLSX returns a writer of claims to w. What is written is complete after
// Flush. Numbers are numbers, everything else is text.
func WriteXLSX(w io.Writer) *XLSXWriter {
	x := &XLSXWriter{csv: newCSV(io.Discard, CSVForm{}), file: excelize.NewFile(), to: w}
	if x.rows, x.err = x.file.NewStreamWriter("Sheet1"); x.err == nil {
		header := make([]any, len(x.csv.columns))
		for i, c := range x.csv.columns {
			header[i] = c.name
		}
		x.add(header)
	}
	return x
}

func (x *XLSXWriter) add(row []any) {
	x.row++
	place, err := excelize.CoordinatesToCellName(1, x.row)
	if err == nil {
		err = x.rows.SetRow(place, row)
	}
	x.err = err
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
		if len([]rune(text)) > maxCell {
			return claims.Refuse(c.name, "claim %d: %s is longer than a cell of a workbook may be", v.ID, c.name).WithHint("--format csv or jsonl")
		}
		row[i] = text
		if place, ok := c.place.(**float64); ok && *place != nil {
			row[i] = **place
		} else if text == "" {
			row[i] = nil
		}
	}
	if x.add(row); x.err != nil {
		return fmt.Errorf("write claim %d: %w", v.ID, x.err)
	}
	return nil
}

// Flush writes the workbook out.
func (x *XLSXWriter) Flush() error {
	defer x.file.Close()
	if x.err != nil {
		return x.err
	}
	if err := x.rows.Flush(); err != nil {
		return err
	}
	_, err := x.file.WriteTo(x.to)
	return err
}
