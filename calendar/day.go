// Package calendar knows civil days: parsing, printing, arithmetic, weekdays
// and ISO weeks. It knows nothing of zones, clocks or claims.
//
//	d, err := calendar.Parse("2025-08-06")
//	d.AddMonths(1).String() // 2025-09-06
//	d.Monday()              // 2025-08-04, the first day of its ISO week
package calendar

import (
	"fmt"
	"time"
)

// Day is a day of the proleptic Gregorian calendar, counted from 0001-01-01,
// which is 1. The zero value is no day at all. Days order and subtract as
// integers: b - a is the number of days from a to b.
type Day int32

// The range that Parse accepts and every stored day lies in.
var (
	First = Date(1900, time.January, 1)
	Last  = Date(9999, time.December, 31)
)

// unixEpoch is 1970-01-01 as a Day.
const unixEpoch = 719163

// Date returns the day of a year, month and day of the month. Values outside
// their range are carried over, as time.Date does: 31 February is 3 March.
func Date(year int, month time.Month, day int) Day {
	m := int(month) - 1
	year += m / 12
	if m %= 12; m < 0 {
		m, year = m+12, year-1
	}
	// Years counted from March put the leap day last (Hinnant, chrono).
	y, mp := year, m-2
	if mp < 0 {
		mp, y = mp+12, y-1
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doe := yoe*365 + yoe/4 - yoe/100 + (153*mp+2)/5
	return Day(era*146097 + doe + day - 306)
}

// Of returns the civil day of t in t's own location.
func Of(t time.Time) Day {
	y, m, d := t.Date()
	return Date(y, m, d)
}

// Valid reports whether year, month and day name a day of the calendar
// between First and Last.
func Valid(year int, month time.Month, day int) bool {
	return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 &&
		day >= 1 && day <= DaysIn(year, month)
}

// Parse reads YYYY-MM-DD, exactly ten characters, between 1900-01-01 and
// 9999-12-31.
func Parse(s string) (Day, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("%q is not a date like 2025-08-06", s)
	}
	var n [3]int
	for i, part := range [3]string{s[:4], s[5:7], s[8:]} {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return 0, fmt.Errorf("%q is not a date like 2025-08-06", s)
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	if n[0] < 1900 {
		return 0, fmt.Errorf("%q is before 1900", s)
	}
	if !Valid(n[0], time.Month(n[1]), n[2]) {
		return 0, fmt.Errorf("%q is not a day of the calendar", s)
	}
	return Date(n[0], time.Month(n[1]), n[2]), nil
}

// Civil returns the year, month and day of the month.
func (d Day) Civil() (year int, month time.Month, day int) {
	z := int(d) + 305
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	m := mp + 3
	year = yoe + era*400
	if m > 12 {
		m, year = m-12, year+1
	}
	return year, time.Month(m), day
}

// Year returns the year of d.
func (d Day) Year() int { y, _, _ := d.Civil(); return y }

// Month returns the month of d.
func (d Day) Month() time.Month { _, m, _ := d.Civil(); return m }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return time.Weekday(((int(d) % 7) + 7) % 7) }

// Monday returns the first day of the ISO week that holds d.
func (d Day) Monday() Day { return d - Day((int(d.Weekday())+6)%7) }

// Start returns the first instant of the day in loc. Where the clocks jump
// over midnight it is the first instant after the jump.
func (d Day) Start(loc *time.Location) time.Time {
	y, m, day := d.Civil()
	t := time.Date(y, m, day, 0, 0, 0, 0, loc)
	for Of(t) < d { // time.Date may answer with the hour before a gap
		t = t.Add(30 * time.Minute)
	}
	return t
}

// AddMonths returns the day n months on, clamped to the end of the month:
// 31 January plus one month is 28 or 29 February.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Civil()
	t := int(m) - 1 + n
	y, t = y+t/12, t%12
	if t < 0 {
		t, y = t+12, y-1
	}
	return Date(y, time.Month(t+1), min(day, DaysIn(y, time.Month(t+1))))
}

// AddYears returns the day n years on; 29 February is clamped to the 28th.
func (d Day) AddYears(n int) Day { return d.AddMonths(12 * n) }

// String prints YYYY-MM-DD, and nothing for no day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	b, _ := d.AppendText(make([]byte, 0, 10))
	return string(b)
}

// AppendText appends YYYY-MM-DD to b.
func (d Day) AppendText(b []byte) ([]byte, error) {
	if d == 0 {
		return b, nil
	}
	y, m, day := d.Civil()
	if y < 0 || y > 9999 {
		return b, fmt.Errorf("year %d is out of range", y)
	}
	return append(b, byte('0'+y/1000), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10), '-',
		byte('0'+m/10), byte('0'+m%10), '-', byte('0'+day/10), byte('0'+day%10)), nil
}

// MarshalJSON writes a quoted YYYY-MM-DD, or null for no day.
func (d Day) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	b, err := d.AppendText(append(make([]byte, 0, 12), '"'))
	return append(b, '"'), err
}

// UnmarshalJSON reads a quoted YYYY-MM-DD, or null for no day.
func (d *Day) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = 0
		return nil
	}
	if len(b) < 2 || b[0] != '"' || b[len(b)-1] != '"' {
		return fmt.Errorf("%s is not a date like \"2025-08-06\"", b)
	}
	var err error
	*d, err = Parse(string(b[1 : len(b)-1]))
	return err
}

// DaysIn returns the number of days in a month.
func DaysIn(year int, month time.Month) int {
	switch month {
	case time.April, time.June, time.September, time.November:
		return 30
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
