package deadline

import (
	"time"

	"tracker/calendar"
)

// third says which third of a period a word names.
type third int

const (
	early third = iota + 1
	mid
	late
	rest // the remainder
)

// part reads parts of periods: "early next week", "mid-March", "the end of the
// year", "later this month", "year-end", "the rest of 2027".
func (p *parser) part(i int, in depth) (period, int) {
	if d, j := p.compact(i); j > 0 {
		return d, j
	}
	if d, j := p.later(i); j > 0 {
		return d, j
	}
	if d, j := p.closesPeriod(i); j > 0 {
		return d, j
	}
	which, edge, j := p.partWord(i)
	if j == 0 {
		return period{}, 0
	}
	if k := p.over(p.skip(j, "to", "or"), "-"); k > j { // "early to mid-May"
		if then, _, m := p.partWord(k); m > 0 {
			d, n := p.whole(m)
			if n == 0 || d.problem != "" {
				return d, n
			}
			first, last := p.thirds(d, which), p.thirds(d, then)
			first.last = last.last
			return first, n
		}
	}
	d, k := p.whole(j)
	switch {
	case k == 0 || d.problem != "" || d.gone:
		return d, k
	case d.gran == Day && edge == endOf && p.proverbial(i) && !p.alone(k): // the figure of speech
		return period{}, 0
	case d.gran == Day || d.gran == Hour || d.class == ClassEvent:
		d.edge = wholly
		return d, k
	case edge == endOf:
		return p.ending(d), k
	case which == rest:
		return d, k
	}
	t := p.thirds(d, which)
	if t.last < p.base && d.yearless { // the part is over, the month is not
		t = p.thirds(d.nextYear(), which)
	}
	t.edge, t.of = edge, d.gran
	return t, k
}

// whole reads the period whose part is named.
func (p *parser) whole(i int) (period, int) {
	i = p.skip(i, "on", "in", "of", "during", "through")
	d, j := p.point(i, inside)
	if d.edge != wholly {
		return period{}, 0
	}
	return d, j
}

// partWord reads the words for a part, and whether they name an edge.
func (p *parser) partWord(i int) (which third, at edge, next int) {
	the := p.skip(i, "the", "very")
	the = p.over(the, "very")
	t := p.at(the)
	of := func(k int) int {
		if p.at(k).is("of") {
			return k + 1
		}
		return 0
	}
	switch {
	case t.kind != plain && t.kind != ordinal:
	case p.at(the+1).among("part", "stages", "days", "weeks", "months") && of(the+2) > 0 && t.among("early", "mid", "middle", "late", "latter", "first", "last", "second", "final", "closing", "opening", "earlier", "later", "dying", "waning"):
		return thirdOf(t), wholly, the + 3
	case (t.kind == ordinal && t.value <= 2 || t.among("last", "final", "middle")) && p.at(the+1).is("third") && of(the+2) > 0:
		return map[bool]third{true: mid, false: thirdOf(t)}[t.is("second")], wholly, the + 3
	case t.among("early", "mid", "late"):
		return thirdOf(t), wholly, the + 1
	case t.is("middle") && of(the+1) > 0:
		return mid, wholly, the + 2
	case t.among("height", "peak", "depths", "depth", "dead", "heart") && of(the+1) > 0 && p.at(p.over(the+2, "the")).kind == season: // "the height of summer"
		return mid, wholly, the + 2
	case t.is("high") && p.at(the+1).is("summer"):
		return mid, wholly, the + 1
	case t.among("midway", "halfway"):
		if k := p.skip(the+1, "through", "into"); k > the+1 {
			return mid, wholly, k
		}
	case t.among("start", "beginning", "outset", "onset", "dawn") && (of(the+1) > 0 || p.at(the+1).hyphen):
		return early, startOf, p.over(the+1, "of")
	case t.among("end", "close", "conclusion", "expiration", "expiry") && (of(the+1) > 0 || t.is("end") && p.shortEnd(the+1) && !p.at(the-1).among("will", "would", "to", "may", "could", "should", "must", "might", "can", "not")):
		return late, endOf, p.over(the+1, "of")
	case t.is("turn") && of(the+1) > 0 && p.at(p.from).among("by", "before", "until", "after"):
		return late, endOf, the + 2
	case t.among("tail", "back") && p.at(the+1).is("end") && of(the+2) > 0:
		return late, wholly, the + 3
	case t.among("rest", "remainder", "balance") && of(the+1) > 0:
		return rest, wholly, the + 2
	}
	return 0, wholly, 0
}

// thirdOf is the third that an adjective of parts names.
func thirdOf(t *token) third {
	switch {
	case t.among("early", "earlier", "first", "opening"):
		return early
	case t.among("mid", "middle"):
		return mid
	}
	return late
}

// shortEnd reports whether a period follows "end" without "of": "end-March".
func (p *parser) shortEnd(i int) bool {
	t := p.at(i)
	return t.kind == month || t.digits == 4 || t.among("this", "next", "year", "q") || t.hyphen
}

// ending is the end of a period: its last day after by, its last third after
// on. Weeks end on Sunday, with Friday beside it.
func (p *parser) ending(d period) period {
	t := p.thirds(d, late)
	t.edge = endOf
	switch d.gran {
	case Week:
		t.alts = nil
		t.other(t.first, d.last-2, "Friday, the end of the working week")
	case Decade:
		t.alts = nil
		t.other(t.first, d.last.AddYears(1), "counting the decade from year one")
	}
	t.of = d.gran
	return t
}

