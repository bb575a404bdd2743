package report

import (
	"math"
	"strconv"

	"tracker/calendar"
	"tracker/workbook"
)

// field is one column of a table for spreadsheets: its name in CSV, its
// title in a workbook, and what stands in a row of an X.
type field[X any] struct {
	name  string
	title string
	width float64 // in characters, in a workbook
	form  workbook.Form
	value func(r *Report, x X) any // nil, string, int, bool, *bool, *float64, calendar.Day or line
}

// csvDatum is a value as a cell of the bundle shows it: truths are 1 and 0,
// numbers rounded, texts harmless.
func csvDatum(v any) string {
	switch v := v.(type) {
	case string:
		return cell(v)
	case int:
		return strconv.Itoa(v)
	case bool:
		return bit(v)
	case *bool:
		if v != nil {
			return bit(*v)
		}
	case *float64:
		if v != nil {
			return rounded(*v)
		}
	case calendar.Day:
		return v.String()
	}
	return ""
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// rounded prints a number with at most four digits behind the point.
func rounded(x float64) string {
	const scale = 10_000
	return strconv.FormatFloat(math.Round(x*scale)/scale, 'f', -1, 64)
}
