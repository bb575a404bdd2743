package deadline

import "tracker/calendar"

// stretch reads one name of a time, or two and more that make a range or a
// list: "between May and July", "Feb. 3–5", "Aug. 29, Sept. 2 or Sept. 5".
func (p *parser) stretch(l lead, i int) (period, int) {
	in := free
	switch {
	case l.rel == Within, l.through():
		in = inside
	case l.rel != "":
		in = led
	}
	between := p.at(i).is("between")
	if between || p.at(i).is("from") && l.rel != On {
		i, in = i+1, led
	}
	d, j := p.daysOfMonth(i, between)
	if j == 0 {
		d, j = p.point(i, in)
	}
	if j == 0 || d.problem != "" || d.first == 0 {
		return d, j
	}
	if x, k := p.runningFor(l, d, j); k > 0 {
		return x, k
	}
	if k := p.tied(l, j, between); k > 0 {
		if y, m := p.partner(d, k); m > 0 {
			if l.word == "from" && p.moved() {
				return y, m
			}
			return p.chained(p.joined(d, y, "range"), m)
		}
	}
	return p.list(d, j)
}

// chained reads on over hyphens: "Sep-Oct-Nov 2019".
func (p *parser) chained(d period, i int) (period, int) {
	for n := 0; n < longestList && d.problem == ""; n++ {
		t := p.at(i)
		if !t.hyphen || t.kind != month && !t.is("q") {
			break
		}
		e, j := p.partner(d, i)
		if j == 0 || e.problem != "" {
			break
		}
		d, i = p.joined(d, e, "range"), j
	}
	return d, i
}

// moved reports whether the verb before the phrase moves a date, so that of
// "from Friday to Monday" only the second counts.
func (p *parser) moved() bool {
	return p.preceded(7, "moved", "slipped", "slips", "slip", "postponed", "delayed", "pushed", "rescheduled", "shifted",
		"deferred", "extended", "changed", "put", "brought", "slid", "drifted", "bumped", "advanced", "reset", "move", "postpone", "delay", "push", "extend")
}

// tied returns the index after the word that ties the ends of a range.
func (p *parser) tied(l lead, i int, between bool) int {
	t := p.at(i)
	switch {
	case t.among("-", "to", "through", "thru", "—") || between && t.is("and"):
		return i + 1
	case t.among("until", "till") && (l.word == "from" || l.rel == ""):
		return i + 1
	case t.is("into") && p.at(i+1).kind == weekday: // "Sunday night into Monday"
		return i + 1
	case t.hyphen && (t.kind == month || t.kind == weekday || t.is("q")):
		return i
	}
	return 0
}

// partner reads the second of two times, which lies after the first.
func (p *parser) partner(d period, i int) (period, int) {
	base, tense := p.base, p.tense
	defer func() { p.base, p.tense = base, tense }()
	if d.first > p.base && (d.gran == Day || d.yearless || d.gran == Season) {
		p.base = d.first
	}
	if !d.bygone {
		p.tense = neutral
	}
	if day, j := p.dayAlone(d, i); j > 0 {
		return day, j
	}
	if x, j := p.nextPart(d, i); j > 0 {
		return x, j
	}
	if t := p.at(i); t.is("next") && p.at(i+1).kind != weekday && p.at(i+1).kind != unit && p.at(i+1).kind != month {
		for id, u := range units {
			if u.gran == d.gran && int32(id) >= weekUnit && d.gran != NoGranularity {
				return p.ahead(int32(id), 1), i + 1
			}
		}
	}
	if j := p.seq(p.skip(i, "the"), "day", "after"); j > 0 && !p.at(j).is("tomorrow") {
		return p.after(1, j)
	}
	i = p.skip(i, "in", "on", "by", "early", "possibly", "maybe", "perhaps")
	if p.at(i - 1).is("early") {
		i--
	}
	e, j := p.point(i, inside)
	if j > 0 && (e.problem == "" && (e.gone || e.first == 0 || e.last < d.first && !(d.yearless && e.written))) {
		return period{}, 0
	}
	return e, j
}

// nextPart reads the part of the next period after a part of this one: "late
// this year or early next".
func (p *parser) nextPart(d period, i int) (period, int) {
	t, next := p.at(i), p.at(i+1)
	if !t.among("early", "mid", "late") || !next.is("next") || p.at(i+2).kind != mark && !p.at(i+2).has(leader|forward) && p.at(i+2).kind != plain {
		return period{}, 0
	}
	id := map[Granularity]int32{WeekPart: weekUnit, MonthPart: monthUnit, YearPart: yearUnit}[d.gran]
	if id == 0 {
		return period{}, 0
	}
	return p.thirds(p.ahead(id, 1), thirdOf(t)), i + 2
}

