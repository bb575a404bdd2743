package deadline

import (
	"time"

	"tracker/calendar"
)

// bareDay reads the day of the month after a weekday: "Friday 13", "Tue 24th",
// "Monday the 2nd". A number that counts what follows it is none: "on Friday
// 13 countries".
func (p *parser) bareDay(i int) (n, next int) {
	j := p.over(i, "the")
	if p.at(j).kind == ordinal || p.at(j).kind == number { // not "Sunday opening"
		n, next = p.ranked(j)
	}
	if t := p.at(j); next == 0 && t.kind == number && t.digits > 0 && t.digits <= 2 && t.hundredths == 0 && (!p.at(i-1).is(",") || p.at(j+1).kind == mark && !p.at(j+1).glued || p.at(j+1).is(",")) {
		n, next = int(t.value), j+1
	}
	after := p.at(next)
	if next == 0 || n < 1 || n > 31 || after.kind == month || after.is("of") || p.counts(next) || p.timeAt(j) || after.glued && after.among("/", "-", "%") && p.figure(next+1) {
		return 0, 0
	}
	return n, next
}

// counts reports whether token i is a word that the number before it counts.
func (p *parser) counts(i int) bool {
	t := p.at(i)
	return t.kind == unit || t.kind == season || t.kind == meridiem || t.is("%") || t.hyphen ||
		t.kind == plain && !t.has(leader|forward) && p.noun(i) && !t.among("the", "a", "an", "he", "she", "it", "they", "we", "i", "its", "his", "her", "their", "is", "are")
}

// matched is the first day of a number in its month that is such a weekday.
func (p *parser) matched(w time.Weekday, n int) period {
	for day := onOrAfter(p.base, w); day < p.base+366*3; day += 7 {
		if _, _, dom := day.Civil(); dom == n {
			d := period{first: day, last: day, gran: Day, class: ClassExact, rule: "nth"}
			if near := onOrAfter(p.base, w); day-p.base > farOff && near != day {
				d.class, d.rule = ClassFuzzy, ruleMisfit
				d.other(near, near, "the coming "+w.String())
			}
			return d
		}
	}
	return refusef("no %s in three years is day %d", w, n)
}

// farOff is how many days ahead a weekday and a number may meet before the
// words are more likely a slip.
const farOff = 190

// inMonth reads the day that may follow a month told from today: "next month
// on the 12th", "next month, the 3rd".
func (p *parser) inMonth(d period, i int) (period, int) {
	if d.gran != Month {
		return d, i
	}
	on := p.over(p.over(i, ","), "on")
	j := p.over(on, "the")
	n, k := p.ranked(j)
	if t := p.at(j); k == 0 && j > i && !p.at(j-1).is(",") && t.kind == number && t.digits > 0 && t.digits <= 2 {
		n, k = int(t.value), j+1
	}
	if k == 0 || n < 1 || p.counts(k) || p.at(k).is("of") {
		return d, i
	}
	day := d.first + calendar.Day(n-1)
	if day > d.last {
		return refusef("%s has no day %d", d.first.Month(), n), k
	}
	return single(d, day), k
}

// ofMonth reads "23 of this month" and "23rd next month".
func (p *parser) ofMonth(i int) (period, int) {
	n, j := p.ranked(i)
	if t := p.at(i); j == 0 && t.kind == number && t.digits > 0 && t.digits <= 2 && t.hundredths == 0 && p.at(i+1).is("of") {
		n, j = int(t.value), i+1
	}
	k := p.over(j, "of")
	u := k
	if p.at(k).among("this", "next", "coming", "current", "following") {
		u = k + 1
	} else if k = p.over(k, "the"); p.at(k-1).is("the") && p.at(k).among("current", "coming", "following") {
		u = k + 1
	}
	if j == 0 || n < 1 || u == k || p.at(u).kind != unit || p.at(u).value != monthUnit || p.at(u).plural {
		return period{}, 0
	}
	d := p.ahead(monthUnit, 0)
	if !p.at(k).among("this", "current") {
		d = p.ahead(monthUnit, 1)
	}
	day := d.first + calendar.Day(n-1)
	if day > d.last {
		return refusef("%s has no day %d", d.first.Month(), n), u + 1
	}
	d.gone = day < p.base
	return single(d, day), u + 1
}
