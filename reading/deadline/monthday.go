package deadline

import (
	"slices"
	"time"

	"tracker/calendar"
)

// dated reads months and days of months in words: "Feb. 3", "3 February 2027",
// "the 5th of March", "May 2027", "next March".
func (p *parser) dated(i int, in depth) (period, int) {
	if p.at(i).among("a", "an") && p.at(i+1).kind != plain { // "an Aug. 1 deadline"
		if d, k := p.dated(i+1, in); p.deadlineAfter(k) {
			return d, k
		}
		return period{}, 0
	}
	j := p.over(i, "the")
	if t := p.at(j); (t.kind == number && t.digits > 0 && t.digits <= 2 || t.kind == ordinal) && t.hundredths == 0 {
		return p.dayFirst(j)
	} else if n, k := p.ranked(j); n > 0 && k > 0 {
		return p.dayFirst(j)
	}
	if t := p.at(j); t.kind == month {
		return p.monthFirst(j, in)
	} else if t.kind == number && t.digits == 0 { // "nineteen July"
		if n, _, k := p.words(j); n >= 1 && n <= 31 && p.at(k).kind == month && p.certain(k, led) {
			return p.withYear(int(p.at(k).value), n, j, k+1)
		}
	}
	t := p.at(j)
	m := p.at(j + 1)
	if t.is("this") && m.among("coming", "upcoming") {
		j++
		m = p.at(j + 1)
	}
	if m.kind != month || p.at(j+2).kind == number && p.at(j+2).digits == 2 && !t.among("next", "last") {
		return period{}, 0
	}
	if day := p.over(j+2, "the"); t.among("this", "next", "coming", "upcoming") && p.dayFigure(day) && !p.counts(day+1) { // "next May 5"
		return p.monthFirst(j+1, inside)
	}
	switch {
	case t.among("last", "past", "previous"):
		return period{gone: true}, j + 2
	case t.among("this", "next", "coming", "upcoming"):
		d := p.yearlessMonth(int(m.value))
		if d.first <= p.base && t.is("next") {
			d = p.yearlessMonth(int(m.value))
			d.first, d.last = d.first.AddYears(1), d.first.AddYears(1).AddMonths(1)-1
		} else if y := p.base.Year(); t.is("next") && d.first.Year() == y {
			next := monthOf(y+1, int(m.value))
			d.other(next.first, next.last, "the month of next year")
		}
		return d, j + 2
	}
	return period{}, 0
}

// monthFirst reads "March", "March 2027", "March 5", "March 5, 2027".
func (p *parser) monthFirst(i int, in depth) (period, int) {
	m := p.at(i)
	if !p.certain(i, in) || p.person(i) || m.possessive && slices.Contains(eventNouns, p.at(i+1).word) && p.at(i-1).among("before", "after", "until", "of", "to", "by") { // "before May's election"
		return period{}, 0
	}
	if d, k := p.monthQuarter(i); k > 0 {
		return d, k
	}
	j := p.over(p.joint(i+1), "the")
	if p.at(j).is(",") && (p.at(j+1).kind == ordinal && !p.counts(j+2) || p.dayFigure(j+1) && p.at(p.over(j+2, ",")).digits == 4) {
		j++ // "April, 9th 2017"
	}
	n, k := p.ranked(j)
	if t := p.at(j); k == 0 && t.kind == number && t.digits > 0 && t.digits <= 2 && t.hundredths == 0 && !p.timeAt(j) {
		n, k = int(t.value), j+1
	} else if k == 0 && t.kind == number && t.digits == 0 { // "May twenty-nine"
		if w, _, m := p.words(j); w >= 1 && w <= 31 && !p.counts(m) {
			n, k = w, m
		}
	}
	if k > 0 && n > 0 {
		return p.withYear(int(m.value), n, i, k)
	}
	if y, k := p.yearAfter(i + 1); k > 0 {
		if y < 1900 || y > 9999 {
			return refusef("the year %d is not between 1900 and 9999", y), k
		}
		return monthOf(y, int(m.value)), k
	}
	if p.at(i+1).among(breaks...) || in == free && p.figures(i+1) { // "the August recess"
		return period{}, 0
	}
	return p.afterNext(p.yearlessMonth(int(m.value)), i+1)
}

