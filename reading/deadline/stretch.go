package deadline

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
	var d period
	j := 0
	if p.kinds.has(number) || p.kinds.has(ordinal) {
		d, j = p.daysOfMonth(i, between)
	}
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
	if x, j := p.oneAfter(d, p.over(i, "the")); j > 0 {
		return x, j
	}
	if j := p.seq(p.over(i, "the"), "day", "after"); j > 0 && !p.at(j).is("tomorrow") {
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

// oneAfter reads the period after d that closes a pair: "next year or the year
// after", "tomorrow or the day after".
func (p *parser) oneAfter(d period, i int) (period, int) {
	u, end := p.at(i), i+2
	if u.kind != unit || u.plural || units[u.value].gran != d.gran || !p.at(i+1).is("after") {
		return period{}, 0
	}
	if end = p.skip(end, "that"); p.at(end).kind != mark && !p.at(end).has(forward) && !p.at(end).among("if", "when", "but", "and", "as", "because", "at") {
		return period{}, 0
	}
	x := d
	x.first, x.alts = d.last+1, nil
	switch months := units[u.value].months; {
	case months > 0:
		x.last = x.first.AddMonths(months) - 1
	default:
		x.last = x.first + (d.last - d.first)
	}
	return x, end
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
