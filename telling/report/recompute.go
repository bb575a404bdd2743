package report

import (
	"fmt"
	"slices"
	"strings"

	"tracker/board"
	"tracker/claims"
	"tracker/scoring"
)

// formula is the Brier score of a claim with its own numbers, "" without a
// score.
func formula(j board.Judged) string {
	if j.Brier == nil {
		return ""
	}
	return squared(*j.P, *j.Y)
}

// squared prints (p − y)² and what it comes to.
func squared(p, y float64) string {
	return fmt.Sprintf("(%s − %s)² = %s", figure(p), figure(y), figure(scoring.Brier(p, y)))
}

// recomputed shows how one claim came to its score, step by step, so that a
// reader can repeat it for any other. It takes the first scored claim whose
// hedge has a range, else the first scored one; it is empty without any.
func recomputed(list []Claim, p board.Policy) []string {
	scored := func(c Claim) bool { return c.Brier != nil }
	i := slices.IndexFunc(list, func(c Claim) bool { return scored(c) && *c.PLow < *c.PHigh })
	if i < 0 {
		i = slices.IndexFunc(list, scored)
	}
	if i < 0 {
		return []string{}
	}
	c := list[i]
	steps := []string{
		fmt.Sprintf("Claim %d: %s.", c.ID, hedgeWords(c)),
		"Probability of the event: " + eventProbability(c),
		"What happened: " + happened(c, p),
		"Brier score (p − y)²: " + squared(*c.P, *c.Y) + ".",
	}
	if *c.PLow < *c.PHigh {
		steps = append(steps, fmt.Sprintf("Over the readings of the hedge, p from %s to %s: from %s to %s. It is 0 at best where y lies between.",
			figure(*c.PLow), figure(*c.PHigh), figure(*c.Best), figure(*c.Worst)))
	}
	return append(steps, "Right or wrong: "+side(c))
}

// eventProbability says how p follows from the words.
func eventProbability(c Claim) string {
	if c.Polarity == claims.WillNot {
		return fmt.Sprintf("the claim says will not, so p = 1 − %s = %s.", figure(*c.Hedge.P), figure(*c.P))
	}
	return fmt.Sprintf("p = %s.", figure(*c.P))
}

// happened says how y follows from the verdict.
func happened(c Claim, p board.Policy) string {
	text := fmt.Sprintf("%s, so y = %s", strings.Join(outcome(c.Verdict), ", "), figure(*c.Y))
	switch {
	case c.Verdict.Timing == claims.Late && *c.Y > 0:
		return text + " under late " + p.Late.String() + "."
	case c.Verdict.Timing == claims.Late || c.Verdict.Timing == claims.Early:
		return text + ": outside the window is not in time."
	}
	return text + "."
}

// side says which side the claim took and what came of it.
func side(c Claim) string {
	taken := "the readings reach ½, so it takes no side."
	switch {
	case *c.PLow > 0.5:
		taken = "every reading is above ½, so it says yes; " + string(callOf(c)) + "."
	case *c.PHigh < 0.5:
		taken = "every reading is below ½, so it says no; " + string(callOf(c)) + "."
	}
	return taken
}
