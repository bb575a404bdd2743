package screen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/scoring"
	"tracker/telling/report"
)

// Slip writes how long promises and plans really took, row by row.
func (sc *Screen) Slip(b board.Board) {
	rows := slices.DeleteFunc(slices.Clone(b.Groups), func(g board.Group) bool { return g.Slip.Nothing() })
	switch {
	case len(rows) == 0:
		sc.Sayf("there is no promise and no plan whose time is over")
		return
	case !sc.TTYOut:
		for _, g := range rows {
			sc.Printf("%s\n", strings.Join(plainSlip(g), "\t"))
		}
		return
	}
	sc.drawColumns(rows, slipColumns(b))
	sc.Printf("\n")
	for _, s := range []string{slipLeftOut(b.Slip), slipKey} {
		if s != "" {
			sc.Paragraph(s)
		}
	}
}

const slipKey = "met: happened in the end; waiting: not there when last looked at; half, four in five: how long until so many had " +
	"happened, in units of the time promised (1 is the last day promised), what never came counted; half, days: after the last day promised; " +
	"[ ]: 95 % interval, … where no upper limit is known; too few: fewer than five ended or three met"

// slipColumns are the columns of the board of slips.
func slipColumns(b board.Board) []boardColumn {
	times := func(head string, of func(board.Slip) *scoring.Quantile) boardColumn {
		return boardColumn{head, func(g board.Group) string { return report.Times(of(g.Slip), g.Slip.Outlook.Enough()) }}
	}
	count := func(head string, of func(board.Slip) int) boardColumn {
		return boardColumn{head, func(g board.Group) string { return strconv.Itoa(of(g.Slip)) }}
	}
	return []boardColumn{
		{string(b.By), func(g board.Group) string { return clean.Line(g.Name) }},
		{"met", func(g board.Group) string { return fmt.Sprintf("%d of %d", g.Slip.Met, g.Slip.N) }},
		count("never", func(s board.Slip) int { return s.Never }),
		count("waiting", func(s board.Slip) int { return s.Waiting }),
		times("half", func(s board.Slip) *scoring.Quantile { return s.Half }),
		times("four in five", func(s board.Slip) *scoring.Quantile { return s.Most }),
		{"half, days", func(g board.Group) string { return report.SlipDays(g.Slip.HalfDays, g.Slip.Outlook.Enough()) }},
	}
}

// slipLeftOut says which promises have no time to count.
func slipLeftOut(s board.Slip) string {
	var parts []string
	for _, t := range []struct {
		n    int
		what string
	}{{s.Short, "gave less than a week"}, {s.Undated, "happened on a day nobody noted"}, {s.Unchecked, "over and without a verdict"}} {
		if t.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", t.n, t.what))
		}
	}
	if parts == nil {
		return ""
	}
	return "Left out: " + strings.Join(parts, ", ") + "."
}

// plainSlip is one row for a pipe: numbers as they are, unknown ones empty.
func plainSlip(g board.Group) []string {
	s := g.Slip
	row := []string{clean.Line(g.Name), strconv.Itoa(s.N), strconv.Itoa(s.Met), strconv.Itoa(s.Never), strconv.Itoa(s.Waiting)}
	for _, q := range []*scoring.Quantile{s.Quarter, s.Half, s.Most, s.HalfDays} {
		if q == nil {
			row = append(row, "", "", "")
			continue
		}
		row = append(row, bare(&q.T), bare(q.Low), bare(q.High))
	}
	return row
}
