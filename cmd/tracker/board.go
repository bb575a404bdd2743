package main

import (
	"fmt"
	"strconv"
	"strings"

	"tracker/report"
	"tracker/scoring"
)

// printBoard writes a board: the table, what was left out and why, and the
// policy it rests on. In a pipe it is bare rows, and the sentences go to
// standard error.
func (e *env) printBoard(b scoring.Board, wide bool) {
	if !e.ttyOut {
		for _, g := range b.Groups {
			e.printf("%s\n", strings.Join(plainRow(g), "\t"))
		}
		e.sayf("%s", report.PolicySentence(b))
		return
	}
	e.drawBoard(b, wide)
}

// drawBoard writes the board as people read it.
func (e *env) drawBoard(b scoring.Board, wide bool) {
	if b.Denominator.Logged == 0 {
		e.printf("No claims to score.\n")
		return
	}
	headers := []string{string(b.By), "scored", "right", "Brier", "untestable"}
	if b.By == scoring.BySource {
		headers = []string{"source", "role", "scored", "right", "Brier", "untestable"}
	}
	if b.Leaderboard != nil && b.Leaderboard.Ranked > 1 {
		headers = append(headers, "rank")
	}
	if wide {
		headers = append(headers, "events", "over readings", "early/on time/late", "slips")
	}
	var rows [][]string
	for _, g := range b.Groups {
		rows = append(rows, boardRow(b, g, wide))
	}
	e.drawTable(e.out, headers, rows)
	e.printf("\n")
	if b.Leaderboard != nil && b.Leaderboard.Sentence != "" {
		e.printf("%s\n", b.Leaderboard.Sentence)
	}
	for _, line := range report.LeftOut(b.Denominator) {
		e.printf("%s\n", line)
	}
	e.printf("%s\n", wrap(report.PolicySentence(b), e.width))
}

// boardRow is one group as cells.
func boardRow(b scoring.Board, g scoring.Group, wide bool) []string {
	row := []string{shorten(g.Name, 30)}
	if b.By == scoring.BySource {
		row = append(row, g.Role)
	}
	row = append(row, fmt.Sprintf("%d/%d", g.Denominator.Scored, g.Denominator.Logged), hitText(g.Hit), brierText(g.Figures),
		share(g.Vagueness.Untestable))
	if b.Leaderboard != nil && b.Leaderboard.Ranked > 1 {
		row = append(row, rankText(b.Leaderboard, g.Name))
	}
	if wide {
		row = append(row, strconv.Itoa(g.Events), readingsText(g.Figures),
			fmt.Sprintf("%d/%d/%d", g.Timing.Early, g.Timing.OnTime, g.Timing.Late), slipText(g.Timing))
	}
	return row
}

// hitText is "3/4 75 % [30–97]".
func hitText(h scoring.Hit) string {
	if h.N == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d %s", h.K, h.N, report.Interval(h.Share, h.Low, h.High, true))
}

func brierText(f scoring.Figures) string {
	return report.Interval(f.Brier, f.BrierLow, f.BrierHigh, false)
}

// readingsText is the range of the Brier score over hedge readings.
func readingsText(f scoring.Figures) string {
	if f.BrierBest == nil {
		return "–"
	}
	return fmt.Sprintf("%.3f to %.3f", *f.BrierBest, *f.BrierWorst)
}

// rankText is the simultaneous rank interval of a speaker, never a bare rank.
func rankText(l *scoring.Leaderboard, name string) string {
	for _, r := range l.Rows {
		if r.Name == name {
			return fmt.Sprintf("%d–%d of %d", r.RankLow, r.RankHigh, l.Ranked)
		}
	}
	return "too few"
}

func slipText(t scoring.Timing) string {
	if t.Postponements == 0 {
		return "–"
	}
	if t.SlipDays == nil {
		return strconv.Itoa(t.Postponements)
	}
	return fmt.Sprintf("%d, %+d days", t.Postponements, *t.SlipDays)
}

func share(x *float64) string {
	if x == nil {
		return "–"
	}
	return fmt.Sprintf("%.0f %%", 100**x)
}

// plainRow is one group for a pipe: numbers as they are, unknown ones empty.
func plainRow(g scoring.Group) []string {
	name := g.Name
	if g.Role != "" {
		name += " (" + g.Role + ")"
	}
	return []string{shorten(name, 1000), strconv.Itoa(g.Denominator.Scored), strconv.Itoa(g.Denominator.Logged),
		strconv.Itoa(g.Hit.K), strconv.Itoa(g.Hit.N), bare(g.Hit.Share), bare(g.Hit.Low), bare(g.Hit.High),
		bare(g.Brier), bare(g.BrierLow), bare(g.BrierHigh)}
}

func bare(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', -1, 64)
}

// wrap breaks a paragraph at spaces so that no line is wider than n.
func wrap(s string, n int) string {
	var b strings.Builder
	width := 0
	for i, word := range strings.Fields(s) {
		w := len([]rune(word))
		switch {
		case i == 0:
		case width+1+w > n:
			b.WriteByte('\n')
			width = 0
		default:
			b.WriteByte(' ')
			width++
		}
		b.WriteString(word)
		width += w
	}
	return b.String()
}
