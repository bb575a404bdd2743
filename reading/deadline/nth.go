package deadline

import (
	"time"

	"tracker/calendar"
)

// nth reads the n-th something of a period: "the third Friday of next month",
// "the first week of March", "the 5th of next month", "the last three months
// of the year", and "the 20th" alone.
func (p *parser) nth(i int, in depth) (period, int) {
	j := p.skip(i, "the", "its")
	if d, k := p.ofMonth(j); k > 0 {
		return d, k
	}
	n, k := p.ranked(j)
	if k == 0 {
		return period{}, 0
	}
	if d, m := p.nthPair(n, k); m > 0 {
		return d, m
	}
	if d, m := p.fullWeek(n, k); m > 0 {
		return d, m
	}
	t := p.at(k)
	switch {
	case t.is("of") && n > 0:
		return p.dayOf(n, k+1)
	case n == -1 && (t.kind == weekday || t.kind == unit && !t.plural) && p.at(k+1).is("but") && p.at(k+2).kind == number && p.at(k+2).value < 100 && p.at(k+3).among("of", "in"):
		if n -= int(p.at(k + 2).value); t.kind == weekday {
			return p.weekdayIn(n, time.Weekday(t.value), k+4)
		}
		return p.unitIn(n, t.value, k+4)
	case t.kind == weekday && p.at(k+1).among("of", "in"):
		return p.weekdayIn(n, time.Weekday(t.value), k+2)
	case t.kind == weekday && p.at(k+1).among("after", "before", "following"):
		return p.weekdayFrom(n, time.Weekday(t.value), k+1)
	case t.among("weekday", "business", "working", "trading"):
		k = p.over(k+1, "day")
		if p.at(k).among("of", "in") {
			return p.workdayIn(n, k+1)
		}
	case t.kind == unit && !t.plural && p.at(k+1).among("of", "in"):
		return p.unitIn(n, t.value, k+2)
	case (t.kind == number || t.among("few", "several", "couple")) && (n == 1 || n == -1):
		return p.stretchIn(n, k)
	case t.has(leader) && p.at(j).digits == 0 && p.at(k-1).kind == ordinal && !p.alone(k): // "in May and the second in November"
		return period{}, 0
	case (in >= led || p.alone(k) || p.at(k).is("at") && (p.at(k+1).digits > 0 || p.at(k+1).has(hourly)) || p.weekdayBeside(k)) && j > i && n > 0 && n <= 31 && t.kind != unit && t.kind != weekday && !p.noun(k):
		if w := p.over(p.over(k, ","), "a"); p.weekdayBeside(k) {
			return p.matched(time.Weekday(p.at(w).value), n), w + 1
		}
		return p.nextDay(n), k
	}
	return period{}, 0
}

// weekdayBeside reports whether the day before token i is said to be a weekday:
// "the 4th, a Wednesday".
func (p *parser) weekdayBeside(i int) bool {
	j := p.over(p.over(i, ","), "a")
	return p.at(i).is(",") && p.at(j-1).is("a") && p.at(j).kind == weekday && p.alone(j+1)
}

// noun reports whether token i is a word that an ordinal could count.
func (p *parser) noun(i int) bool {
	t := p.at(i)
	return t.kind != mark && t.word != "" && !t.among("at", "by", "or", "and", "for", "to", "in", "if", "when", "with", "but",
		"until", "through", "after", "before", "on", "as", "because", "so", "from", "will")
}

// nextDay is the next n-th day of a month, on or after the base day.
func (p *parser) nextDay(n int) period {
	y, m, _ := p.base.Civil()
	for k := range 12 {
		first := calendar.Date(y, m+time.Month(k), 1)
		if day := first + calendar.Day(n-1); day >= p.base && day.Month() == first.Month() {
			return period{first: day, last: day, gran: Day, class: ClassExact, rule: "nth"}
		}
	}
	return refusef("no month has a day %d", n)
}

// dayOf reads the month, or longer period, after "the 5th of".
func (p *parser) dayOf(n, i int) (period, int) {
	d, j := p.point(i, inside)
	if j == 0 || d.problem != "" || d.gran != Month {
		return period{}, 0
	}
	day := d.first + calendar.Day(n-1)
	if day < p.base && p.at(i).is("the") && d.first <= p.base { // "the first of the month" has passed
		d.first = d.last + 1
		d.last = d.first.AddMonths(1) - 1
		day = d.first + calendar.Day(n-1)
	}
	if day > d.last {
		return refusef("%s has no day %d", d.first.Month(), n), j
	}
	return single(d, day), j
}

// single is one day of a period.
func single(d period, day calendar.Day) period {
	return period{first: day, last: day, gran: Day, class: ClassExact, rule: "nth", written: d.written, gone: d.gone}
}

// container reads the period at i and picks the day in it. A period without
// its year moves on to the next one when that day has passed.
func (p *parser) container(i int, pick func(period) calendar.Day) (period, calendar.Day, int) {
	d, j := p.point(i, inside)
	if j == 0 || d.problem != "" || d.first == 0 || d.gran == Day {
		return d, 0, 0
	}
	day := pick(d)
	if day < p.base && d.yearless {
		d = d.nextYear()
		day = pick(d)
	}
	return d, day, j
}

