package report

import (
	"fmt"

	"tracker/scoring"
)

// Crowd says how somebody did against what a market or a crowd said of the same
// events, and no more than the paired test showed; "" without any baseline.
func Crowd(c *scoring.Crowd) string {
	if c == nil || c.Own == nil {
		return ""
	}
	text := fmt.Sprintf("against baseline_p on %s: Brier %.2f, the baseline's %.2f", Count(c.Events, "event"), *c.Own, *c.Crowd)
	if c.Low == nil || c.PValue == nil {
		return text + "; too few to tell"
	}
	text += fmt.Sprintf("; skill %+.0f %% [%+.0f to %+.0f], p = %.3f", 100**c.Skill, 100**c.Low, 100**c.High, *c.PValue)
	switch {
	case *c.PValue >= 0.05:
		return text + ": no difference could be shown"
	case *c.Own < *c.Crowd:
		return text + ": lower than the baseline's"
	}
	return text + ": higher than the baseline's"
}
