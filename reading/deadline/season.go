package deadline

import (
	"slices"
	"time"

	"tracker/calendar"
)

// seasonal reads seasons: "this summer", "by spring", "the winter of 2027",
// "next year's autumn".
func (p *parser) seasonal(i int, in depth) (period, int) {
	j := p.over(i, "the")
	mod := p.at(j).word
	switch mod {
	case "last", "past", "previous":
		if p.at(j+1).kind == season {
			return period{gone: true}, j + 2
		}
		return period{}, 0
	case "this", "next", "coming", "upcoming":
		j = p.skip(j+1, "coming", "upcoming")
	default:
		mod = ""
	}
	if y := p.at(j); y.kind == number && y.digits == 4 && p.at(j+1).kind == season && y.value >= 1900 {
		d := p.seasonOf(p.at(j+1).value, int(y.value))
		d.written = true
		return d, j + 2
	}
	t := p.at(j)
	if t.kind != season || t.short && !t.caps && p.at(j-1).among("to", "will", "would", "could", "may", "might", "can", "should", "not") { // "to fall this year"
		return period{}, 0
	}
	if mod == "" && p.at(j+1).is("is") && p.at(j+2).among("out", "over") { // "before the summer is out"
		return p.ending(p.seasonOn(t.value)), j + 3
	}
	if y, k := p.yearAfter(j + 1); k > 0 {
		d := p.seasonOf(t.value, y)
		d.written = true
		return d, p.spanningYear(y, k)
	}
	if mod == "" && (slices.Contains(eventNouns, p.at(j+1).word) || p.at(j+1).kind == plain && slices.Contains(eventNouns, p.at(j+2).word) && !p.at(j+1).has(leader|forward|scheduled)) { // "the summer recess"
		return period{}, 0
	}
	if mod == "" && in == free && !p.alone(j+1) && !(p.at(i-1).among("to", "until", "into") && p.moved()) && p.at(j+2).kind != season && p.seq(j+1, "after", "next") == 0 {
		return period{}, 0
	}
	d := p.seasonOn(t.value)
	if mod == "next" && d.first <= p.base {
		d = p.seasonOf(t.value, d.first.Year()+1)
	}
	d.yearless = true
	d.bygone = p.tense == past && mod != "next"
	return p.afterNext(d, j+1)
}

// spanningYear skips the second year of "winter 2026/27" and "2026-2027".
func (p *parser) spanningYear(y, i int) int {
	t := p.at(i + 1)
	if p.at(i).among("/", "-") && p.at(i).glued && t.glued && t.kind == number && (t.digits == 4 && int(t.value) == y+1 || t.digits == 2 && int(t.value) == (y+1)%100) {
		return i + 2
	}
	return i
}

// seasonOf is the meteorological season that begins in a year, with the
// astronomical end as the other reading.
func (p *parser) seasonOf(s int32, year int) period {
	if p.r.opts.Southern {
		s = (s + 2) % 4
	}
	first := calendar.Date(year, time.Month(3+3*s), 1)
	d := period{first: first, last: first.AddMonths(3) - 1, gran: Season, class: ClassFuzzy, rule: "season"}
	turn := [...]int{spring: 20, summer: 21, autumn: 20, winter: 19}[s]
	_, m, _ := d.last.Civil()
	d.other(first+20, calendar.Date(d.last.Year(), m+1, turn), "the astronomical season")
	return d
}

// seasonOn is the season that holds the base day, or the next one to come.
func (p *parser) seasonOn(s int32) period {
	y := p.base.Year() - 1
	d := p.seasonOf(s, y)
	for d.last < p.base {
		y++
		d = p.seasonOf(s, y)
	}
	return d
}
