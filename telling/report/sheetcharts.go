package report

import (
	"slices"

	"tracker/board"
	"tracker/scoring"
	"tracker/workbook"
)

// chartColumns are what the charts of a workbook are drawn from, beside them: a
// spreadsheet draws nothing of what is hidden. First the tenths of the scale,
// then the parts of a bar for each row of the board that has a place.
var chartColumns = []workbook.Column{
	{Title: "Number given, from", Width: 11, Form: workbook.Share}, {Title: "to", Width: 8, Form: workbook.Share}, {Title: "Mean number given", Width: 11, Form: workbook.Share},
	{Title: "Share that came in time", Width: 11, Form: workbook.Share}, {Title: "Share, low end", Width: 9, Form: workbook.Share}, {Title: "Share, high end", Width: 9, Form: workbook.Share},
	{Title: "Statements", Width: 11, Form: workbook.Whole}, {Title: "As much as was said", Width: 11, Form: workbook.Share},
	{Title: "Name", Width: 24, Form: workbook.Text}, {Title: "Share right, low end", Width: 11, Form: workbook.Share},
	{Title: "From the low end to the share", Width: 11, Form: workbook.Share}, {Title: "From the share to the high end", Width: 11, Form: workbook.Share},
}

// Columns that are drawn, from 1.
const (
	meanColumn, shareColumn, sameColumn                = 3, 4, 8
	nameColumn, lowColumn, toShareColumn, toHighColumn = 9, 10, 11, 12
)

// charts draws what the words promised beside what came, and the share right of
// each row that has a place.
func (x *sheets) charts() error {
	s := x.book.Sheet("Charts", chartColumns)
	var bins []scoring.Bin
	if x.r.Calibration != nil {
		bins = x.r.Calibration.Bins
	}
	ranked := slices.DeleteFunc(slices.Clone(x.r.rankedGroups()), func(g board.Group) bool { return g.Hit.Share == nil })
	ranked = ranked[:min(len(ranked), mostDrawn)]
	for i := range max(len(bins), len(ranked), 2) {
		row := make([]any, len(chartColumns))
		if i < len(bins) {
			b := bins[i]
			copy(row, []any{b.Lo, b.Hi, b.MeanP, b.Freq, b.WilsonLow, b.WilsonHigh, b.N})
		}
		if i < 2 && len(bins) > 0 {
			row[sameColumn-1] = i
		}
		if i < len(ranked) {
			h := ranked[i].Hit
			copy(row[nameColumn-1:], []any{safe(x.r.rowName(ranked[i])), *h.Low, max(0, *h.Share-*h.Low), max(0, *h.High-*h.Share)})
		}
		if err := s.Row(row...); err != nil {
			return err
		}
	}
	if len(bins) > 0 {
		s.AddPoints(workbook.Points{Title: "What the words said, read as numbers (across), and how much of it came in time (up)", X: meanColumn, Y: shareColumn, Rows: len(bins), Same: sameColumn, At: "N2"})
	}
	if len(ranked) > 0 {
		s.AddBars(workbook.Bars{Title: "How often each was right, of what took a side: the edge of the dark part is the share, the bar its 95 % interval", Names: nameColumn, Blank: lowColumn, To: toShareColumn,
			Above: toHighColumn, Rows: len(ranked), At: "N28"})
	}
	return nil
}