// weekdayIn is the n-th such weekday of the period at i.
func (p *parser) weekdayIn(n int, w time.Weekday, i int) (period, int) {
	d, day, j := p.container(i, func(d period) calendar.Day {
		if n > 0 {
			return onOrAfter(d.first, w) + calendar.Day(7*(n-1))
		}
		return onOrAfter(d.last-6, w) + calendar.Day(7*(n+1))
	})
	if j == 0 {
		return period{}, 0
	}
	if day < d.first || day > d.last {
		return refusef("there are not so many %ss in it", w), j
	}
	return single(d, day), j
}

// workdayIn is the n-th day from Monday to Friday of the period at i.
func (p *parser) workdayIn(n, i int) (period, int) {
	d, day, j := p.container(i, func(d period) calendar.Day {
		if n > 0 {
			return businessDays(d.first-1, n)
		}
		day := d.last
		for left := n + 1; ; day-- {
			if w := day.Weekday(); w == time.Saturday || w == time.Sunday {
				continue
			}
			if left == 0 {
				return day
			}
			left++
		}
	})
	if j == 0 {
		return period{}, 0
	}
	return single(d, day), j
}

// unitIn is the n-th day, week, weekend or month of the period at i.
func (p *parser) unitIn(n int, id int32, i int) (period, int) {
	d, j := p.point(i, inside)
	if k := p.seq(i, "the", "new", "year"); k > 0 { // "the first day of the new year"
		d, j = p.share(1, 12, p.base.Year()+1), k
	}
	if j == 0 || d.problem != "" || d.first == 0 || d.gran == Day || d.gone || id < dayUnit || id == decadeUnit || id == centuryUnit || id == halfUnit {
		return d, 0
	}
	x := p.unitOf(d, n, id)
	if x.last < p.base && d.yearless {
		x = p.unitOf(d.nextYear(), n, id)
	}
	return x, j
}

// unitOf is the n-th such unit of a period. Weeks are ISO weeks and belong
// where their Thursday lies; counted in sevens is their other reading.
func (p *parser) unitOf(d period, n int, id int32) period {
	if id < dayUnit || id == decadeUnit || id == centuryUnit || id == halfUnit {
		return refused("that cannot be counted in it")
	}
	s := d
	switch u := units[id]; {
	case id == weekendUnit:
		saturday := onOrAfter(d.first, time.Saturday) + calendar.Day(7*(n-1))
		if n < 0 {
			saturday = onOrAfter(d.last-6, time.Saturday) + calendar.Day(7*(n+1))
		}
		s.first, s.last = saturday, saturday+1
	case u.months > 0 && n > 0:
		s.first = d.first.AddMonths(u.months * (n - 1))
		s.last = s.first.AddMonths(u.months) - 1
	case u.months > 0:
		s.first = (d.last + 1).AddMonths(u.months * n)
		s.last = s.first.AddMonths(u.months) - 1
	case n > 0:
		s.first = d.first + calendar.Day(u.days*(n-1))
		s.last = s.first + calendar.Day(u.days) - 1
	default:
		s.first = d.last + 1 + calendar.Day(u.days*n)
		s.last = s.first + calendar.Day(u.days) - 1
	}
	if s.first < d.first || s.first > d.last {
		return refusef("there are not so many of them in it")
	}
	s.gran, s.class, s.rule, s.alts, s.edge = units[id].gran, ClassBounded, "nth", nil, wholly
	if id == dayUnit {
		s.class = ClassExact
	}
	if id == weekUnit && (d.gran == Month || d.gran == Quarter || d.gran == Half || d.gran == Year) {
		return isoWeekOf(s, d, n)
	}
	return s
}

// isoWeekOf is the n-th ISO week of a period, beside the same in sevens.
func isoWeekOf(sevens, d period, n int) period {
	thursday := onOrAfter(d.first, time.Thursday) + calendar.Day(7*(n-1))
	if n < 0 {
		thursday = onOrAfter(d.last-6, time.Thursday) + calendar.Day(7*(n+1))
	}
	if thursday < d.first || thursday > d.last {
		return sevens
	}
	s := sevens
	s.first, s.last = thursday-3, thursday+3
	if s.first != sevens.first {
		s.other(sevens.first, sevens.last, "counted in sevens")
	}
	return s
}

// stretchIn reads "first 10 days of March", "last three months of the year".
func (p *parser) stretchIn(n, i int) (period, int) {
	a, j := p.amount(i)
	count, u := a.high/100, p.at(j)
	if j == 0 || u.kind != unit || !p.at(j+1).among("of", "in") || count > 366 || units[u.value].days+units[u.value].months == 0 {
		return period{}, 0
	}
	d, k := p.point(j+2, inside)
	if k == 0 || d.problem != "" || d.first == 0 || d.gone {
		return d, 0
	}
	length := units[u.value]
	if n > 0 {
		d.last = d.first.AddMonths(length.months*count) + calendar.Day(length.days*count) - 1
	} else {
		d.first = (d.last + 1).AddMonths(-length.months*count) - calendar.Day(length.days*count)
	}
	d.gran, d.class, d.rule, d.alts = length.gran, ClassBounded, "nth", nil
	if a.vague != "" {
		d.class = ClassFuzzy
	}
	return d, k
}
