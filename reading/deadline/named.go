package deadline

import (
	"time"

	"tracker/calendar"
)

// named reads weeks, weekends, months, quarters, years and longer periods told
// from the day of the statement: "this week", "next month", "the year after
// next", "the week of July 6", "week 32".
func (p *parser) named(i int, in depth) (period, int) {
	if d, j := p.weekNamed(i); j > 0 {
		return d, j
	}
	the := p.at(i).is("the")
	j := p.over(i, "the")
	if k := p.skip(j, "calendar", "full", "whole", "entire"); k > j && p.unitAt(k) {
		j, in = k, inside
	}
	if k := p.skip(p.skip(j, "this", "next", "current"), "working", "business", "trading", "work", "school"); k > j && p.at(k).is("week") && p.at(k-1).kind == plain && !p.at(k-1).among("this", "next", "current") && (in == inside || k > j+1) {
		d := p.ahead(weekUnit, 0)
		if d.last-2 < p.base || p.at(j).is("next") {
			d = p.ahead(weekUnit, 1)
		}
		d.last -= 2
		return d, k + 1
	}
	t := p.at(j)
	if next := p.at(j + 1); t.kind == unit && (t.value == yearUnit && next.kind == number && next.digits != 1 || t.value == monthUnit && !t.plural && p.at(p.over(j+1, "of")).kind == month) {
		if t.value == yearUnit {
			return period{}, 0
		}
		return p.monthFirst(p.over(j+1, "of"), inside)
	}
	switch {
	case t.among("last", "past", "previous") && p.at(j+1).kind != mark:
		return p.lastUnit(j + 1)
	case t.among("next", "coming", "upcoming") || the && p.following(j):
		if k := p.skip(j+1, "business", "working", "trading"); k > j+1 && p.at(k).is("day") {
			d, _ := p.after(0, k)
			d.first = businessDays(p.base, 1)
			d.last, d.rule, d.remark, d.bygone = d.first, ruleWorking, holidaysCount, false
			return d, k + 1
		}
		if !t.is("next") && p.at(j+1).is("weekend") {
			return p.ahead(weekendUnit, 0), j + 2
		}
		if p.unitAt(j + 1) {
			return p.unitNamed(p.ahead(p.at(j+1).value, 1), j+2)
		}
	case t.among("this", "current", "present"):
		k := p.skip(j+1, "coming", "current", "upcoming", "past", "same")
		k = p.over(k, "calendar")
		if p.at(k - 1).is("past") {
			return p.lastUnit(k)
		}
		switch coming := p.at(k-1).among("coming", "upcoming"); {
		case p.unitAt(k) && coming && p.at(k).value != weekendUnit:
			return p.ahead(p.at(k).value, 1), k + 1
		case p.unitAt(k):
			return p.unitNamed(p.ahead(p.at(k).value, 0), k+1)
		}
	case !p.unitAt(j):
	case p.seq(j+1, "before", "last") > 0:
		return period{gone: true}, j + 3
	case p.seq(j+1, "after", "next") > 0:
		return p.unitNamed(p.ahead(t.value, 2), j+3)
	case t.value == weekendUnit && (the || in == inside || p.alone(j+1)):
		return p.ahead(weekendUnit, 0), j + 1
	case in == inside && t.value != dayUnit:
		return p.ahead(t.value, 0), j + 1
	case in == inside && t.value == dayUnit:
		return p.after(0, j+1)
	}
	return period{}, 0
}

// unitNamed reads what may follow a unit told from today.
func (p *parser) unitNamed(d period, i int) (period, int) {
	if x, j := p.owned(d, i); j > i {
		return x, j
	}
	return p.dayOfWeek(d, i)
}

// following reports whether "following" at i counts from the statement: when
// the sentence has named no other day before it.
func (p *parser) following(i int) bool {
	return p.at(i).is("following") && p.told == 0 && p.tense != past && p.at(i-1).is("the")
}

// dayOfWeek reads the weekday that may follow a week: "next week on Thursday".
func (p *parser) dayOfWeek(d period, i int) (period, int) {
	j := p.over(p.over(i, ","), "on")
	t := p.at(j)
	if d.gran == Month {
		return p.inMonth(d, i)
	}
	if d.gran != Week || t.kind != weekday || !p.certain(j, led) {
		return d, i
	}
	day := onOrAfter(d.first, time.Weekday(t.value))
	return period{first: day, last: day, gran: Day, class: ClassExact, rule: "week", gone: day < p.base}, j + 1
}

// unitAt reports whether token i is a period of the calendar in the singular.
func (p *parser) unitAt(i int) bool {
	t := p.at(i)
	return t.kind == unit && !t.plural && t.value >= dayUnit && t.value != fortnightUnit
}

// lastUnit reads what follows "last": a unit, alone or counted.
func (p *parser) lastUnit(i int) (period, int) {
	if _, j := p.amount(i); j > 0 {
		i = j
	}
	i = p.adjectives(i)
	if t := p.at(i); t.kind == unit || t.kind == season || t.among("night", "few", "several") {
		return period{gone: true}, i + 1
	}
	return period{}, 0
}

