package report

import (
	"math"
	"strconv"

	"tracker/calendar"
)

// field is one column of a table for spreadsheets: its name in CSV, its
// title in a workbook, and what stands in a row of an X.
type field[X any] struct {
	name  string
	title string
	width float64 // in characters, in a workbook
	form  form
	value func(r *Report, x X) any // nil, string, int, bool, *bool, *float64, or calendar.Day
}

// form is how the values of a field are shown.
type form int

const (
	asText   form = iota
	asProse       // text that is wrapped
	asDay         // 2025-08-06
	asWhole       // a count, or a truth: 1 and 0
	asShare       // a probability or a share, as 0.73
	asScore       // as 0.271
	asNumber      // with as many digits as it has
)

// decimals are how many digits behind the point CSV has of a form.
const decimals = 4

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

// rounded prints a number with at most decimals digits behind the point.
func rounded(x float64) string {
	const scale = 10_000
	return strconv.FormatFloat(math.Round(x*scale)/scale, 'f', -1, 64)
}
