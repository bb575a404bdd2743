package deadline

import (
	"slices"
	"time"

	"tracker/calendar"
)

// onWeekday reads "Friday", "this Friday", "next Friday", "Friday week",
// "Friday of next week", "Friday the 13th" and "Friday, September 22".
func (p *parser) onWeekday(i int, in depth) (period, int) {
	j := p.skip(i, "the", "a")
	if j > i && p.at(i).is("a") && !p.deadlineAfter(j+1) {
		return period{}, 0
	}
	mod := p.at(j).word
	switch mod {
	case "last", "past", "previous":
		if p.at(j+1).kind == weekday && !p.at(j+2).among("of", "in", "but", "before") {
			return period{gone: true}, p.dayPart(j + 2)
		}
		return period{}, 0
	case "this", "next", "coming", "upcoming", "following":
		if mod == "following" {
			if !p.following(j) {
				return period{}, 0
			}
			mod = "next"
		}
		if mod == "this" {
			j = p.skip(j+1, "coming", "upcoming", "past") - 1
			if p.at(j).is("past") && p.at(j+1).kind == weekday {
				return period{gone: true}, j + 2
			}
		}
		j++
	default:
		mod = ""
	}
	t := p.at(j)
	if t.kind != weekday || t.plural || mod == "" && !p.certain(j, in) {
		return period{}, 0
	}
	d, next := p.weekdayOf(time.Weekday(t.value), mod), j+1
	return p.refined(d, time.Weekday(t.value), next, mod)
}

// deadlineAfter reports whether token i is what "a Friday" or "an Aug. 1" is
// said of.
func (p *parser) deadlineAfter(i int) bool {
	return p.at(i).is("cutoff") || slices.Contains(eventNouns, p.at(i).word)
}

// weekdayOf is a weekday by itself or after this, next or coming.
func (p *parser) weekdayOf(w time.Weekday, mod string) period {
	first := onOrAfter(p.base, w)
	d := period{first: first, last: first, gran: Day, class: ClassExact, rule: "weekday"}
	switch {
	case mod == "next":
		d.rule = "this-next"
		d.first = p.anchor.Monday() + 7 + calendar.Day((w+6)%7)
		d.last = d.first
		if first == p.base {
			first += 7
		}
		if first != d.first {
			d.other(first, first, "the nearest one")
		}
		return d
	case mod == "coming" || mod == "upcoming":
		if first == p.base {
			d.first, d.last = first+7, first+7
		}
	case first == p.base && p.said.Quoted:
		d.first, d.last = first+7, first+7
		d.other(first, first, "the day of the statement")
	case first == p.base:
		d.other(first+7, first+7, "a week later")
	}
	if mod != "" {
		d.rule = "this-next"
	}
	d.bygone = p.tense == past && mod == ""
	return d
}

// onOrAfter is the first such weekday on or after d.
func onOrAfter(d calendar.Day, w time.Weekday) calendar.Day {
	return d + calendar.Day((int(w)-int(d.Weekday())+7)%7)
}

// refined reads what after a weekday says which one is meant.
func (p *parser) refined(d period, w time.Weekday, i int, mod string) (period, int) {
	on := func(day calendar.Day, rule string, next int) (period, int) {
		return period{first: day, last: day, gran: Day, class: ClassExact, rule: rule}, next
	}
	if p.at(i).is("week") || p.at(i).is("fortnight") {
		n := calendar.Day(units[p.at(i).value].days)
		return on(onOrAfter(p.base, w)+n, "offset", i+1)
	}
	if j := p.seq(i, "after", "next"); j > 0 {
		return on(p.base.Monday()+14+calendar.Day((w+6)%7), "this-next", j)
	}
	if t := p.at(i); t.among("after", "before", "following") {
		if x, j := p.point(i+1, inside); j > 0 && x.first != 0 && x.problem == "" {
			day := onOrAfter(x.last+1, w)
			if t.is("before") {
				day = onOrAfter(x.first-7, w)
			}
			return on(day, "offset", j)
		}
	}
	j := p.dayPart(i)
	of := p.skip(p.skip(j, ","), "of", "in", "the")
	of = p.over(of, "the")
	switch t := p.at(of); {
	case t.among("next", "this", "following", "coming") && p.at(of+1).is("week"):
		week := p.anchor.Monday()
		if !t.is("this") {
			week += 7
		}
		d, next := on(week+calendar.Day((w+6)%7), "week", of+2)
		d.gone = d.first < p.base
		return d, next
	case p.seq(of, "week", "after", "next") > 0:
		return on(p.base.Monday()+14+calendar.Day((w+6)%7), "week", of+3)
	}
	k := p.over(p.skip(j, ",", "("), "the")
	if p.at(j).among("of", "in") {
		if x, next := p.point(j+1, inside); next > 0 && x.gran == Week && x.problem == "" && x.first != 0 {
			d, _ := on(onOrAfter(x.first, w), "nth", next)
			d.written, d.gone = x.written, x.gone || d.first < p.base && !x.written
			return d, next
		}
	}
	if date, next := p.written(k); next > 0 {
		return p.agreed(date, w), p.over(next, ")")
	}
	if n, next := p.bareDay(p.skip(j, ",", "(")); n > 0 {
		return p.matched(w, n), next
	}
	if t := p.at(j); p.dayFigure(j) && t.kind == number && mod == "" && d.first != 0 && !p.timeAt(j) { // "on Friday 28 ministers will meet"
		if m := p.matched(w, int(t.value)); m.problem == "" && m.class == ClassExact {
			d.class = ClassFuzzy
			d.other(m.first, m.last, w.String()+" "+t.word+", if that is the day and not a count")
		}
	}
	return d, j
}

// written reads a date after its weekday.
func (p *parser) written(i int) (period, int) {
	if d, j := p.numeric(i, led); j > 0 {
		return d, j
	}
	if d, j := p.dated(i, inside); j > 0 && d.gran == Day {
		return d, j
	}
	return period{}, 0
}

// agreed checks a date against the weekday written beside it. The date wins.
func (p *parser) agreed(d period, w time.Weekday) period {
	if d.problem != "" || d.first.Weekday() == w {
		return d
	}
	for k, a := range d.alts {
		if a.Earliest.Weekday() == w { // the date just past has the weekday
			d.alts[k], d.first, d.last = Alternative{d.first, d.last, "the next one"}, a.Earliest, a.Latest
			d.gone = true
			return d
		}
	}
	day := onOrAfter(d.first-3, w)
	if d.class, d.rule = ClassFuzzy, ruleMisfit; !d.yearless {
		d.other(day, day, "that "+w.String()+"; the date itself is a "+d.first.Weekday().String())
		return d
	}
	_, m, dom := d.first.Civil()
	fit := d
	for y := d.first.Year() + 1; y < d.first.Year()+40; y++ {
		if c := calendar.Date(y, m, dom); c.Month() == m && c.Weekday() == w {
			fit.first, fit.last, fit.alts = c, c, nil
			fit.other(d.first, d.last, "the next such date, a "+d.first.Weekday().String())
			fit.other(day, day, "that "+w.String())
			return fit
		}
	}
	return d
}

// ruleMisfit is the rule of a weekday that does not fit its date.
const ruleMisfit = "misfit"
