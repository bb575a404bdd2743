package screen

import (
	"strings"

	"tracker/board"
	"tracker/scoring"
)

// boardLegend says how to read the columns.
func boardLegend(b board.Board) string {
	parts := []string{boardKey(b), "scored: of what was logged", "untestable: no end to the window"}
	return strings.Join(append(parts, rankLegend(b.Leaderboard, against(b) == "")...), "; ")
}

// rankLegend says how to read the columns of a leaderboard.
func rankLegend(l *scoring.Leaderboard, withSkill bool) []string {
	const skill = "skill: hundredths of Brier better than the average speaker, events' difficulty taken out"
	const rank = "rank: 95 % interval, for all speakers at once"
	switch {
	case l == nil || l.Ranked < 2:
		return nil
	case withSkill && l.Mode == scoring.ModeSkill:
		return []string{skill, rank}
	}
	return []string{rank}
}

// referenceText names a reference of skill.
func referenceText(r scoring.Reference) string {
	switch r {
	case scoring.AgainstBase:
		return "always saying the row's own base rate, which knows the outcomes"
	case scoring.AgainstBook:
		return "the base rate of the book's other events"
	case scoring.AgainstBaseline:
		return "baseline_p, on the claims that have one"
	}
	return "always saying 50 %"
}
