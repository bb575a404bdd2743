package deadline

// upTo reads a stretch that is told by its length and its end: "the 12 months to
// June", "the week to 25 January", "the year ending 31 March 2027". Token i is
// the one after the length.
func (p *parser) upTo(l lead, c counts, i int) (period, int) {
	if !p.measuring(l, c) || !p.at(i).among("to", "ending", "ended") || p.at(i).is("to") && (p.given() || p.moved()) {
		return period{}, 0
	}
	d, k := p.point(p.over(p.skip(i+1, "on", "in", "at"), "the"), inside)
	if k == 0 || d.problem != "" || d.gone || d.first == 0 || d.gran != Day && d.gran != Month {
		return period{}, 0
	}
	first, ok := p.day(d.last+1, c.low.negative())
	if !ok {
		return period{}, 0
	}
	return period{first: first, last: d.last, gran: units[c.unit].gran, class: ClassBounded, rule: "range", written: d.written, bygone: d.bygone}, k
}

// measuring reports whether the counts are the length of a stretch.
func (p *parser) measuring(l lead, c counts) bool {
	switch l.rel {
	case On, In, By, "":
		return !c.hyphen && c.vague == "" && c.low == c.high && c.low.minutes == 0 && c.unit >= weekUnit
	}
	return false
}
