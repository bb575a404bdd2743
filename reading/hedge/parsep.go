package hedge

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseP reads a probability: a number from 0 to 1 in decimal or exponent
// notation ("0.7", "1e-05"), or a percentage from 0% to 100% ("70%"). -0 is 0.
// Everything else is refused, with an example of what is accepted.
func ParseP(s string) (float64, error) {
	number, percent := strings.CutSuffix(s, "%")
	p, err := strconv.ParseFloat(number, 64)
	if err != nil || strings.Trim(number, "0123456789.eE+-") != "" {
		return 0, fmt.Errorf("%q is not a probability: write 0.7 or 70%%", s)
	}
	if percent {
		p /= 100
	}
	if !(p >= 0 && p <= 1) {
		return 0, fmt.Errorf("probability %q is not between 0 and 1: write 0.7 or 70%%", s)
	}
	if p == 0 {
		return 0, nil // not -0
	}
	return p, nil
}
