package board

import (
	"fmt"
	"strings"

	"tracker/scoring"
)

// tellTrends makes one family of all the tests of a board's trends, adjusted by
// Holm's method, and says of each row what was found.
func tellTrends(groups []Group) {
	adjust(groups, func(t *Trend, take func(p *float64, into **float64)) {
		if t.Brier != nil {
			take(t.Brier.PValue, &t.Brier.PHolm)
		}
		if t.Right != nil {
			take(t.Right.PValue, &t.Right.PHolm)
		}
		if t.Pace != nil {
			take(t.Pace.PValue, &t.Pace.PHolm)
		}
	})
	adjust(groups, func(t *Trend, take func(p *float64, into **float64)) {
		if t.Excess != nil {
			take(t.Excess.PValue, &t.Excess.PHolm)
		}
	})
	for _, g := range groups {
		if g.Trend != nil {
			g.Trend.Sentence = g.Trend.sentence()
		}
	}
}

// adjust gives every test of a family its adjusted p-value.
func adjust(groups []Group, tests func(t *Trend, take func(p *float64, into **float64))) {
	var ps []float64
	var where []**float64
	for _, g := range groups {
		if g.Trend != nil {
			tests(g.Trend, func(p *float64, into **float64) {
				if p != nil {
					ps, where = append(ps, *p), append(where, into)
				}
			})
		}
	}
	for i, p := range scoring.Holm(ps) {
		*where[i] = &p
	}
}

// Tested reports whether anything about t was tested.
func (t *Trend) Tested() bool {
	return t.Brier != nil || t.Right != nil || t.Pace != nil && t.Pace.PValue != nil
}

// found reports whether an adjusted p-value shows a difference.
func found(p *float64) bool { return p != nil && *p < 0.05 }

// sentence says of halves what was tested, and no more.
func (t *Trend) sentence() string {
	if t.By != TrendHalves {
		return ""
	}
	var parts []string
	switch {
	case t.Brier != nil:
		parts = append(parts, changeText(t.Brier, "Brier", "%.2f", 1, *t.Periods[0].Brier, *t.Periods[1].Brier)+t.why())
	case t.Right != nil:
		parts = append(parts, changeText(t.Right, "share right", "%.0f %%", 100, *t.Periods[0].Hit.Share, *t.Periods[1].Hit.Share))
	}
	if p := t.Pace; p != nil && p.PValue != nil {
		text := "promises took as long, as far as can be shown"
		if found(p.PHolm) {
			text = "promises took longer in the second half, in units of the time promised"
			if *p.Z < 0 {
				text = "promises came sooner in the second half, in units of the time promised"
			}
		}
		parts = append(parts, fmt.Sprintf("%s (p = %.2g)", text, *p.PHolm))
	}
	if parts == nil {
		return "too few: it takes eight in each half"
	}
	return strings.Join(parts, "; ")
}

// why says how far a change of the Brier score is one of how well words held.
func (t *Trend) why() string {
	same := t.Excess != nil && found(t.Excess.PHolm) && (t.Excess.Difference < 0) == (t.Brier.Difference < 0)
	switch {
	case !found(t.Brier.PHolm) || same:
		return ""
	case t.Brier.Difference < 0:
		return ": what was said was surer; on how well the words held, no difference could be shown"
	}
	return ": what was said was less sure; on how well the words held, no difference could be shown"
}

// changeText is a figure in both halves and what was found.
func changeText(c *scoring.Shift, figure, format string, unit, before, after float64) string {
	text := fmt.Sprintf("%s "+format+" in the first half, "+format+" in the second", figure, unit*before, unit*after)
	if c.Low != nil {
		text += fmt.Sprintf(", %+.2f [%+.2f to %+.2f]", unit*c.Difference, unit**c.Low, unit**c.High)
		if unit != 1 {
			text = fmt.Sprintf("%s "+format+" in the first half, "+format+" in the second, %+.0f points [%+.0f to %+.0f]",
				figure, unit*before, unit*after, unit*c.Difference, unit**c.Low, unit**c.High)
		}
	}
	switch {
	case !found(c.PHolm):
		text += ", no difference could be shown"
	case c.Difference < 0:
		text += ", lower"
	default:
		text += ", higher"
	}
	return fmt.Sprintf("%s (p = %.2g)", text, *c.PHolm)
}