// certain reports whether the month or weekday at i is one, and not an
// ordinary word such as "may", "march" or "sat".
func (p *parser) certain(i int, in depth) bool {
	t := p.at(i)
	if !t.short {
		return true
	}
	if t.kind == weekday && p.at(i-1).among("the", "our", "a") { // the Sun, the SAT
		return false
	}
	if t.caps && in == inside {
		return true
	}
	next := p.at(i + 1)
	if t.caps && t.kind == month && p.at(i-1).is("the") && slices.Contains(eventNouns, next.word) { // "the May elections"
		return true
	}
	if t.caps && t.kind == weekday && next.is(",") && (p.at(i+2).kind == month || p.at(i+2).digits > 0) {
		return true
	}
	if next.is("the") && p.at(i+2).kind == ordinal && t.caps || next.kind == ordinal || next.digits > 0 && next.kind != mark || t.caps && (next.hyphen || next.is("-") || next.is("to") || next.is("/")) && (next.kind == t.kind || p.at(i+2).kind == t.kind) || p.alone(i+1) || p.at(i-1).digits > 0 || p.at(i-1).kind == ordinal {
		return true
	}
	if p.at(i-1).among("in", "by", "until", "before", "after", "of", "next", "last", "this", "late", "early", "mid", "since", "through",
		"between", "from", "on", "till", "end", "during", "and", "to", "or", "for") {
		return t.caps || !p.at(i-1).among("to", "and", "or", "for", "this") && !p.verbal(i+1)
	}
	return t.caps && i > 0 && p.at(i-1).kind != mark && !p.verbal(i+1) && !p.at(i-1).caps
}

// person reports whether the month at i is a first name: "by April Jones",
// "Judge June Green".
func (p *parser) person(i int) bool {
	before, next := p.at(i-1), p.at(i+1)
	named := before.is("by") || i > 1 && before.caps && before.kind == plain && !before.has(leader)
	return named && p.at(i).caps && next.caps && next.kind == plain && !next.is("i")
}

// verbal reports whether token i looks like the verb or noun that an ordinary
// "may" or "march" goes with.
func (p *parser) verbal(i int) bool {
	t := p.at(i)
	return t.kind == plain && t.among("be", "have", "not", "also", "well", "still", "yet", "soon", "on", "to", "said", "says", "has", "is", "was")
}

// timeAt reports whether the number at i is the hour of a clock time.
func (p *parser) timeAt(i int) bool {
	next := p.at(i + 1)
	return next.kind == meridiem || next.is(":") && next.glued && p.at(i+2).glued
}

// dayFirst reads "3 February", "the 5th of March 2027", "3-Feb-2026" and, for
// an ordinal alone, the next such day of a month.
func (p *parser) dayFirst(i int) (period, int) {
	n, j := p.ranked(i)
	if j == 0 {
		n, j = int(p.at(i).value), i+1
	}
	k := p.over(j, "day")
	k = p.over(k, "of")
	k = p.joint(k)
	if m := p.at(k); m.kind == month && (p.certain(k, led)) && n > 0 {
		return p.withYear(int(m.value), n, i, k+1)
	}
	return period{}, 0
}

// withYear completes a month and day with the year after it, if there is one.
func (p *parser) withYear(m, day, i, j int) (period, int) {
	if y, k := p.yearAfter(j); k > 0 {
		d, _ := p.civil(y, m, day, i, k)
		return p.dayed(d, k)
	}
	if t := p.at(j); t.kind == number && t.digits == 2 && p.alone(j+1) { // "20 Jan 27"
		return p.civil(p.century(int(t.value)), m, day, i, j+1)
	}
	return p.dayed(p.yearless(m, day), j)
}

