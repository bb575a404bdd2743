package screen

import (
	"cmp"
	"fmt"
	"slices"

	"tracker/board"
	"tracker/clean"
	"tracker/telling/report"
)

// fewRows is how many rows a board shows without leaving any out.
const fewRows = 8

// rowsShown are the rows of a board that most readers want, ranked ones first:
// all of them, when there are few, or they are asked for, or none has enough
// to tell.
func rowsShown(b board.Board, all bool) []board.Group {
	rows := slices.Clone(b.Groups)
	if b.RightBoard != nil || b.Leaderboard != nil && b.Leaderboard.Ranked > 1 {
		slices.SortStableFunc(rows, func(x, y board.Group) int { return cmp.Compare(placeIn(b, x.Name), placeIn(b, y.Name)) })
	}
	if all || len(rows) <= fewRows {
		return rows
	}
	enough := slices.DeleteFunc(slices.Clone(rows), func(g board.Group) bool {
		return max(g.Events, g.Hit.N, g.Promises.N) < b.Policy.MinEvents
	})
	if len(enough) == 0 {
		return rows
	}
	return enough
}

// placeIn is the place of a speaker, after all others for one without.
func placeIn(b board.Board, name string) int {
	if l := b.RightBoard; l != nil {
		if p := rightPlace(l, name); p != nil {
			return p.Rank
		}
		return len(l.Rows) + 1
	}
	if p := b.Leaderboard.Place(name); p != nil {
		return p.Rank
	}
	return len(b.Leaderboard.Rows) + 1
}

// promiseColumns tell what became of promises and plans.
func promiseColumns() []boardColumn {
	return []boardColumn{
		{"promises and plans", func(g board.Group) string { return clean.Line(g.Name) }},
		{"kept", func(g board.Group) string { return keptCell(g.Promises) }},
		{"kept late", func(g board.Group) string { return report.KeptLate(g.Promises) }},
		{"broken", func(g board.Group) string { return fmt.Sprint(g.Promises.Broken) }},
		{"open", func(g board.Group) string { return fmt.Sprint(g.Promises.Open) }},
		{"moved", func(g board.Group) string { return movedCell(g.Promises) }},
	}
}

// keptCell is "5 of 9", in time, with what was kept in part.
func keptCell(p board.Promises) string {
	if p.N == 0 {
		return "–"
	}
	kept := fmt.Sprintf("%d of %d", p.Kept+p.KeptEarly, p.N)
	if p.InPart > 0 {
		kept += fmt.Sprintf(", %d in part", p.InPart)
	}
	return kept
}

// movedCell is "7 times, by 2.5 years".
func movedCell(p board.Promises) string {
	switch {
	case p.Moves == 0:
		return "–"
	case p.MovedDays == nil:
		return report.Count(p.Moves, "time")
	}
	return fmt.Sprintf("%s, by %s", report.Count(p.Moves, "time"), report.DaysLong(*p.MovedDays))
}
