package screen

import (
	"fmt"
	"slices"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/telling/report"
)

// Trend writes how the rows of a board did as time went by: of halves those
// that could be tested, of quarters all that are shown.
func (sc *Screen) Trend(b board.Board, by board.TrendBy, all bool) {
	rows := slices.DeleteFunc(rowsShown(b, all || by == board.TrendHalves), func(g board.Group) bool {
		return g.Trend == nil || by == board.TrendHalves && !all && !g.Trend.Tested()
	})
	if !sc.TTYOut {
		sc.trendRows(b.Groups)
	} else {
		sc.drawTrends(b, rows)
	}
	for _, g := range rows {
		if s := g.Trend.Sentence; s != "" {
			sc.told(clean.Line(g.Name + ": " + s + "."))
		}
	}
	few := len(slices.DeleteFunc(slices.Clone(b.Groups), func(g board.Group) bool { return g.Trend.Tested() }))
	switch {
	case by == board.TrendQuarter:
		sc.told("Quarters are shown, and nothing was tested: tracker score --trend halves tests.")
	case len(rows) == 0:
		sc.told("too few to tell: it takes eight events, or eight promises whose time is over, in each half.")
	default:
		if few > 0 && !all {
			sc.told(fmt.Sprintf("%d more with too few to tell.", few))
		}
		sc.told("The halves hold different events: records are compared, not skill. Allowing for all that was tested (Holm): " +
			"a difference is false in at most one such table of twenty.")
	}
}

// told writes a sentence below a table, and in a pipe beside it.
func (sc *Screen) told(s string) {
	if sc.TTYOut {
		sc.Paragraph(s)
		return
	}
	sc.Sayf("%s", s)
}

// drawTrends draws the periods of promises and of what was said.
func (sc *Screen) drawTrends(b board.Board, groups []board.Group) {
	var promised, said [][]string
	for _, g := range groups {
		for i, p := range g.Trend.Promises {
			promised = append(promised, []string{once(i, g.Name), report.PeriodText(p.Name, p.From, p.To),
				fmt.Sprintf("%d of %d", p.Met, p.N), report.Times(p.Half, p.Half != nil)})
		}
		for i, p := range g.Trend.Periods {
			said = append(said, []string{once(i, g.Name), report.PeriodText(p.Name, p.From, p.To), fmt.Sprint(p.Events), hitCell(p.Hit), periodBrier(p)})
		}
	}
	for _, t := range []struct {
		heads []string
		rows  [][]string
	}{{[]string{"promises and plans", "said", "met", "half within × promised"}, promised}, {[]string{string(b.By), "first said", "events", "right", "Brier"}, said}} {
		if len(t.rows) > 0 {
			sc.drawRows(t.heads, t.rows)
			sc.Printf("\n")
		}
	}
}

// once is a name beside the first of its rows.
func once(i int, name string) string {
	if i > 0 {
		return ""
	}
	return clean.Line(name)
}

func periodBrier(p board.Period) string {
	switch {
	case p.Brier == nil:
		return "–"
	case p.BrierLow == nil:
		return fmt.Sprintf("%.2f [too few]", *p.Brier)
	}
	return fmt.Sprintf("%.2f [%s–%s]", *p.Brier, bound(*p.BrierLow), bound(*p.BrierHigh))
}

// trendRows writes the periods as bare rows.
func (sc *Screen) trendRows(groups []board.Group) {
	for _, g := range groups {
		for _, p := range g.Trend.Promises {
			row := []string{"promises", Shorten(g.Name, 1000), p.Name, p.From.String(), p.To.String(), fmt.Sprint(p.N), fmt.Sprint(p.Met), "", "", ""}
			if h := p.Half; h != nil {
				row[7], row[8], row[9] = bare(&h.T), bare(h.Low), bare(h.High)
			}
			sc.Printf("%s\n", strings.Join(row, "\t"))
		}
		for _, p := range g.Trend.Periods {
			sc.Printf("%s\n", strings.Join([]string{"said", Shorten(g.Name, 1000), p.Name, p.From.String(), p.To.String(), fmt.Sprint(p.Events),
				bare(&p.Hit.K), fmt.Sprint(p.Hit.N), bare(p.Hit.Low), bare(p.Hit.High), bare(p.Brier), bare(p.BrierLow), bare(p.BrierHigh)}, "\t"))
		}
	}
}
