package report

import (
	"fmt"

	"tracker/board"
	"tracker/claims"
	"tracker/reading/hedge"
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
// reader can repeat it for any other: the first scored claim whose hedge has a
// range, else the first scored one; it is empty without any.
func recomputed(one *Claim, p board.Policy) []string {
	if one == nil {
		return []string{}
	}
	c := *one
	steps := []string{
		fmt.Sprintf("Claim %d: %s.", c.ID, hedgeWords(c)),
		"Probability of the event: " + eventProbability(c),
		"What happened: " + happened(c, p),
		"Brier score (p − y)²: " + squared(*c.P, *c.Y) + ".",
	}
	if *c.PLow < *c.PHigh {
		steps = append(steps, fmt.Sprintf("Over the readings of the words, p from %s to %s: from %s to %s. It is 0 at best where y lies between.",
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
	text := fmt.Sprintf("%s, so y = %s", HappenedWords(c.view()), figure(*c.Y))
	switch {
	case c.Verdict.Timing == claims.Late && *c.Y > 0:
		return text + ": " + lateWords(p.Late.String()) + "."
	case c.Verdict.Timing == claims.Late || c.Verdict.Timing == claims.Early && *c.Y == 0:
		return text + ": outside the window is not in time."
	}
	return text + "."
}

// side says which side the claim took, by what, and what came of it.
func side(c Claim) string {
	return takenBy(c) + "; " + came(c) + "."
}

// takenBy says which side c took, and whether words, a number or the statement
// as such took it.
func takenBy(c Claim) string {
	h := c.AsSaid()
	switch {
	case h.Kind == hedge.Explicit && c.Side == hedge.Neither:
		return "the number is ½, so it takes no side"
	case h.Kind == hedge.Explicit:
		return "by the number it says " + string(c.Side)
	case h.Words == "" && c.Side == hedge.Neither:
		return "a heading without a verb takes no side"
	case h.Words == "":
		return "stated without words of confidence, so it says " + string(c.Side)
	case c.Side == hedge.Neither:
		return "its words, " + marked(h.Words, h.Said) + ", take no side"
	case c.Polarity == claims.WillNot:
		return "its words, " + marked(h.Words, h.Said) + ", of what will not happen, say " + string(c.Side)
	}
	return "its words, " + marked(h.Words, h.Said) + ", say " + string(c.Side)
}

// came says where the claim stands and how it counts.
func came(c Claim) string {
	counted := "counted neither right nor wrong"
	if c.Right != nil && *c.Right {
		counted = "counted right"
	} else if c.Right != nil {
		counted = "counted wrong"
	}
	switch c.Standing {
	case claims.StandsNoSide:
		return "neither right nor wrong"
	case claims.Right, claims.Wrong:
		return string(c.Standing)
	}
	return StandingWords(c.Standing) + ", " + counted
}

// SideLine is what side takes and what came of it, "" for a claim that does
// not count.
func SideLine(c Claim) string {
	if c.Y == nil {
		return ""
	}
	return side(c)
}
