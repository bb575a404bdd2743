package report

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/scoring"
)

// PolicySentence says every choice that the figures of b rest on, and how to
// read a Brier score.
func PolicySentence(b board.Board) string {
	parts := []string{
		"windows " + string(b.Policy.Windows),
		"late " + b.Policy.Late.String(),
	}
	if b.Policy.Early != "" {
		parts = append(parts, "early "+string(b.Policy.Early))
	}
	if b.Policy.Type != "" {
		parts = append(parts, "only what is a "+string(b.Policy.Type))
	}
	parts = append(parts, weighed(b.Policy), hindsight(b))
	if len(b.Rules) > 0 {
		parts = append(parts, "rules "+strings.Join(b.Rules, " and "))
	}
	if len(b.Maps) > 0 {
		parts = append(parts, "hedges "+strings.Join(b.Maps, " and "))
	}
	parts = append(parts, "as of "+b.AsOf.String())
	return strings.Join(parts, ", ") + "; Brier: 0 best, 0.25 always 50 %, one-component (others print twice this)"
}

// weighed says what counts the same in means and shares.
func weighed(p board.Policy) string {
	switch {
	case p.Weigh == board.WeighClaims:
		return "every claim weighs the same"
	case p.Updates == board.UpdatesFirst || p.Updates == board.UpdatesLast:
		return "every event weighs the same, the " + string(p.Updates) + " of several statements on one question counts"
	}
	return "every event weighs the same"
}

// hindsight says what became of claims logged after their window had closed.
func hindsight(b board.Board) string {
	if b.Policy.ExcludeHindsight {
		return fmt.Sprintf("hindsight excluded (%d left out)", b.LeftOut)
	}
	return fmt.Sprintf("hindsight counted (%d of %d)", b.Denominator.Hindsight, b.Denominator.Scored)
}

// headlines says what the report comes to.
func headlines(r Report) []string {
	lines := []string{scoredHeadline(r), sidedHeadline(r.Overall.Hit)}
	if r.Overall.Brier != nil {
		lines = append(lines, fmt.Sprintf("Mean Brier score %s, %s over the readings of the hedges; always saying 50 %% would have earned 0.250.",
			Interval(r.Overall.Brier, r.Overall.BrierLow, r.Overall.BrierHigh, false), span(r.Overall.BrierBest, r.Overall.BrierWorst, score)))
	}
	if r.Leaderboard != nil && r.Leaderboard.Sentence != "" {
		lines = append(lines, "Between speakers: "+strings.TrimSuffix(r.Leaderboard.Sentence, ".")+".")
	}
	if n := len(r.Chains); n > 0 {
		lines = append(lines, fmt.Sprintf("Deadlines were moved %s; see the chains below.", times(moved(r.Chains))))
	}
	if left := r.Denominator.Logged - r.Denominator.Scored; left > 0 {
		lines = append(lines, fmt.Sprintf("Not scored: %d of %d logged; each is in the table of claims with the reason.", left, r.Denominator.Logged))
	}
	return lines
}

// scoredHeadline is the calibration in the large: Σp against Σy.
func scoredHeadline(r Report) string {
	c := r.Overall.Citl
	if c == nil {
		return "No claim is scored yet."
	}
	return fmt.Sprintf("Scored %d of %s, on %s: they said %s would happen in their windows, and %s did.",
		r.Denominator.Scored, Count(r.Denominator.Logged, "claim"), Count(r.Overall.Events, "event"), amount(c.Expected), amount(c.Observed))
}

func sidedHeadline(h scoring.Hit) string {
	if h.N == 0 {
		return "None took a side that could be right or wrong."
	}
	return fmt.Sprintf("Right %s times that a side was taken: %s.", h.Of("the "), Interval(h.Share, h.Low, h.High, true))
}

// moved counts the postponements of all chains.
func moved(list []Chain) int {
	n := 0
	for _, c := range list {
		n += c.Postponements
	}
	return n
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
