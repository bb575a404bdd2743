package screen

import (
	"fmt"
	"strconv"
	"strings"

	"tracker/board"
	"tracker/scoring"
	"tracker/telling/report"
)

// hitCell is "3 of 4 [30–97 %]".
func hitCell(h scoring.Hit) string {
	if h.N == 0 {
		return "–"
	}
	return fmt.Sprintf("%s [%.0f–%.0f %%]", h, 100**h.Low, 100**h.High)
}

// brierCell is "0.55 [.10–.98]".
func brierCell(f scoring.Figures) string {
	if f.Brier == nil {
		return "–"
	}
	if f.BrierLow == nil {
		return fmt.Sprintf("%.2f [too few]", *f.Brier)
	}
	return fmt.Sprintf("%.2f [%s–%s]", *f.Brier, bound(*f.BrierLow), bound(*f.BrierHigh))
}

// bound is an end of an interval within 0 and 1, to two places.
func bound(x float64) string { return strings.TrimPrefix(fmt.Sprintf("%.2f", x), "0") }

func bssCell(s *scoring.BSS) string {
	if s == nil || s.Skill == nil {
		return "too few"
	}
	return fmt.Sprintf("%+.0f %%", 100**s.Skill)
}

func skillCell(l *scoring.Leaderboard, name string) string {
	if p := l.Place(name); p != nil && p.SkillPoints != nil {
		return fmt.Sprintf("%+.1f", *p.SkillPoints)
	}
	return "–"
}

// rankCell is the simultaneous rank interval of a speaker, never a bare rank.
func rankCell(l *scoring.Leaderboard, name string) string {
	if p := l.Place(name); p != nil {
		return fmt.Sprintf("%d–%d", p.RankLow, p.RankHigh)
	}
	return "–"
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

func slipText(t board.Timing) string {
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
func plainRow(g board.Group) []string {
	name := g.Name
	if g.Role != "" {
		name += " (" + g.Role + ")"
	}
	row := []string{Shorten(name, 1000), strconv.Itoa(g.Denominator.Scored), strconv.Itoa(g.Denominator.Logged),
		bare(&g.Hit.K), strconv.Itoa(g.Hit.N), bare(g.Hit.Share), bare(g.Hit.Low), bare(g.Hit.High),
		bare(g.Brier), bare(g.BrierLow), bare(g.BrierHigh)}
	if g.BSS != nil {
		row = append(row, bare(g.BSS.Skill))
	}
	return row
}

func bare(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', -1, 64)
}
