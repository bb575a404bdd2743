package scoring

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Late is the credit a claim gets when its event happened after the window.
// The zero value is strict: none.
type Late struct {
	shape string // "", "linear" or "decay"
	days  int    // until nothing is left, or until half is left
}

// ParseLate reads "strict", "linear:30d" (1 − d/30, never below 0) or
// "decay:14d" (half after 14 days: 2^(−d/14)). The number of days is 1 to
// 36500.
func ParseLate(s string) (Late, error) {
	if s == "strict" {
		return Late{}, nil
	}
	shape, rest, _ := strings.Cut(s, ":")
	number, isDays := strings.CutSuffix(rest, "d")
	days, err := strconv.Atoi(number)
	if shape != "linear" && shape != "decay" || !isDays || err != nil || days < 1 || days > 36500 {
		return Late{}, fmt.Errorf("late policy %q is not strict, linear:30d or decay:14d", s)
	}
	return Late{shape, days}, nil
}

// String is the form ParseLate reads.
func (l Late) String() string {
	if l.shape == "" {
		return "strict"
	}
	return fmt.Sprintf("%s:%dd", l.shape, l.days)
}

// MarshalText writes the policy as ParseLate reads it.
func (l Late) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Credit is the part of y, 0 to 1, left after being so many days late, counted
// from the end of the window. Within the grace days is 0 and the credit 1.
func (l Late) Credit(days int) float64 {
	d := float64(days) / float64(max(l.days, 1))
	switch {
	case days <= 0:
		return 1
	case l.shape == "linear":
		return max(0, 1-d)
	case l.shape == "decay":
		return math.Exp2(-d)
	}
	return 0
}
