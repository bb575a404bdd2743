package deadline

import (
	"time"

	"tracker/calendar"
)

// code reads quarters and halves, in words and as the codes of reports: "the
// third quarter", "Q3 2026", "3Q26", "H1", and fiscal years, which are events.
func (p *parser) code(i int, in depth) (period, int) {
	j := p.skip(i, "the", "its", "their", "our")
	if k := p.fiscal(j); k > 0 {
		return period{gran: Year, class: ClassEvent, rule: "quarter"}, k
	}
	if t := p.at(j); t.kind == number && t.digits == 4 && t.value >= 1900 {
		at := j + 1
		if k := p.seq(at, "'", "s"); k > 0 && p.at(at).glued {
			at = k
		}
		n, months, k := p.quarterCode(p.over(at, "/"))
		if k == 0 && at > j+1 {
			n, months, k = p.quarterWords(at)
		}
		if k > 0 {
			return p.share(n, months, int(t.value)), k
		}
	} else if t.kind == number && t.digits == 2 && p.at(j+1).glued {
		if n, months, k := p.quarterCode(j + 1); k > 0 {
			return p.share(n, months, p.century(int(t.value))), k
		}
	}
	n, months, k := p.quarterCode(j)
	if k == 0 {
		n, months, k = p.quarterWords(j)
	}
	if k == 0 || n < 0 && !p.at(k).is("of") || p.figures(k) {
		return period{}, 0
	}
	return p.shareOf(n, months, k)
}

// figured are what is counted by the month or the quarter.
var figured = []string{"results", "earnings", "profit", "profits", "loss", "losses", "revenue", "revenues", "figures", "sales", "gdp",
	"report", "data", "numbers", "payrolls", "inflation", "unemployment"}

// figures reports whether the month or quarter before token i says what
// figures are of, not when they come: "October unemployment figures".
func (p *parser) figures(i int) bool {
	return p.at(i).among(figured...) || p.at(i).kind == plain && p.at(i+1).among(figured...)
}

// quarterCode reads Q3, 3Q, H1 and 1H, and returns the length in months.
func (p *parser) quarterCode(i int) (n, months, next int) {
	letter, figure := p.at(i), p.at(i+1)
	if letter.kind == number {
		if letter, figure = figure, letter; letter.is("h") && !letter.caps && p.at(i+2).glued { // "1h30"
			return 0, 0, 0
		}
	}
	if months = 3; letter.is("h") {
		months = 6
	}
	if !letter.among("q", "h") || figure.kind != number || figure.digits != 1 || !p.at(i+1).glued ||
		figure.value < 1 || int(figure.value) > 12/months {
		return 0, 0, 0
	}
	return int(figure.value), months, i + 2
}

// monthQuarter reads quarters and halves by their last month: "the June
// quarter", "the December half of 2027".
func (p *parser) monthQuarter(i int) (period, int) {
	u := p.at(i + 1)
	if u.kind != unit || u.plural || u.hyphen || u.value != quarterUnit && u.value != halfUnit {
		return period{}, 0
	}
	m, months := int(p.at(i).value), units[u.value].months
	if m%months != 0 {
		return period{}, 0
	}
	return p.shareOf(m/months, months, i+2)
}

// quarterWords reads "third quarter", "first half", "last quarter".
func (p *parser) quarterWords(i int) (n, months, next int) {
	n, j := p.ranked(i)
	if p.at(i).among("latter", "back") {
		n, j = 2, i+1
	}
	u := p.at(j)
	if j == 0 || u.kind != unit || u.value != quarterUnit && u.value != halfUnit {
		return 0, 0, 0
	}
	months = units[u.value].months
	if n == 0 || n > 12/months || n < -1 {
		return 0, 0, 0
	}
	return n, months, j + 1
}

// shareOf reads the year or period that a quarter or half is of.
func (p *parser) shareOf(n, months, i int) (period, int) {
	if k := p.fiscal(p.over(p.over(i, "of"), "the")); k > 0 {
		return period{gran: Quarter, class: ClassEvent, rule: "quarter"}, k
	}
	if y, k := p.yearAfter(i); k > 0 {
		return p.share(n, months, y), k
	}
	if t := p.at(i); t.kind == number && t.digits == 2 && (t.glued || t.hyphen) {
		return p.share(n, months, p.century(int(t.value))), i + 1
	}
	if !p.at(i).is("of") {
		return p.share(n, months, 0), i
	}
	d, k := p.point(i+1, inside)
	switch {
	case k == 0 || d.problem != "" || d.gone:
		return d, k
	case d.gran == Year:
		return p.share(n, months, d.first.Year()), k
	case months == 6:
		return halfOf(d, n), k
	}
	return period{}, 0
}

// share is the n-th stretch of so many months of a year; of no year, the next
// one that is not over.
func (p *parser) share(n, months, year int) period {
	if n < 0 {
		n = 12 / months
	}
	d := period{gran: Quarter, class: ClassBounded, rule: "quarter", written: year > 0, bygone: year == 0 && p.tense == past}
	if months == 6 {
		d.gran = Half
	}
	if year > 9999 || year > 0 && year < 1900 {
		return refusef("the year %d is not between 1900 and 9999", year)
	}
	y := year
	if year == 0 {
		y = p.base.Year()
	}
	d.first = calendar.Date(y, time.Month((n-1)*months+1), 1)
	d.last = d.first.AddMonths(months) - 1
	if year == 0 && d.last < p.base {
		d.first, d.last = d.first.AddYears(1), d.first.AddMonths(12+months)-1
	}
	return d
}

// halfOf is the first or second half of a month, season, decade or century.
func halfOf(d period, n int) period {
	middle := d.first + (d.last-d.first)/2
	switch d.gran {
	case Month:
		middle = d.first + 14
	case Decade:
		middle = calendar.Date(d.first.Year()+(d.last.Year()-d.first.Year()+1)/2, 1, 1) - 1
	}
	if d.class = ClassBounded; n == 1 {
		d.last = middle
	} else {
		d.first = middle + 1
	}
	if d.gran == Month {
		d.gran = MonthPart
	}
	d.rule, d.alts = "part", nil
	return d
}

// fiscal reads a fiscal year, alone or after its quarter: "FY27", "fiscal
// 2027", "the 2026-27 financial year".
func (p *parser) fiscal(i int) int {
	if n, _, k := p.quarterCode(i); n > 0 {
		i = p.over(k, "of")
	}
	i = p.skip(i, "this", "next", "current", "coming")
	t := p.at(i)
	if t.kind == number && t.digits == 4 {
		if j := p.skip(i+1, "-", "/"); j > i+1 && p.at(j).kind == number && p.at(j).glued && p.at(j+1).among("fiscal", "financial") {
			return p.over(j+2, "year")
		}
	}
	if t.is("fy") && p.at(i+1).kind == number {
		i += 2
	} else if t.among("fiscal", "financial") || t.among("tax", "budget") && p.at(i+1).is("year") {
		j := p.skip(i+1, "year", "quarter", "half")
		if n, k := p.ranked(i + 1); n > 0 {
			j = p.skip(k, "quarter", "half")
		}
		if k := p.at(j); k.kind == number && k.digits == 4 {
			j++
			if _, _, m := p.quarterWords(j); m > 0 {
				j = m
			} else if _, _, m := p.quarterCode(j); m > 0 {
				j = m
			}
		}
		if j == i+1 {
			return 0
		}
		i = j
	} else {
		return 0
	}
	if j := p.skip(i, "-", "/"); j > i && p.at(j).kind == number && p.at(j).glued {
		i = j + 1
	}
	return i
}
