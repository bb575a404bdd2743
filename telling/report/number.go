package report

import (
	"fmt"
	"math"
	"strconv"
)

// unknown stands for a figure that does not exist. It is never 0.
const unknown = "–"

// tooFew stands for a figure that needs more events.
const tooFew = "too few"

// Interval prints a figure with its 95 % interval: "67 % [35–90]" as a
// percentage of 1, "0.182 [0.091–0.273]" otherwise. A nil figure is "–"; a
// figure on too few events to have an interval says so.
func Interval(share, low, high *float64, percent bool) string {
	digits, unit, scale := 3, "", 1.0
	if percent {
		digits, unit, scale = 0, " %", 100
	}
	show := func(x float64) string { return strconv.FormatFloat(x*scale, 'f', digits, 64) }
	switch {
	case share == nil:
		return unknown
	case low == nil || high == nil:
		return show(*share) + unit + " [" + tooFew + "]"
	}
	return fmt.Sprintf("%s%s [%s–%s]", show(*share), unit, show(*low), show(*high))
}

// percentage prints a share of 1 as whole per cent.
func percentage(x *float64) string {
	if x == nil {
		return unknown
	}
	return strconv.FormatFloat(100**x, 'f', 0, 64) + " %"
}

// score prints a Brier score to three places.
func score(x *float64) string {
	if x == nil {
		return unknown
	}
	return strconv.FormatFloat(*x, 'f', 3, 64)
}

// lowToHigh prints two ends, "0.040–0.360", and one number when they are equal.
func lowToHigh(low, high *float64, show func(*float64) string) string {
	if low == nil || high == nil {
		return unknown
	}
	if show(low) == show(high) {
		return show(low)
	}
	return show(low) + "–" + show(high)
}

// figure prints a number of a formula: six decimals at most, as few as it has.
func figure(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64)
}

// amount prints a sum of probabilities to one place, a whole number without.
func amount(x float64) string {
	return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
}

// Count prints a number with its noun: "1 day", "2 days".
func Count(n int, noun string) string {
	if n == 1 || n == -1 {
		return strconv.Itoa(n) + " " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
