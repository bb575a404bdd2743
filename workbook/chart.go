package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// ink are the colours of a chart's parts, as they are in our pages.
const (
	inkMain  = "0B6E99"
	inkLight = "A9CFE0"
	inkSoft  = "57606A"
	inkText  = "1B1F24"
	inkLink  = "0B57D0"
)

// Bars draws from columns of its sheet a bar from Low to High for each row, of
// which the part to Mid is dark: an interval and its point. Columns are
// counted from 1; the three are lengths of parts that follow one another:
// what is left blank, to the point, and beyond it.
type Bars struct {
	Title                   string
	Names, Blank, To, Above int // columns
	Rows                    int
	At                      string // the cell at its upper left corner
}

// AddBars draws bars on a sheet.
func (s *Sheet) AddBars(c Bars) {
	series := func(column int, colour string) excelize.ChartSeries {
		fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
		if colour == "" {
			fill.Color, fill.Transparency = []string{"FFFFFF"}, 100
		}
		return excelize.ChartSeries{Name: s.head(column), Categories: s.span(c.Names, c.Rows), Values: s.span(column, c.Rows), Fill: fill}
	}
	s.book.fail(s.book.book.AddChart(s.name, c.At, &excelize.Chart{
		Type:   excelize.BarStacked,
		Series: []excelize.ChartSeries{series(c.Blank, ""), series(c.To, inkMain), series(c.Above, inkLight)},
		Title:  plainTitle(c.Title), Legend: excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: axisFont},
		YAxis:     excelize.ChartAxis{Minimum: new(0.0), Maximum: new(1.0), MajorUnit: 0.25, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0 %"}, Font: axisFont},
		Dimension: excelize.ChartDimension{Width: 720, Height: uint(max(240, 120+22*c.Rows))},
		GapWidth:  new(uint(60)), Format: excelize.GraphicOptions{AltText: c.Title},
	}))
}

// Points draws dots of two columns between 0 and 1, and the line on which both
// are the same.
type Points struct {
	Title string
	X, Y  int // columns
	Rows  int
	Same  int // a column with 0 and 1 in its first two rows
	At    string
}

// AddPoints draws the points of a sheet on it.
func (s *Sheet) AddPoints(c Points) {
	axis := excelize.ChartAxis{Minimum: new(0.0), Maximum: new(1.0), MajorUnit: 0.25, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0 %"}, Font: axisFont}
	none := excelize.ChartMarker{Symbol: "none"}
	s.book.fail(s.book.book.AddChart(s.name, c.At, &excelize.Chart{
		Type: excelize.Scatter,
		Series: []excelize.ChartSeries{
			{Name: s.head(c.Y), Categories: s.span(c.X, c.Rows), Values: s.span(c.Y, c.Rows), Line: excelize.ChartLine{Type: excelize.ChartLineNone},
				Marker: excelize.ChartMarker{Symbol: "circle", Size: 9, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{inkMain}}}},
			{Name: s.head(c.Same), Categories: s.span(c.Same, 2), Values: s.span(c.Same, 2), Marker: none,
				Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{inkSoft}}, Line: excelize.ChartLine{Type: excelize.ChartLineSolid, Width: 1, Dash: excelize.ChartDashDash}},
		},
		Title: plainTitle(c.Title), Legend: excelize.ChartLegend{Position: "bottom"}, XAxis: axis, YAxis: axis,
		Dimension: excelize.ChartDimension{Width: 560, Height: 460}, Format: excelize.GraphicOptions{AltText: c.Title},
	}))
}

// span are the cells of a column below the header.
func (s *Sheet) span(column, rows int) string {
	name, err := excelize.ColumnNumberToName(column)
	s.book.fail(err)
	return fmt.Sprintf("'%s'!$%s$2:$%[2]s$%d", s.name, name, rows+1)
}

// head is the header of a column, as the name of a series.
func (s *Sheet) head(column int) string {
	name, err := excelize.ColumnNumberToName(column)
	s.book.fail(err)
	return fmt.Sprintf("'%s'!$%s$1", s.name, name)
}

// axisFont is that of the numbers and names along a chart.
var axisFont = excelize.Font{Size: 9, Color: inkSoft}

func plainTitle(text string) []excelize.RichTextRun {
	return []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Size: 11, Color: inkText}}}
}
