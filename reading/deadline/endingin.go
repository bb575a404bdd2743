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

// closesPeriod reads the verb of "ends the year above 5,000", which says where
// something stands when the period is over.
func (p *parser) closesPeriod(i int) (period, int) {
	if !p.at(i).among("end", "ends", "ending", "finish", "finishes", "finishing", "close", "closes", "closing") {
		return period{}, 0
	}
	if p.at(p.from).has(leader) || p.at(i-1).has(leader) || p.at(i-1).among("the", "a", "an", "its") {
		return period{}, 0
	}
	if t := p.at(i + 1); t.hyphen || !t.among("the", "this", "next") && !(t.digits == 4 && (!p.at(i).among("end", "close") || p.at(i-1).among("will", "would", "should", "could", "may", "might", "to", "and", "ll"))) {
		return period{}, 0
	}
	d, k := p.point(i+1, inside)
	if k == 0 || d.problem != "" || d.edge != wholly || d.gone || d.first == 0 || d.gran == Day || d.gran == Hour || !p.standing(k) {
		return period{}, 0
	}
	d = p.ending(d)
	d.rel = By
	return d, k
}

// standing reports words from token i on that say where something stands.
func (p *parser) standing(i int) bool {
	t := p.at(i)
	return t.kind == number || t.among("at", "above", "below", "over", "under", "with", "up", "down", "on", "in", "near", "around", "about", "between", "within", "as", "higher", "lower",
		"flat", "little", "roughly", "well", "close", "stronger", "weaker", "unchanged", "unbeaten", "without", "top", "bottom", "first", "second", "third", "back", "there", "more", "less", "just", "slightly", "somewhere", "no", "not", "ahead", "behind")
}
