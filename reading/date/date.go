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
