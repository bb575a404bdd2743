package date

import (
	"fmt"
	"strings"
	"time"

	"tracker/calendar"
)

// numeric reads 13/4/2025, 13.4.2025, 2025/4/13, 20250413 and 13/4.
func (r reader) numeric() (calendar.Day, error) {
	w := r.words
	for _, x := range w {
		if !isNumber(x) {
			return 0, nil
		}
	}
	if len(w) == 1 && len(w[0]) == 8 {
		w = []string{w[0][:4], w[0][4:6], w[0][6:]}
	}
	if len(w) == 3 && len(w[0]) == 4 {
		month, _ := small(w[1])
		n, _ := small(w[2])
		year, _ := r.year(w[0])
		return r.date(year, time.Month(month), n)
	}
	if len(w) != 3 && len(w) != 2 {
		return 0, nil
	}
	a, okA := small(w[0])
	b, okB := small(w[1])
	if !okA || !okB {
		return 0, nil
	}
	return r.ordered(a, b, w[2:])
}

// ordered settles which of a and b is the month.
func (r reader) ordered(a, b int, year []string) (calendar.Day, error) {
	read := func(month, n int) (calendar.Day, error) {
		if len(year) == 0 {
			return r.lean(time.Month(month), n)
		}
		y, ok := r.year(year[0])
		if !ok {
			return 0, fmt.Errorf("%q is not a day", cut(r.text))
		}
		return r.date(y, time.Month(month), n)
	}
	dayFirst, errDay := read(b, a)
	monthFirst, errMonth := read(a, b)
	switch {
	case errDay != nil && errMonth != nil:
		return 0, errDay
	case errMonth != nil:
		return dayFirst, nil
	case errDay != nil:
		return monthFirst, nil
	case dayFirst == monthFirst || r.o.Order == DayFirst || strings.Contains(r.text, "."):
		return dayFirst, nil // 3.4.2025 is written where the day comes first
	case r.o.Order == MonthFirst:
		return monthFirst, nil
	}
	return 0, &Ambiguous{r.text, dayFirst, monthFirst}
}

// lean is a day of a month without a year, on the side where it must lie.
func (r reader) lean(month time.Month, n int) (calendar.Day, error) {
	year, step := r.o.Today.Year(), -1
	if r.o.Lean == Future {
		step = 1
	}
	for range 9 { // 29 February may be eight years away
		if calendar.Valid(year, month, n) {
			d := calendar.Date(year, month, n)
			if step < 0 && d <= r.o.Today || step > 0 && d >= r.o.Today {
				return d, nil
			}
		}
		year += step
	}
	return 0, fmt.Errorf("%q is not a day of the calendar", cut(r.text))
}
