package deadline

import (
	"time"

	"tracker/calendar"
)

// numeric reads dates in figures: 2026-02-03, 2026-W07-3, 2026-065, 2026-03,
// 03/04/2026, 4.3.2026, 3/4.
func (p *parser) numeric(i int, in depth) (period, int) {
	t := p.at(i)
	if t.kind != number || t.digits == 0 || t.hundredths > 0 && t.digits > 2 {
		return period{}, 0
	}
	if d, j := p.yearFirst(i); j > 0 {
		return d, j
	}
	if d, j := p.isoWeek(i); j > 0 {
		return d, j
	}
	if t.digits == 8 && (in >= led || p.alone(i+1)) {
		if d, j := p.civil(int(t.value)/10000, int(t.value)/100%100, int(t.value)%100, i, i+1); d.problem == "" {
			return d, j
		}
	}
	sep := p.at(i + 1)
	if !sep.glued || !sep.among("-", "/", ".") || !p.figure(i+2) {
		return period{}, 0
	}
	if third := p.at(i + 3); third.glued && third.is(sep.word) && p.figure(i+4) {
		return p.threeFigures(i)
	}
	return p.twoFigures(i, in)
}

// figure reports whether token i is a number glued to what stands before it.
func (p *parser) figure(i int) bool {
	t := p.at(i)
	return t.kind == number && t.digits > 0 && t.glued && t.hundredths == 0
}

// threeFigures reads year-month-day, or the two orders of day and month.
func (p *parser) threeFigures(i int) (period, int) {
	a, b, c := p.at(i), p.at(i+2), p.at(i+4)
	x, y, z := int(a.value), int(b.value), int(c.value)
	end := i + 5
	switch {
	case a.digits >= 3 || p.at(end).glued && (p.at(end).is("-") || p.at(end).is("/")) && p.figure(end+1):
		if k := p.instant(end); k > 0 {
			return p.stamped(x, y, z, end, k)
		}
		return p.civil(x, y, z, i, end)
	case c.digits == 2:
		z = p.century(z)
	case c.digits != 4:
		return refusef("%s is not a date", p.text[a.start:c.end]), end
	}
	dayFirst := p.r.opts.DayFirst || p.at(i+1).is(".")
	if x > 12 || dayFirst && y <= 12 {
		x, y = y, x
	}
	d, _ := p.civil(z, x, y, i, end)
	if d.problem == "" && x != y && y <= 12 && x <= 12 {
		other := calendar.Date(z, time.Month(y), x)
		if d.first < p.base && other >= p.base && p.tense != past { // only one order lies ahead
			d.first, d.last, d.class = other, other, ClassFuzzy
			d.remark = "read in the order of day and month that lies ahead; the other was over"
			return d, end
		}
		d.other(other, other, "the other order of day and month")
	}
	return d, end
}

// instant reads "T17:00:00Z" after an ISO date and returns the index after it.
func (p *parser) instant(i int) int {
	if p.at(i).is("t") && p.at(i).glued && p.figure(i+1) && p.at(i+2).is(":") {
		return i + 1
	}
	return 0
}

// stamped reads an ISO date with its time, whose tokens begin at k.
func (p *parser) stamped(y, m, d, end, k int) (period, int) {
	day, _ := p.civil(y, m, d, end-5, end)
	p.toks[k].glued = false // the T is read
	c, j := p.clock(k)
	switch {
	case j == 0 || day.problem != "":
		return day, end
	case c.bad:
		return refused("there is no such time of day"), j
	}
	return p.atClock(day, c), j
}

// civil is a written day of the calendar, or a refusal.
func (p *parser) civil(y, m, d, i, end int) (period, int) {
	if !calendar.Valid(y, time.Month(m), d) {
		return refusef("%s is not a day of the calendar between 1900 and 9999", p.text[p.at(i).start:p.at(end-1).end]), end
	}
	day := calendar.Date(y, time.Month(m), d)
	return period{first: day, last: day, gran: Day, class: ClassExact, rule: "date", written: true}, end
}

// twoFigures reads 2026-03 and 03/2026 as months, and 3/4 as a day after a
// preposition.
func (p *parser) twoFigures(i int, in depth) (period, int) {
	a, b, sep := p.at(i), p.at(i+2), p.at(i+1)
	hyphen := p.text[sep.start:sep.end] == "-"
	x, y := int(a.value), int(b.value)
	switch {
	case p.at(i+3).glued && p.at(i+3).kind != mark:
		return period{}, 0
	case a.digits == 4 && b.digits == 2 && (hyphen || sep.is("/")) && y >= 1 && y <= 12 && x >= 1900:
		return monthOf(x, y), i + 3
	case a.digits == 4 && b.digits == 3 && hyphen && y >= 1 && y <= 366:
		d, _ := p.civil(x, 1, 1, i, i+3)
		d.first += calendar.Day(y - 1)
		d.last = d.first
		return d, i + 3
	case b.digits == 4 && sep.is("/") && x >= 1 && x <= 12 && y >= 1900:
		return monthOf(y, x), i + 3
	case !sep.is("/") || a.digits > 2 || b.digits > 2 || in < led && !p.alone(i+3) && p.at(i-1).kind != weekday && !(p.at(i+3).among("-", "to") && p.at(i+5).is("/")):
		return period{}, 0
	}
	if x > 12 || p.r.opts.DayFirst && y <= 12 {
		x, y = y, x
	}
	if x < 1 || x > 12 || y < 1 || y > 31 {
		return period{}, 0
	}
	d := p.yearless(x, y)
	if d.problem == "" && x != y && y <= 12 {
		other := p.yearless(y, x)
		d.other(other.first, other.last, "the other order of day and month")
	}
	return d, i + 3
}

// isoWeek reads 2026-W07, 2026W07 and 2026-W07-3.
func (p *parser) isoWeek(i int) (period, int) {
	y, w, n := p.at(i), p.at(i+1), p.at(i+2)
	if y.digits != 4 || !w.is("w") || !(w.glued || w.hyphen) || !n.glued || n.kind != number {
		return period{}, 0
	}
	d := weekOf(int(y.value), int(n.value))
	if d.problem != "" {
		return d, i + 3
	}
	if day := p.at(i + 4); p.at(i+3).is("-") && p.at(i+3).glued && day.glued && day.kind == number && day.value >= 1 && day.value <= 7 {
		d.first += calendar.Day(day.value - 1)
		d.last, d.gran, d.class, d.rule = d.first, Day, ClassExact, "date"
		return d, i + 5
	}
	return d, i + 3
}

// weekOf is week n of an ISO year, or a refusal.
func weekOf(year, n int) period {
	monday := calendar.Date(year, time.January, 4).Monday() + calendar.Day(7*(n-1))
	if year < 1900 || n < 1 || n > 53 || n == 53 && (monday+3).Year() != year {
		return refusef("%d has no week %d", year, n)
	}
	return period{first: monday, last: monday + 6, gran: Week, class: ClassBounded, rule: "week", written: true}
}

// monthOf is a month of a written year.
func monthOf(year, m int) period {
	first := calendar.Date(year, time.Month(m), 1)
	return period{first: first, last: first.AddMonths(1) - 1, gran: Month, class: ClassBounded, rule: "month-day", written: true}
}
