package report

import (
	"slices"
	"strings"

	"tracker/claims"
)

// CheckChart refuses a chart that there is none of, and a format that none is
// written in.
func CheckChart(name, format string) error {
	switch {
	case !slices.Contains(ChartNames, name):
		return claims.Mistyped("no chart is called %q", name).WithHint("--chart %s", strings.Join(ChartNames, ", "))
	case format != "svg" && format != "csv":
		return claims.Mistyped("a chart is not written as %q", format).WithHint("tracker report --chart %s -o %[1]s.svg, or %[1]s.csv for its figures", name)
	}
	return nil
}

// ChartFile is a chart alone, as svg or as csv; refused where there is nothing
// to draw.
func (r Report) ChartFile(name, format string) ([]byte, error) {
	c := r.Chart(name)
	if c.Empty() {
		refusal := claims.Refuse("chart", "there is nothing to draw in %q yet", name)
		if name == "forest" && r.Denominator.Scored+r.Denominator.NoNumber > 0 {
			return nil, refusal.WithHint("tracker score --all has every row; it draws those with a number on %s", Count(r.Policy.MinEvents, "event"))
		}
		return nil, refusal.WithHint("tracker due lists what waits for a verdict")
	}
	if format == "csv" {
		return c.CSV(), nil
	}
	return c.File(r.ChartSource()), nil
}