// thirds is the early, mid or late part of a period.
func (p *parser) thirds(d period, which third) period {
	t := period{gran: d.gran, class: ClassFuzzy, rule: "part", written: d.written, yearless: d.yearless}
	first, last := d.first, d.last
	cut := func(a, b calendar.Day) { // the first days of the second and last third
		t.first, t.last = [...]calendar.Day{early: first, mid: a, late: b}[which], [...]calendar.Day{early: a - 1, mid: b - 1, late: last}[which]
	}
	switch d.gran {
	case Week:
		if t.gran = WeekPart; last != first+6 { // a feast of some days
			third := (last - first + 1) / 3
			cut(first+third, last-third+1)
			break
		}
		t.first = first + [...]calendar.Day{early: 0, mid: 1, late: 3}[which]
		t.last = first + [...]calendar.Day{early: 2, mid: 3, late: 6}[which]
	case Month:
		t.gran = MonthPart
		if cut(first+10, first+20); which == mid {
			t.other(first, first+14, "up to the 15th")
		}
	case Year:
		t.gran = YearPart
		if cut(first.AddMonths(4), first.AddMonths(8)); which == mid {
			t.other(first, first.AddMonths(6)-1, "up to the end of June")
		}
	case Quarter, Season:
		cut(first.AddMonths(1), first.AddMonths(2))
	case Half:
		cut(first.AddMonths(2), first.AddMonths(4))
	case Decade:
		if years := last.Year() - first.Year() + 1; years == 10 {
			cut(first.AddYears(4), first.AddYears(7))
		} else if which == mid {
			t.first = calendar.Date(first.Year()+years/2, time.January, 1)
			t.last = t.first.AddYears(1) - 1
		} else {
			cut(first.AddYears(years/3), first.AddYears(2*years/3))
		}
	default:
		t.first, t.last = first, last
	}
	return t
}

// compact reads "year-end", "mid-year", "month's end", "midweek", "mid-century"
// and the new year.
func (p *parser) compact(i int) (period, int) {
	i = p.over(i, "the")
	i = p.over(i, "calendar")
	t, j := p.at(i), i+1
	if t.is("half") && p.at(j).is("year") && p.at(j+1).is("end") {
		return p.ending(p.ahead(halfUnit, 0)), j + 2
	}
	if t.kind == unit && t.value >= dayUnit && t.value != weekendUnit && !t.plural && p.at(j).is("end") && (t.possessive || p.at(j).hyphen || t.value >= monthUnit) {
		d, k := p.ahead(t.value, 0), j+1
		if y, m := p.yearAfter(k); m > 0 && t.value == yearUnit {
			d, k = p.share(1, 12, y), m
			d.gran = Year
		}
		if m := p.fiscal(k); m > 0 {
			return period{gran: Year, class: ClassEvent, rule: "quarter"}, m
		}
		return p.ending(d), k
	}
	if t.kind == unit && !t.plural && t.value >= dayUnit && !p.qualified(i) { // "before the month is out"
		if p.at(j).is("is") && p.at(j+1).among("out", "over", "up") {
			return p.ending(p.ahead(t.value, 0)), j + 2
		} else if p.at(j).among("ends", "closes") {
			return p.ending(p.ahead(t.value, 0)), j + 1
		} else if t.possessive && p.at(j).among("out", "over", "up") && p.at(i-1).is("the") { // "before the month's out"
			return p.ending(p.ahead(t.value, 0)), j + 1
		}
	}
	if u := p.at(j); t.is("mid") && u.kind == unit && !u.plural && u.value >= weekUnit {
		return p.middle(u.value, j+1)
	}
	if d, k := p.endWord(i); k > 0 {
		return d, k
	}
	switch t.word {
	case "midweek":
		return p.middle(weekUnit, j)
	case "midmonth":
		return p.middle(monthUnit, j)
	case "midyear":
		return p.middle(yearUnit, j)
	case "midsummer":
		return p.thirds(p.seasonOn(summer), mid), j
	case "midwinter":
		return p.thirds(p.seasonOn(winter), mid), j
	}
	return period{}, 0
}

// qualified reports whether a word before the unit at i says that it is none of
// the calendar: "the tax year", "the school year".
func (p *parser) qualified(i int) bool {
	t := p.at(i - 1)
	return i > 0 && t.kind == plain && !t.has(leader) && !t.among("the", "this", "a", "calendar", "full", "same")
}

// middle is the middle of the unit that holds the base day, or of the next
// one when that is over.
func (p *parser) middle(id int32, i int) (period, int) {
	if d, j := p.point(p.skip(i, "of", "in", "this"), inside); j > 0 && d.gran == units[id].gran && d.problem == "" {
		return p.thirds(d, mid), j
	}
	d := p.thirds(p.ahead(id, 0), mid)
	if d.last < p.base {
		d = p.thirds(p.ahead(id, 1), mid)
	}
	return d, i
}

// later reads "later this month" and "later in the week", and "earlier this
// month" as past.
func (p *parser) later(i int) (period, int) {
	t := p.at(i)
	if !t.among("later", "earlier") {
		return period{}, 0
	}
	j := p.over(i+1, "on")
	if k := p.at(j); !k.among("this", "in", "next", "today", "tonight", "during") && k.kind != weekday {
		return period{}, 0
	}
	j = p.skip(j, "in", "during")
	d, k := p.point(j, inside)
	switch {
	case k == 0 || d.problem != "":
		return d, k
	case t.is("earlier"):
		d.gone = d.gone || d.first <= p.base
		return d, k
	}
	d.later = d.gran != Day && d.gran != Hour && d.first <= p.base
	return d, k
}