// dayed skips a weekday given after a date: "March 5 (Thursday)".
func (p *parser) dayed(d period, i int) (period, int) {
	open := p.over(p.skip(i, "(", ","), "a")
	if t := p.at(open); open > i && t.kind == weekday && d.problem == "" && t.value == int32(d.first.Weekday()) {
		return d, p.over(open+1, ")")
	}
	return d, i
}

// yearAfter reads the year after a month or a day: "2027", ", 2027", "of next
// year", "'27".
func (p *parser) yearAfter(i int) (year, next int) {
	if j := p.joint(i); p.at(j).kind == number && p.at(j).glued && !p.at(j+1).glued && (j > i || p.at(i-1).kind == month) {
		if t := p.at(j); t.digits == 2 && t.hundredths == 0 && (j == i || p.at(i).among("/", ".")) {
			return p.century(int(t.value)), j + 1
		} else if t.digits == 4 {
			return int(t.value), j + 1
		}
	}
	j := p.over(i, ",")
	if k := p.over(p.skip(j, "in", "of"), "the"); p.at(k).is("year") && p.at(k+1).kind == number && p.at(k+1).digits == 4 { // "5 March, the year 2027"
		return int(p.at(k + 1).value), k + 2
	}
	if t := p.at(j); t.kind == number && t.digits >= 4 && !p.at(j+1).is(":") && (j == i || t.value >= 1900) && !p.zoned(j+1) {
		return int(t.value), j + 1
	}
	if y, k := p.shortYear(p.skip(i, "of", ",")); k > 0 {
		return y, k
	}
	if t := p.at(i); t.hyphen && t.kind == number && t.digits == 2 {
		return p.century(int(t.value)), i + 1
	}
	if t := p.at(i + 1); p.at(i).is("-") && p.at(i).glued && t.glued && t.digits == 4 {
		return int(t.value), i + 2
	}
	j = p.skip(i, "of", "in", ",")
	if t := p.at(j); t.kind == number && t.digits == 4 && j > i && t.value >= 1900 && t.value < 2200 {
		return int(t.value), j + 1
	}
	switch t := p.at(j); {
	case !p.at(j + 1).is("year"):
	case t.is("next"):
		return p.anchor.Year() + 1, j + 2
	case t.is("this"):
		return p.anchor.Year(), j + 2
	}
	return 0, 0
}

// shortYear reads '27.
func (p *parser) shortYear(i int) (year, next int) {
	if t := p.at(i + 1); p.at(i).among("'", `"`) && t.glued && t.kind == number && t.digits == 2 {
		return p.century(int(t.value)), i + 2
	}
	return 0, 0
}

// recent is how many days ago a date without its year may have been meant.
const recent = 14

// yearless is the next such day on or after the base day.
func (p *parser) yearless(m, day int) period {
	if day < 1 || day > calendar.DaysIn(2024, time.Month(m)) {
		return refusef("%s has no day %d", time.Month(m), day)
	}
	d := period{gran: Day, class: ClassExact, rule: "month-day", yearless: true}
	y := p.base.Year()
	for d.first = calendar.Date(y, time.Month(m), day); d.first < p.base || d.first.Month() != time.Month(m); y++ {
		if last := d.first; d.first < p.base && p.base-last <= recent && last.Month() == time.Month(m) {
			d.other(last, last, "the one just past")
		}
		d.first = calendar.Date(y+1, time.Month(m), day)
	}
	d.last = d.first
	if p.tense == past {
		d.bygone = true
	}
	return d
}

// yearlessMonth is the next such month that is not over yet.
func (p *parser) yearlessMonth(m int) period {
	y := p.base.Year()
	d := monthOf(y, m)
	if d.last < p.base {
		before := d
		if d = monthOf(y+1, m); p.base-before.last <= recent {
			d.other(before.first, before.last, "the one just past")
		}
	}
	d.written, d.yearless = false, true
	if p.tense == past {
		d.bygone = true
	}
	return d
}
