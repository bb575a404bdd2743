package deadline

import "tracker/calendar"

// nearby reads days told from the day of the statement: today, tonight,
// tomorrow, "the day after tomorrow", "this time next year", overnight.
func (p *parser) nearby(i int, in depth) (period, int) {
	the := p.over(i, "the")
	t := p.at(i)
	switch {
	case t.among("today", "tonight"):
		return p.after(0, p.dayPart(i+1))
	case t.among("tomorrow", "tmrw", "tmr"):
		if w := p.at(i + 1); w.among("week", "fortnight") {
			return p.after(units[w.value].days+1, i+2)
		}
		return p.after(1, p.dayPart(i+1))
	case t.is("since"):
		_, j := p.point(i+1, inside)
		return period{gone: true}, j
	case t.among("yesterday"), p.seq(the, "day", "before", "yesterday") > 0:
		return period{gone: true}, p.over(p.over(the, "day")+1, "yesterday")
	case t.is("overnight"):
		d, j := p.after(1, i+1)
		d.first--
		d.rule = "nth"
		return d, j
	case t.is("now") && (in == inside || p.alone(i+1)):
		return p.after(0, i+1)
	case t.among("this", "later") && p.at(i+1).among("morning", "afternoon", "evening", "lunchtime"):
		return p.after(0, i+2)
	}
	if j := p.seq(the, "day", "after", "tomorrow"); j > 0 {
		return p.after(2, p.dayPart(j))
	}
	if j := p.seq(i, "this", "time"); j > 0 {
		return p.sameTime(j)
	}
	if j := p.seq(i, "this", "day", "next"); j > 0 {
		return p.sameTime(j - 1)
	}
	return p.beside(the)
}

// after is the day n days after the base day.
func (p *parser) after(n, next int) (period, int) {
	day := p.anchor + calendar.Day(n)
	return period{first: day, last: day, gran: Day, class: ClassExact, rule: "today", bygone: n == 0 && p.tense == past}, next
}

// sameTime reads what follows "this time": "tomorrow", "next year".
func (p *parser) sameTime(i int) (period, int) {
	if p.at(i).is("tomorrow") {
		return p.after(1, i+1)
	}
	u := p.at(i + 1)
	if !p.at(i).is("next") || u.kind != unit || u.plural || u.value == weekendUnit || u.value == halfUnit {
		return period{}, 0
	}
	day, _ := p.day(p.base, times(100, u.value))
	return period{first: day, last: day, gran: Day, class: ClassExact, rule: "offset"}, i + 2
}

// eventDay reads an event for its day: that of the book, none otherwise.
func (p *parser) eventDay(i int) (period, int) {
	i = p.skip(p.skip(i, "the", "a", "his", "her", "their", "its", "our"), "next", "upcoming")
	if day, j := p.booked(i); j > 0 {
		return period{first: day, last: day, gran: Day, class: ClassEvent, rule: "event"}, j
	}
	return p.event(lead{rel: After}, i)
}

// beside reads "the day after Christmas" and "the week before Easter".
func (p *parser) beside(i int) (read period, next int) {
	t, dir := p.at(i), p.at(i+1)
	if p.at(i-1).is("the") && t.is("day") && dir.is("of") { // "on the day of the election"
		return p.eventDay(i + 2)
	}
	if !p.at(i-1).is("the") || !t.among("day", "night", "week", "weekend") || !dir.among("after", "before", "following") {
		return period{}, 0
	}
	if t.is("week") && p.at(i+2).is("next") {
		return period{}, 0
	}
	d, j := p.point(i+2, inside)
	if j == 0 {
		d, j = p.eventDay(i + 2)
	}
	if j == 0 || d.problem != "" || d.first == 0 || d.gone {
		return d, j
	}
	back, event := dir.is("before"), d.class == ClassEvent
	d = period{first: d.first, last: d.last, class: ClassExact, rule: "offset", written: d.written}
	if event {
		defer func() { read.class, read.rule = ClassEvent, "event" }()
	}
	switch {
	case t.among("day", "night") && back:
		d.last = d.first - 1
	case t.among("day", "night"):
		d.last++
	case back:
		d.last = d.first.Monday() - 1
	default:
		d.last = d.last.Monday() + 13
	}
	d.first, d.gran = d.last, Day
	switch {
	case t.is("week"):
		d.first, d.gran, d.class = d.last-6, Week, ClassBounded
	case t.is("weekend"):
		d.first, d.gran, d.class = d.last-1, Weekend, ClassBounded
	}
	return d, j
}
