package screen

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/scoring"
	"tracker/telling/report"
)

// Scores writes the board of a table of forecasts.
func (sc *Screen) Scores(s scoring.Scores) {
	b := tableBoard(s)
	if !sc.TTYOut {
		for _, g := range b.Groups {
			sc.Printf("%s\n", strings.Join([]string{clean.Line(g.Name), fmt.Sprint(g.N), fmt.Sprint(g.Events), fmt.Sprint(g.Hit.K), fmt.Sprint(g.Hit.N),
				bare(g.Hit.Share), bare(g.Hit.Low), bare(g.Hit.High), bare(g.Brier), bare(g.BrierLow), bare(g.BrierHigh)}, "\t"))
		}
		sc.Sayf("%s", forecastsSentence(s))
		return
	}
	sc.drawColumns(b.Groups, forecastsColumns(b.Leaderboard))
	sc.Printf("\n")
	if l := b.Leaderboard; l.Sentence != "" {
		sc.Paragraph(l.Sentence)
	}
	legend := []string{"right: of the forecasts above or below ½", "[ ]: 95 % interval", "–: too few or unknown"}
	sc.Paragraph(strings.Join(append(legend, rankLegend(b.Leaderboard, true)...), "; "))
	sc.Paragraph(forecastsSentence(s))
}

// tableBoard is the scores of a table in the shape that boards are drawn from.
func tableBoard(s scoring.Scores) board.Board {
	b := board.Board{By: board.BySpeaker, Leaderboard: &s.Leaderboard}
	for _, g := range s.Groups {
		b.Groups = append(b.Groups, board.Group{Name: g.Name, Figures: g.Figures})
	}
	return b
}

func forecastsColumns(l *scoring.Leaderboard) []boardColumn {
	columns := []boardColumn{
		{"speaker", func(g board.Group) string { return clean.Line(g.Name) }},
		{"forecasts", func(g board.Group) string { return fmt.Sprint(g.N) }},
		{"events", func(g board.Group) string { return fmt.Sprint(g.Events) }},
		{"right", func(g board.Group) string { return hitCell(g.Hit) }},
		{"Brier", func(g board.Group) string { return brierCell(g.Figures) }},
	}
	return append(columns, rankColumns(l, true)...)
}

// forecastsSentence says what the whole table comes to.
func forecastsSentence(s scoring.Scores) string {
	open := ""
	if s.Unresolved > 0 {
		open = fmt.Sprintf("; %s without an outcome left out", report.Count(s.Unresolved, "row"))
	}
	return fmt.Sprintf("%s by %s on %s%s, Brier %s; 0 best, 0.25 always 50 %%, one-component (others print twice this)",
		report.Count(s.Overall.N, "forecast"), report.Count(len(s.Groups), "speaker"), report.Count(s.Overall.Events, "event"), open, brierText(s.Overall))
}
