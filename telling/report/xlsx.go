package report

import (
	"cmp"
	"fmt"
	"io"

	"tracker/calendar"
	"tracker/workbook"
)

// xlsx writes the report as a workbook: the board, promises, charts, every
// claim, every verdict with its figures, and how it is done. Rows go out as
// they come, so that a large book takes little memory.
func (r Report) xlsx(w io.Writer) error {
	b := workbook.NewBook(w, r.Title)
	x := &sheets{r: &r, book: b}
	if err := x.write(); err != nil {
		b.Close()
		return err
	}
	r.says("finishing the file", 0, -1)
	return b.Close()
}

// sheets are those of a workbook while it is written.
type sheets struct {
	r        *Report
	book     *workbook.Book
	claims   *workbook.Sheet
	verdicts *workbook.Sheet
	written  int // claims
}

func (x *sheets) write() error {
	for _, sheet := range []func() error{x.board, x.promises, x.charts} {
		if err := sheet(); err != nil {
			return err
		}
	}
	x.claims, x.verdicts = x.book.Sheet("Claims", titles(claimFields)), x.book.Sheet("Verdicts", titles(judgedFields))
	if err := x.r.Each(x.claim); err != nil {
		return err
	}
	return x.method()
}

// cell is where the claim at a place, from 1, stands in the sheet of claims.
func (x *sheets) cell(at int) string { return fmt.Sprintf("#Claims!A%d", at+1) }

// claim writes a claim, and its verdict where there is one.
func (x *sheets) claim(c *Claim) error {
	x.written++
	if err := x.claims.Row(values(x.r, claimFields, c)...); err != nil || c.Verdict == nil {
		return err
	}
	row := values(x.r, judgedFields, c)
	row[0] = workbook.Link{Number: int(c.ID), To: x.cell(x.written)}
	return x.verdicts.Row(row...)
}

// named is the name of a row, which leads to the claim at a place; 0 for none.
func (x *sheets) named(name string, at int) any {
	if at == 0 {
		return safe(name)
	}
	return workbook.Link{Text: safe(name), To: x.cell(at)}
}

// titles are the columns of some fields.
func titles[X any](fields []field[X]) []workbook.Column {
	list := make([]workbook.Column, len(fields))
	for i, f := range fields {
		list[i] = workbook.Column{Title: f.title, Width: f.width, Form: f.form}
	}
	return list
}

// values are what some fields have of an X.
func values[X any](r *Report, fields []field[X], x X) []any {
	row := make([]any, len(fields))
	for i, f := range fields {
		row[i] = datum(f.value(r, x))
	}
	return row
}

// datum is a value as a workbook takes it.
func datum(v any) any {
	switch v := v.(type) {
	case string:
		return safe(v)
	case *bool:
		if v == nil {
			return nil
		}
		return *v
	case *float64:
		if v == nil {
			return nil
		}
		return *v
	case calendar.Day:
		if v == 0 {
			return nil
		}
		return workbook.Day(v - calendar.Date(1970, 1, 1))
	case line:
		if v.URL == "" {
			return datum(cmp.Or(v.Text, ""))
		}
		return workbook.Link{Text: safe(v.Text), To: v.URL}
	}
	return v
}
