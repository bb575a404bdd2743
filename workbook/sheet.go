package workbook

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxRows is how many rows a sheet of a workbook has.
const maxRows = 1_048_576

// Sheet is a sheet while it is written. Of many, only some are in memory.
type Sheet struct {
	book    *Book
	name    string
	columns []Column
	stream  *stream
	rows    int // with the header
}

// headHeight is that of the header, in points: titles have up to three lines.
const headHeight = 48

// begin writes the header.
func (s *Sheet) begin() error {
	if err := s.paper(); err != nil {
		return err
	}
	var err error
	if s.stream, err = s.book.zip.stream(s.book.book, s.name); err != nil {
		return err
	}
	head := make([]any, len(s.columns))
	for i, c := range s.columns {
		if err := s.stream.SetColWidth(i+1, i+1, c.Width); err != nil {
			return err
		}
		head[i] = excelize.Cell{StyleID: s.book.head, Value: Fit(c.Title)}
	}
	if err := s.stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	s.rows = 1
	return s.stream.SetRow("A1", head, excelize.RowOpts{Height: headHeight})
}

// widest is how many characters of columns are readable on one page.
const widest = 300

// paper says how the sheet is printed: across, with its header on every page.
func (s *Sheet) paper() error {
	width := 0.0
	for _, c := range s.columns {
		width += c.Width
	}
	layout := excelize.PageLayoutOptions{Size: new(9), Orientation: new("landscape")} // A4
	if width <= widest {
		layout.FitToWidth, layout.FitToHeight = new(1), new(0)
	}
	b := s.book.book
	return errors.Join(b.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(width <= widest)}), b.SetPageLayout(s.name, &layout),
		b.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name}))
}

// Row writes a row: nil as nothing, string, int, float64, bool as 1 or 0, Day
// and Link.
func (s *Sheet) Row(values ...any) error {
	if s.book.err != nil {
		return s.book.err
	}
	if s.rows++; s.rows > maxRows {
		return errTooMany
	}
	row := make([]any, len(values))
	for i, v := range values {
		if v != nil {
			row[i] = s.cell(v, s.columns[i].Form)
		}
	}
	s.book.fail(s.stream.SetRow(cell(1, s.rows), row))
	return s.book.err
}

// cell is a value in the style of its column. Texts are texts, whatever they
// begin with: no formula but those of our links is written.
func (s *Sheet) cell(v any, form Form) any {
	c := excelize.Cell{StyleID: s.book.styles[form]}
	switch v := v.(type) {
	case string:
		c.Value = Fit(v)
		if v == "" {
			return nil
		}
		if form > Prose {
			c.StyleID = s.book.styles[Text]
		}
	case bool:
		c.Value = 0
		if v {
			c.Value = 1
		}
	case Day:
		return s.day(v)
	case Link:
		return s.link(v, form)
	default:
		c.Value = v
	}
	return c
}

// day is the number of a day, or its text where a workbook has no number.
func (s *Sheet) day(d Day) any {
	if d < firstDay {
		return nil
	}
	return excelize.Cell{StyleID: s.book.styles[Date], Value: int(d) + epoch}
}

// maxLiteral is how long a text in a formula may be.
const maxLiteral = 255

// link is a cell that leads somewhere; one whose address a formula cannot hold
// is its text alone.
func (s *Sheet) link(l Link, form Form) any {
	leads := strings.HasPrefix(l.To, "#") || strings.HasPrefix(l.To, "https://") || strings.HasPrefix(l.To, "http://")
	c := excelize.Cell{StyleID: s.book.links, Value: l.Number, Formula: fmt.Sprintf(`HYPERLINK("%s",%d)`, l.To, l.Number)}
	var shown any = l.Number
	if l.Text != "" {
		shown = l.Text
		c.Value, c.Formula = Fit(l.Text), fmt.Sprintf(`HYPERLINK("%s","%s")`, l.To, Fit(l.Text))
	}
	if !leads || len(l.To) > maxLiteral || len(l.Text) > maxLiteral || strings.ContainsAny(l.Text+l.To, "\"\n\r\t") {
		return s.cell(shown, form)
	}
	return c
}

// end writes what stands behind the rows.
func (s *Sheet) end() error {
	if s.stream == nil {
		return nil
	}
	if s.rows > 1 {
		if err := s.book.book.AutoFilter(s.name, "A1:"+cell(len(s.columns), s.rows), nil); err != nil {
			return err
		}
	}
	return s.stream.Flush()
}
