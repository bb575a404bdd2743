// Package date reads the day that a person typed: "2025-11-12", "12 Nov
// 2025", "13/4/2025", "yesterday", "next Monday". What could be two days is
// never guessed: it is refused with both. It knows no clock; whoever calls
// says which day is today. Phrases that set a deadline are the deadline
// room's.
//
//	d, err := date.Read("last Friday", date.Options{Today: today, Lean: date.Past})
package date

import (
	"fmt"
	"strings"
	"time"

	"tracker/calendar"
)

// Order says how 3/4/2025 is read.
type Order int

const (
	Ask        Order = iota // refused with both readings
	DayFirst                // 3 April
	MonthFirst              // 4 March
)

// Lean says where a day without a year or a week lies: a statement was made
// in the past, a question is put off into the future.
type Lean int

const (
	Past   Lean = iota // the latest one on or before today
	Future             // the next one on or after today
)

// Options are what reading a day depends on. Today must be set.
type Options struct {
	Today calendar.Day
	Order Order
	Lean  Lean
}

// Ambiguous is the error for a text that names one of two days.
type Ambiguous struct {
	Text             string
	Day, Alternative calendar.Day // day first, then month first
}

func (e *Ambiguous) Error() string {
	return fmt.Sprintf("%q is %s or %s", e.Text, Long(e.Day), Long(e.Alternative))
}

// Long prints a day as people write it: 12 Nov 2025.
func Long(d calendar.Day) string {
	y, m, n := d.Civil()
	return fmt.Sprintf("%d %s %d", n, m.String()[:3], y)
}

// Read returns the day that s names, from 1900-01-01 to 9999-12-31. The error
// is an *Ambiguous for one of two days, else one line of what is wrong.
func Read(s string, o Options) (calendar.Day, error) {
	text := strings.TrimSpace(s)
	if d, err := calendar.Parse(text); err == nil {
		return d, nil
	}
	r := reader{text: text, words: split(text), o: o}
	for _, form := range []func() (calendar.Day, error){r.near, r.counted, r.weekday, r.named, r.numeric} {
		if d, err := form(); d != 0 || err != nil {
			return r.inRange(d, err)
		}
	}
	return 0, fmt.Errorf("%q is not a day", cut(text))
}

// reader holds one text: its words in lower case, and numbers apart.
type reader struct {
	text  string
	words []string
	o     Options
}

func (r reader) inRange(d calendar.Day, err error) (calendar.Day, error) {
	if err == nil && (d < calendar.First || d > calendar.Last) {
		return 0, fmt.Errorf("%q lies outside the years 1900 to 9999", cut(r.text))
	}
	return d, err
}

// near reads today, yesterday and their neighbours.
func (r reader) near() (calendar.Day, error) {
	switch strings.Join(r.words, " ") {
	case "today", "now":
		return r.o.Today, nil
	case "yesterday":
		return r.o.Today - 1, nil
	case "tomorrow":
		return r.o.Today + 1, nil
	case "the day before yesterday", "day before yesterday":
		return r.o.Today - 2, nil
	case "the day after tomorrow", "day after tomorrow":
		return r.o.Today + 2, nil
	}
	return 0, nil
}

// counted reads "3 days ago" and "in two weeks".
func (r reader) counted() (calendar.Day, error) {
	w, sign := r.words, 1
	switch {
	case len(w) == 3 && w[2] == "ago":
		w, sign = w[:2], -1
	case len(w) == 3 && w[0] == "in":
		w = w[1:]
	default:
		return 0, nil
	}
	n, ok := count(w[0])
	if !ok || n > 9999 {
		return 0, nil
	}
	switch strings.TrimSuffix(w[1], "s") {
	case "day":
		return r.o.Today + calendar.Day(sign*n), nil
	case "week":
		return r.o.Today + calendar.Day(sign*7*n), nil
	case "month":
		return r.o.Today.AddMonths(sign * n), nil
	case "year":
		return r.o.Today.AddYears(sign * n), nil
	}
	return 0, nil
}

// weekday reads "Monday", "last Monday", "this Monday" and "next Monday", by
// ISO weeks as the deadline room does.
func (r reader) weekday() (calendar.Day, error) {
	w, which := r.words, ""
	if len(w) == 2 && (w[0] == "last" || w[0] == "next" || w[0] == "this" || w[0] == "on") {
		w, which = w[1:], w[0]
	}
	if len(w) != 1 {
		return 0, nil
	}
	day, ok := weekday(w[0])
	if !ok {
		return 0, nil
	}
	today := r.o.Today
	ahead := calendar.Day((int(day) - int(today.Weekday()) + 7) % 7)
	behind := calendar.Day((int(today.Weekday()) - int(day) + 7) % 7)
	switch {
	case which == "last":
		if behind == 0 {
			behind = 7
		}
		return today - behind, nil
	case which == "next":
		return today.Monday() + 7 + calendar.Day((int(day)+6)%7), nil
	case which == "this":
		return today + ahead, nil
	case r.o.Lean == Future:
		return today + ahead, nil
	}
	return today - behind, nil
}

// named reads a day whose month is a word: 12 Nov 2025, November 12th, Wed
// 12 November 2025, 12-Nov-25.
func (r reader) named() (calendar.Day, error) {
	var month time.Month
	var numbers []string
	asked, hasWeekday := time.Sunday, false
	for _, w := range r.words {
		if m, ok := monthOf(w); ok && month == 0 {
			month = m
		} else if d, ok := weekday(w); ok && !hasWeekday {
			asked, hasWeekday = d, true
		} else if isNumber(w) {
			numbers = append(numbers, w)
		} else if w != "of" && w != "the" {
			return 0, nil
		}
	}
	if month == 0 || len(numbers) == 0 || len(numbers) > 2 {
		return 0, nil
	}
	d, err := r.monthDay(month, numbers)
	if err == nil && hasWeekday && d.Weekday() != asked {
		return 0, fmt.Errorf("%s is a %s, not a %s", Long(d), d.Weekday(), asked)
	}
	return d, err
}

// monthDay is a day of a month, with its year or without.
func (r reader) monthDay(month time.Month, numbers []string) (calendar.Day, error) {
	if len(numbers) == 1 {
		n, ok := small(numbers[0])
		if !ok {
			return 0, fmt.Errorf("%q names a month, not a day", cut(r.text))
		}
		return r.lean(month, n)
	}
	if len(numbers[0]) == 4 {
		numbers[0], numbers[1] = numbers[1], numbers[0]
	}
	n, ok := small(numbers[0])
	year, okYear := r.year(numbers[1])
	if !ok || !okYear {
		return 0, nil
	}
	return r.date(year, month, n)
}

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

func (r reader) date(year int, month time.Month, n int) (calendar.Day, error) {
	if !calendar.Valid(year, month, n) {
		return 0, fmt.Errorf("%q is not a day of the calendar", cut(r.text))
	}
	return calendar.Date(year, month, n), nil
}

// year reads four digits, or two: of those the year nearest to today's.
func (r reader) year(s string) (int, bool) {
	s = strings.TrimPrefix(s, "'")
	n, ok := digits(s)
	switch {
	case ok && len(s) == 4:
		return n, true
	case !ok || len(s) != 2:
		return 0, false
	}
	this := r.o.Today.Year()
	n += this / 100 * 100
	for n > this+50 {
		n -= 100
	}
	for n < this-49 {
		n += 100
	}
	return n, true
}