// dayAlone reads a second day of the same month, "Feb. 3-5", with the year
// that may follow.
func (p *parser) dayAlone(d period, i int) (period, int) {
	i = p.skip(i, "the")
	t := p.at(i)
	if d.gran != Day || !(d.yearless || d.written) || t.kind != number && t.kind != ordinal || t.digits == 0 ||
		t.digits > 2 || p.at(i+1).kind == month || p.at(i+1).kind == unit || p.at(i+1).is("/") || p.timeAt(i) {
		return period{}, 0
	}
	y, m, _ := d.first.Civil()
	e := d
	e.alts = nil
	if int(t.value) > calendar.DaysIn(y, m) || t.value < 1 {
		return refusef("%s has no day %d", m, t.value), i + 1
	}
	e.first = calendar.Date(y, m, int(t.value))
	e.last = e.first
	if e.first < d.first {
		return period{}, 0
	}
	if year, k := p.yearAfter(i + 1); k > 0 && year >= 1900 && year <= 9999 {
		_, _, day := e.first.Civil()
		e, _ = p.civil(year, int(m), day, i, k)
		return e, k
	}
	return e, i + 1
}

// daysOfMonth reads ranges and pairs of days before their month: "3–5
// February", "the 3rd or 4th of May 2027"; between two days lies what is between them.
func (p *parser) daysOfMonth(i int, between bool) (period, int) {
	j := p.weekdayOfDay(p.skip(i, "the"))
	first := p.at(j)
	k := j + 1
	for k < j+2*longestList && p.at(k).is(",") && p.at(k+1).kind == first.kind && p.at(k+1).digits > 0 { // "6, 7 and 8 February"
		k += 2
	}
	sep := p.at(k)
	k = p.weekdayOfDay(p.skip(k+1, "the"))
	t := p.at(k)
	if first.kind != number && first.kind != ordinal || first.digits == 0 || !sep.among("-", "to", "or", "and", "/", "through") ||
		t.kind != number && t.kind != ordinal || t.digits == 0 || t.value <= first.value || t.value > 31 {
		return period{}, 0
	}
	d, m := p.dayFirst(k)
	if m == 0 {
		d, m = p.ofMonth(k)
	}
	if m == 0 || d.problem != "" {
		return d, m
	}
	x := d
	x.first -= calendar.Day(t.value - first.value)
	x.last = x.first
	if sep.among("or", "and", "/") && !(between && sep.is("and")) {
		return p.listed(x, d), m
	}
	return p.joined(x, d, "range"), m
}

// weekdayOfDay skips the weekday before a day of the month: "Monday 9 to
// Friday 13 May".
func (p *parser) weekdayOfDay(i int) int {
	if j := p.skip(i+1, ","); p.at(i).kind == weekday && p.dayFigure(p.skip(j, "the")) {
		return p.skip(j, "the")
	}
	return i
}

// joined is the stretch from d to e. A year written for the second counts for
// the first as well.
func (p *parser) joined(d, e period, rule string) period {
	if e.problem != "" {
		return e
	}
	d = inWeekOf(withYearOf(d, e), e)
	if e.last < d.first {
		return refused("the range ends before it begins")
	}
	j := d
	if d.rule == "clock" && e.rule == "clock" { // "between 7 a.m. and 7 p.m."
		rule = "clock"
	}
	j.last, j.rule, j.edge, j.alts = e.last, rule, wholly, nil
	j.written, j.yearless = d.written || e.written, d.yearless && e.yearless
	if back := j.first.AddYears(-1); rule == "range" && j.yearless && back <= p.base && (j.last+1).AddYears(-1)-1 >= p.base && j.first > p.base {
		j.other(j.first, j.last, "that of next year")
		j.first, j.last = back, (j.last+1).AddYears(-1)-1
	}
	if e.class == ClassFuzzy || e.class == ClassBounded && d.class == ClassExact {
		j.class, j.gran = e.class, e.gran
	}
	return j
}

// withYearOf moves a date without its year to the last one before e, when e
// has its year.
func withYearOf(d, e period) period {
	if !d.yearless || !e.written {
		return d
	}
	years := e.first.Year() - d.first.Year()
	if d.first.AddYears(years) > e.first {
		years--
	}
	last := d.last + 1
	d.first = d.first.AddYears(years)
	d.last = last.AddYears(years) - 1
	return d
}

// inWeekOf moves a weekday to the week that is said of the second one: "Thursday
// or Friday next week".
func inWeekOf(d, e period) period {
	if d.rule == "weekday" && e.rule == "week" && d.gran == Day && e.gran == Day {
		d.first = onOrAfter(e.first.Monday(), d.first.Weekday())
		d.last = d.first
	}
	return d
}

// longestList is how many members a list of dates may have.
const longestList = 12

// list reads the further members of a list, which an "or" or "and" must end.
func (p *parser) list(d period, i int) (period, int) {
	all, end, closed := d, i, false
	for n := 0; !closed && n < longestList; n++ {
		k := p.skip(i, ",")
		closed = p.at(k).among("or", "and", "/")
		if k = p.skip(k, "or", "and", "/"); k == i {
			return d, end
		}
		e, j := p.partner(all, k)
		if j == 0 || e.problem != "" || e.class == ClassEvent || !closed && e.gran != d.gran {
			break
		}
		all, i = p.listed(all, e), j
	}
	if !closed || i == end {
		return d, end
	}
	return all, i
}

// listed is a list of both, each an alternative.
func (p *parser) listed(d, e period) period {
	all := p.joined(d, e, "list")
	if all.problem != "" {
		return all
	}
	if d = inWeekOf(withYearOf(d, e), e); d.rule != "list" {
		all.other(d.first, d.last, "only the first of them")
	} else {
		all.alts = append(all.alts, d.alts...)
	}
	all.other(e.first, e.last, "only "+e.first.String())
	return all
}