// ahead is the unit of the calendar that holds the base day, or the n-th after.
func (p *parser) ahead(id int32, n int) period {
	y, m, _ := p.anchor.Civil()
	d := period{class: ClassBounded, gran: units[id].gran, rule: "week", bygone: n == 0 && p.tense == past}
	switch id {
	case dayUnit:
		d, _ = p.after(n, 0)
		return d
	case weekUnit:
		d.first = p.anchor.Monday() + calendar.Day(7*n)
		d.last = d.first + 6
		return d
	case weekendUnit:
		d.rule = "weekend"
		coming := p.anchor.Monday() + 5
		d.first = coming + calendar.Day(7*n)
		d.last = d.first + 1
		if n == 1 {
			d.other(coming, coming+1, "the coming weekend")
		}
		return d
	}
	months, start := units[id].months, time.January
	d.rule = "by"
	switch id {
	case monthUnit:
		start, d.rule = m, "this-next"
	case quarterUnit:
		start, d.rule = (m-1)/3*3+1, "quarter"
	case halfUnit:
		start, d.rule = (m-1)/6*6+1, "quarter"
	case decadeUnit:
		y, d.gran, d.rule = y/10*10, Decade, "decade"
	case centuryUnit:
		y, d.gran, d.rule = y/100*100, Decade, "decade"
	default:
		d.rule = "this-next"
	}
	d.first = calendar.Date(y, start, 1).AddMonths(n * months)
	d.last = d.first.AddMonths(months) - 1
	return d
}

// weekNamed reads a week by its number or by a day of it.
func (p *parser) weekNamed(i int) (period, int) {
	if y, n := p.at(i), p.at(i+2); y.kind == number && y.digits == 4 && p.at(i+1).is("week") && n.kind == number && n.digits > 0 {
		return weekOf(int(y.value), int(n.value)), i + 3
	}
	if j := p.over(i, "the"); p.at(j).is("w") && p.at(j+1).is("/") && p.at(j+2).among("c", "b", "e") && p.at(j+2).glued {
		return p.weekAround(j, j+2)
	}
	j := p.over(p.over(i, "the"), "calendar")
	if k := p.over(j, "long"); k > j && p.at(k).is("weekend") && p.at(k+1).is("ending") { // "the long weekend ending Monday 8 June"
		d, m := p.point(p.over(k+2, "on"), inside)
		if m == 0 || d.gran != Day || d.problem != "" || d.gone {
			return d, m
		}
		return period{first: d.last - 2, last: d.last, gran: Weekend, class: ClassBounded, rule: "weekend", written: d.written}, m
	}
	if !p.at(j).among("week", "wk", "weekend", "cw") {
		return period{}, 0
	}
	if n := p.at(j + 1); p.at(j).is("week") && n.kind == number && n.value >= 1 && n.value <= 5 && p.at(j+2).among("of", "in") && p.at(j+3).kind == month { // "week two of February"
		return p.unitIn(int(n.value), weekUnit, j+3)
	}
	if n := p.at(j + 1); n.kind == number && n.digits > 0 && n.digits <= 2 && !p.at(j).is("weekend") {
		k := p.skip(j+2, "of", ",")
		if y, m := p.yearAfter(k); m > 0 || p.at(k).digits == 4 {
			if m == 0 {
				y, m = int(p.at(k).value), k+1
			}
			return weekOf(y, int(n.value)), m
		}
		d := weekOf(p.base.Year(), int(n.value))
		if d.problem == "" && d.last < p.base {
			d = weekOf(p.base.Year()+1, int(n.value))
		}
		d.written = false
		return d, j + 2
	}
	return p.weekAround(j, j+1)
}

// weekAround reads "the week of July 6", "the week beginning 6 July".
// "w/c 20 May"; the word that says which day it is stands at how.
func (p *parser) weekAround(i, how int) (period, int) {
	t := p.at(how)
	if !t.among("of", "beginning", "starting", "commencing", "ending", "c", "b", "e") {
		return period{}, 0
	}
	at := p.over(how+1, "on")
	d, j := p.daysOfMonth(at, false)
	if j == 0 {
		d, j = p.point(at, inside)
	} else {
		d.last = d.first
	}
	if j == 0 || d.problem != "" || d.gone {
		return d, j
	}
	w := period{gran: Week, class: ClassBounded, rule: "week", written: d.written, yearless: d.yearless}
	switch {
	case p.at(i).is("weekend"):
		w.first, w.gran, w.rule = d.first.Monday()+5, Weekend, "weekend"
		w.last = w.first + 1
		return w, j
	case d.gran != Day:
		return period{}, 0
	case t.is("of"):
		w.first = d.first.Monday()
	case t.among("ending", "e"):
		w.first = d.first - 6
	default:
		w.first = d.first
	}
	w.last = w.first + 6
	return w, j
}
