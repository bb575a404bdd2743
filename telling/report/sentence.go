package report

import (
	"fmt"
	"strings"

	"tracker/board"
	"tracker/claims"
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

// hindsight says what became of claims recorded in hindsight.
func hindsight(b board.Board) string {
	if b.Policy.ExcludeHindsight {
		return fmt.Sprintf("hindsight excluded (%d left out)", b.LeftOut)
	}
	return fmt.Sprintf("hindsight counted (%d of %d)", b.Denominator.Hindsight, b.Denominator.Scored)
}

// headlines says what the report comes to.
func headlines(r Report) []string {
	lines := []string{scoredHeadline(r)}
	if r.Overall.Citl != nil {
		lines = append(lines, dueHeadline(r))
	}
	if r.Promises.Any() {
		lines = append(lines, promisesHeadline(r.Promises))
	}
	if r.Denominator.Scored+r.Denominator.NoNumber > 0 {
		lines = append(lines, sidedHeadline(r.Overall.Hit, r.Policy.Weigh))
	}
	if r.Overall.Brier != nil {
		lines = append(lines, fmt.Sprintf("Mean Brier score %s, %s over the readings of the words; always saying 50 %% would have earned 0.250.",
			Interval(r.Overall.Brier, r.Overall.BrierLow, r.Overall.BrierHigh, false), lowToHigh(r.Overall.BrierBest, r.Overall.BrierWorst, score)))
	}
	if r.Leaderboard != nil && r.Leaderboard.Sentence != "" {
		lines = append(lines, "Between speakers: "+strings.TrimSuffix(r.Leaderboard.Sentence, ".")+".")
	}
	if moved := r.chainsOf(true); len(moved) > 0 {
		n := 0
		for _, c := range moved {
			n += c.Postponements
		}
		lines = append(lines, fmt.Sprintf("Promised or planned dates were put off %s; see the postponements below.", times(n)))
	}
	if left := r.Denominator.Logged - r.Denominator.Scored; left > 0 {
		lines = append(lines, fmt.Sprintf("Not in the Brier score: %d of %d recorded; each is in the table of claims with the reason.", left, r.Denominator.Logged))
	}
	return lines
}

func scoredHeadline(r Report) string {
	switch {
	case r.Overall.Citl == nil && r.Denominator.NoNumber > 0:
		return "No words of what was judged stand for a number: there is no Brier score."
	case r.Overall.Citl == nil:
		return "No claim is scored yet."
	}
	return fmt.Sprintf("Scored %d of %s, on %s.", r.Denominator.Scored, Count(r.Denominator.Logged, "claim"), Count(r.Overall.Events, "event"))
}

// dueHeadline is what the lexicon's reading of the words comes to against what
// happened: nobody said these numbers.
func dueHeadline(r Report) string {
	d := r.all.due
	by := "By the numbers given, "
	if len(r.Maps) > 0 {
		by = "Read by lexicon " + strings.Join(r.Maps, " and ") + ", "
	}
	return fmt.Sprintf("%s%.1f (%.0f–%.0f by the readings) of %s with a number were due in their windows; %s came in time, %s at all.",
		by, d.p, d.low, d.high, Count(r.all.numbered, "claim"), amount(d.y), amount(d.ever))
}

// extent is how much of an event happened, whenever that was.
func extent(v *claims.Verdict) float64 {
	switch {
	case v == nil:
		return 0
	case v.Outcome == claims.Yes:
		return 1
	case v.Outcome == claims.Partial && v.Extent != nil:
		return *v.Extent
	}
	return 0
}

func sidedHeadline(h scoring.Hit, w board.Weigh) string {
	share := Interval(h.Share, h.Low, h.High, true)
	switch {
	case h.N == 0:
		return "None took a side that could be right or wrong."
	case w == board.WeighClaims:
		return fmt.Sprintf("Right: %s on which the words took a side, %s.", h.Of("the ")+" claims", share)
	}
	return fmt.Sprintf("Right: %s of %s on which the words took a side, each event weighing the same, %s.", h.Right(), Count(h.N, "event"), share)
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
