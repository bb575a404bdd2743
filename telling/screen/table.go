package screen

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"tracker/clean"
)

// Table writes rows: to a terminal with headers and the last column cut
// to the width, to a pipe as bare tab-separated rows. There are no headers
// without rows.
func (sc *Screen) Table(headers []string, rows [][]string) {
	if len(rows) == 0 {
		return
	}
	if !sc.TTYOut {
		for _, r := range rows {
			fmt.Fprintln(sc.Out, strings.Join(r, "\t"))
		}
		return
	}
	sc.DrawTable(sc.Out, headers, rows)
}

// DrawTable writes rows with headers, the last column cut to the width.
func (sc *Screen) DrawTable(w io.Writer, headers []string, rows [][]string) {
	sc.drawPart(w, headers, rows, make([]int, len(headers)-1))
}

// drawPart writes rows, under their headers where they are the first of a
// table. All columns but the last are as wide as the parts before had them, or
// wider where these rows need it; widths are kept for the next part.
func (sc *Screen) drawPart(w io.Writer, headers []string, rows [][]string, widths []int) {
	widen(widths, headers)
	used := 0
	for _, r := range rows {
		widen(widths, r)
	}
	t := table.NewWriter()
	t.SetStyle(PlainStyle(false)) // coloured padding could not be trimmed, and would Wrap
	columns := make([]table.ColumnConfig, len(widths))
	for i, width := range widths {
		used += width + 2
		columns[i] = table.ColumnConfig{Number: i + 1, WidthMin: width}
	}
	t.SetColumnConfigs(columns)
	if len(headers) > 0 {
		head := make(table.Row, len(headers))
		for i, h := range headers {
			head[i] = sc.Paint(h, text.Faint)
		}
		t.AppendHeader(head)
	}
	for _, r := range rows {
		row := make(table.Row, len(r))
		for i, cell := range r {
			row[i] = cell
		}
		row[len(r)-1] = text.Snip(r[len(r)-1], max(sc.Width-used, 10), "…")
		t.AppendRow(row)
	}
	for _, line := range strings.Split(t.Render(), "\n") {
		fmt.Fprintln(w, strings.TrimRight(line, " "))
	}
}

// widen has columns hold the cells of a row, of which there may be none.
func widen(widths []int, cells []string) {
	for i := range min(len(widths), len(cells)) {
		widths[i] = max(widths[i], text.StringWidthWithoutEscSequences(cells[i]))
	}
}

// Line writes a labelled line of a short block, broken to the width; an
// empty one is left out.
func (sc *Screen) Line(label, value string) {
	if value != "" {
		sc.Printf("  %-8s  %s\n", label, sc.Indented(clean.Line(value), 12))
	}
}

// PlainStyle is a table without lines: two spaces between columns.
func PlainStyle(colour bool) table.Style {
	s := table.StyleDefault
	s.Options = table.OptionsNoBordersAndSeparators
	s.Box.PaddingLeft, s.Box.PaddingRight = "", "  "
	s.Format.Header = text.FormatDefault
	if colour {
		s.Color.Header = text.Colors{text.Faint}
	}
	return s
}
