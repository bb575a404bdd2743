package report

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/clean"
	"tracker/scoring"
)

// MaxChanges is how many changed conclusions a line names.
const MaxChanges = 3

// EffectText says what a choice changes, with the figures.
func EffectText(x board.Effect) string {
	if x.Touched == 0 && x.Turned == 0 {
		return "no claim counts otherwise: not tested"
	}
	if x.Scored == 0 && x.Sided == 0 {
		return fmt.Sprintf("%s left out, and none is left", Count(x.Touched, "claim"))
	}
	return fmt.Sprintf("%s counted otherwise, %d scored, right %s/%d, Brier %s; %s", Count(x.Touched, "claim"), x.Scored, scoring.Hit{K: x.Right}.Right(), x.Sided,
		threeDigits(x.Brier), ChangesText(x.Turns, x.Turned))
}

// LeftOutText says what leaving out each event in turn changes.
func LeftOutText(l board.LeftOut) string {
	if l.Tried == 0 {
		return "there is none"
	}
	tried := fmt.Sprintf("each of %s", Count(l.Events, "event"))
	if l.Tried < l.Events {
		tried = fmt.Sprintf("the %d of %d events with the most claims", l.Tried, l.Events)
	}
	brier := ""
	if l.BrierLow != nil {
		brier = fmt.Sprintf(", Brier %s to %s", threeDigits(l.BrierLow), threeDigits(l.BrierHigh))
	}
	return fmt.Sprintf("%s in turn%s; %s", tried, brier, ChangesText(l.Turns, l.Turned))
}

// ChangesText names the first changes, and counts the others of n.
func ChangesText(list []board.Turn, n int) string {
	if n == 0 {
		return "no conclusion changes"
	}
	var parts []string
	for _, c := range list[:min(MaxChanges, len(list))] {
		parts = append(parts, turnText(c))
	}
	if more := n - len(parts); more > 0 {
		parts = append(parts, fmt.Sprintf("%d more (--json has all)", more))
	}
	return strings.Join(parts, "; ")
}

// turnText says which conclusion is no longer the same, and from which
// figure to which.
func turnText(c board.Turn) string {
	s := ""
	switch c.Kind {
	case board.TurnCrosses:
		s = fmt.Sprintf("the Brier score of %s passes 0.25, from %.3f to %.3f", c.Names[0], c.From[0], c.To[0])
	case board.TurnOrder:
		s = fmt.Sprintf("the order of the points turns in %s, %s and %s, from %s to %s", figureText(c.Figure), c.Names[0], c.Names[1], pairText(c.Figure, c.From), pairText(c.Figure, c.To))
	case board.TurnApart:
		s = fmt.Sprintf("%s is shown to be better than %s", c.Names[0], c.Names[1])
	case board.TurnTogether:
		s = fmt.Sprintf("%s is no longer shown to be better than %s", c.Names[0], c.Names[1])
	case board.TurnRanked:
		s = "speakers can be ranked"
	case board.TurnUnranked:
		s = "fewer than two speakers are left to rank"
	}
	if c.Without != "" {
		s = "without " + c.Without + ", " + s
	}
	return clean.Line(s)
}

// pairText is the figures of two rows.
func pairText(figure string, of []float64) string {
	if figure == board.FigureHits {
		return fmt.Sprintf("%.0f and %.0f %%", 100*of[0], 100*of[1])
	}
	return fmt.Sprintf("%.3f and %.3f", of[0], of[1])
}

func figureText(figure string) string {
	if figure == board.FigureHits {
		return "hit share"
	}
	return "Brier"
}

// threeDigits prints a Brier score to three places.
func threeDigits(x *float64) string {
	if x == nil {
		return "–"
	}
	return fmt.Sprintf("%.3f", *x)
}
