package deadline

import (
	"time"

	"tracker/calendar"
)

// nthPair reads two of a kind: "the second and third weeks of March", "the third
// or fourth quarter of 2027". The first ordinal, n, is read; i stands after it.
func (p *parser) nthPair(n, i int) (period, int) {
	if !p.at(i).among("and", "or", "to", "-", "/", "through") || n == 0 {
		return period{}, 0
	}
	m, k := p.ranked(p.over(i+1, "the"))
	u := p.at(k)
	if k == 0 || u.kind != unit || u.value < dayUnit || n > 0 && m > 0 && m <= n {
		return period{}, 0
	}
	if months := units[u.value].months; (u.value == quarterUnit || u.value == halfUnit) && n > 0 && m > 0 && m <= 12/months {
		second, end := p.shareOf(m, months, k+1)
		if end == 0 || second.problem != "" || second.first == 0 {
			return second, end
		}
		first := second
		first.first = second.first.AddMonths(months * (n - m))
		first.last = second.first.AddMonths(months*(n-m+1)) - 1
		return p.joined(first, second, "list"), end
	}
	if !p.at(k+1).among("of", "in") {
		return period{}, 0
	}
	first, end := p.unitIn(n, u.value, k+2)
	second, _ := p.unitIn(m, u.value, k+2)
	if end == 0 || first.problem != "" || second.problem != "" || second.first < first.first {
		return period{}, 0
	}
	return p.listed(first, second), end
}

// fullWeek reads the n-th whole week, Monday to Sunday, of a period: "the first
// full week of July".
func (p *parser) fullWeek(n, i int) (period, int) {
	if n == 0 || !p.at(i).among("full", "complete", "whole") || !p.at(i+1).is("week") || !p.at(i+2).among("of", "in") {
		return period{}, 0
	}
	d, day, j := p.container(i+3, func(d period) calendar.Day {
		if n > 0 {
			return onOrAfter(d.first, time.Monday) + calendar.Day(7*(n-1))
		}
		return onOrAfter(d.last-12, time.Monday) + calendar.Day(7*(n+1))
	})
	if j == 0 {
		return period{}, 0
	}
	if day < d.first || day+6 > d.last {
		return refused("there are not so many full weeks in it"), j
	}
	return period{first: day, last: day + 6, gran: Week, class: ClassBounded, rule: "nth", written: d.written, gone: d.gone}, j
}

// weekdayFrom reads the n-th such weekday after or before a day: "the first
// Monday after Easter", "the last Sunday before Christmas".
func (p *parser) weekdayFrom(n int, w time.Weekday, i int) (period, int) {
	x, j := p.point(i+1, inside)
	back := p.at(i).is("before")
	if j == 0 || x.first == 0 || x.problem != "" || x.gone || n < 0 && !back || n == 0 {
		return period{}, 0
	}
	day := onOrAfter(x.last+1, w) + calendar.Day(7*(n-1))
	if back {
		day = onOrAfter(x.first-7, w) - calendar.Day(7*(max(n, -n)-1))
	}
	return period{first: day, last: day, gran: Day, class: x.class, rule: "offset", written: x.written}, j
}
