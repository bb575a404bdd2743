package report

import (
	"fmt"

	"tracker/board"
	"tracker/claims"
)

// Crowd says how somebody did against what a market or a crowd said of the same
// events, and no more than the paired test showed; "" without any baseline.
func Crowd(c *board.Crowd) string {
	if c == nil || c.Own == nil {
		return ""
	}
	text := fmt.Sprintf("against the baseline on %s: Brier %.2f, the baseline's %.2f", Count(c.Events, "event"), *c.Own, *c.Crowd.Crowd)
	switch {
	case c.Low == nil || c.PValue == nil:
		text += "; too few to tell"
	default:
		text += fmt.Sprintf("; skill %+.0f %% [%+.0f to %+.0f], p = %.3f%s", 100**c.Skill, 100**c.Low, 100**c.High, *c.PValue, crowdVerdict(c))
	}
	if c.Later > 0 {
		text += fmt.Sprintf("; %d of the %s from after the statement, when more was known", c.Later, was(c.N, "baseline"))
	}
	if c.Undated > 0 {
		text += fmt.Sprintf("; of %d nobody noted the day", c.Undated)
	}
	return text
}

func crowdVerdict(c *board.Crowd) string {
	switch {
	case *c.PValue >= 0.05:
		return ": no difference could be shown"
	case *c.Own < *c.Crowd.Crowd:
		return ": lower than the baseline's"
	}
	return ": higher than the baseline's"
}

func was(n int, what string) string {
	if n == 1 {
		return "1 " + what + " is"
	}
	return Count(n, what) + " are"
}

// BaselineLine is what a market or a crowd gave a claim, and when: "40 %, on 3
// May 2025"; "" without.
func BaselineLine(c claims.Claim) string {
	switch {
	case c.BaselineP == nil:
		return ""
	case c.BaselineOn == 0:
		return Percent(*c.BaselineP)
	}
	days := int(c.BaselineOn - c.StatedOn.Day())
	when := "the day of the statement"
	if days > 0 {
		when = Count(days, "day") + " after the statement"
	} else if days < 0 {
		when = Count(-days, "day") + " before the statement"
	}
	return Percent(*c.BaselineP) + ", on " + dayWords(c.BaselineOn) + ", " + when
}
