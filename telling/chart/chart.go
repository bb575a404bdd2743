// Package chart draws figures: dots, intervals, steps and dates as SVG, each
// with the same figures as a table and with words for those who do not see it.
// It knows widths, scales and shapes; it must not know claims, boards or books:
// whoever calls hands in numbers, names, and where each mark leads.
//
//	c := chart.Dots{Groups: groups}.Chart()
//	page.Write(c.SVG(chart.Wide, "dots"))
//
// A chart is drawn for a width and not scaled to it, so that its letters have
// the same size on a telephone and on a desk.
package chart

import (
	"encoding/csv"
	"fmt"
	"strings"

	"tracker/clean"
)

// Chart is a picture with its data and its words.
type Chart struct {
	Name  string // "reliability"
	Title string // what is shown
	Says  string // what it comes to, in a sentence
	Note  string // how it is read
	Table Table  // the figures drawn

	kind string // of picture: "dot plot"
	draw func(*canvas) (height float64)
}

// Table is the figures of a chart; the first cell of a row is its heading.
type Table struct {
	Heads []Head
	Rows  [][]Cell
}

// Head is that of a column.
type Head struct {
	Name   string
	Number bool // set to the right
}

// Cell is what stands in a table.
type Cell struct {
	Text string
	Bare string // the same as a number, for a spreadsheet; "" where Text is all
	Refs []Ref  // what it leads to
}

// Ref is a link: a place in the page, and its words.
type Ref struct{ Text, Href string }

// Widths that a chart is drawn for, in pixels.
const (
	Wide   = 680
	Narrow = 320
)

// Empty reports whether there is nothing to draw.
func (c Chart) Empty() bool { return c.draw == nil }

// Alternative is the chart in words: its type, its data, and its point.
func (c Chart) Alternative() string {
	parts := []string{strings.ToUpper(c.kind[:1]) + c.kind[1:] + ": " + c.Title + "."}
	for _, s := range []string{c.Says, c.Note, c.size()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " ")
}

// size says how much data there is, and where.
func (c Chart) size() string {
	return "Its " + count(len(c.Table.Rows), "row") + " of figures stand in the table that goes with it."
}

// Shorten leaves a table with at most so many rows, and says so in the note.
func (c *Chart) Shorten(most int) {
	if all := len(c.Table.Rows); all > most {
		c.Table.Rows = c.Table.Rows[:most]
		c.Note = strings.TrimSpace(c.Note + fmt.Sprintf(" The table has the first %d of %d rows.", most, all))
	}
}

// CSV is the figures of the chart as a file for a spreadsheet: numbers in full,
// and the claims behind each row.
func (c Chart) CSV() []byte {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	heads, rows := c.Figures()
	for _, row := range append([][]string{heads}, rows...) {
		for i := range row {
			row[i] = clean.Cell(row[i])
		}
		_ = w.Write(row) // a builder takes everything
	}
	w.Flush()
	return []byte(b.String())
}

// Figures are the figures of the chart as words: numbers in full, and the claims
// behind each row.
func (c Chart) Figures() (heads []string, rows [][]string) {
	for _, h := range c.Table.Heads {
		heads = append(heads, h.Name)
	}
	for _, row := range c.Table.Rows {
		var cells []string
		for _, cell := range row {
			cells = append(cells, clean.Line(cell.words()))
		}
		rows = append(rows, cells)
	}
	return heads, rows
}

// words is a cell as a file has it: the bare number, or what is read.
func (c Cell) words() string {
	if c.Bare != "" {
		return c.Bare
	}
	var parts []string
	if c.Text != "" {
		parts = append(parts, c.Text)
	}
	for _, r := range c.Refs {
		parts = append(parts, r.Text)
	}
	return strings.Join(parts, " ")
}
