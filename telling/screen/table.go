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
	used := 0
	for col := range headers[:len(headers)-1] {
		widest := text.StringWidth(headers[col])
		for _, r := range rows {
			widest = max(widest, text.StringWidthWithoutEscSequences(r[col]))
		}
		used += widest + 2
	}
	room := max(sc.Width-used, 10)

	t := table.NewWriter()
	t.SetStyle(PlainStyle(false)) // coloured padding could not be trimmed, and would Wrap
	head := make(table.Row, len(headers))
	for i, h := range headers {
		head[i] = sc.Paint(h, text.Faint)
	}
	t.AppendHeader(head)
	for _, r := range rows {
		row := make(table.Row, len(r))
		for i, cell := range r {
			row[i] = cell
		}
		row[len(r)-1] = text.Snip(r[len(r)-1], room, "…")
		t.AppendRow(row)
	}
	for _, line := range strings.Split(t.Render(), "\n") {
		fmt.Fprintln(w, strings.TrimRight(line, " "))
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
