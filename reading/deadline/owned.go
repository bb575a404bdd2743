package deadline

// owned reads what of a year or month told from today is meant: "next year's
// first quarter", "next month's second week", "this year's end".
func (p *parser) owned(d period, i int) (period, int) {
	year := d.first.Year()
	if t := p.at(i); d.gran == Year && t.kind == month && t.caps && p.certain(i, led) && !p.counts(i+1) { // "next year May"
		return monthOf(year, int(t.value)), i + 1
	}
	if !p.at(i-1).possessive || d.first == 0 {
		return d, i
	}
	if d.gran == Year {
		n, months, k := p.quarterWords(i)
		if k == 0 {
			n, months, k = p.quarterCode(i)
		}
		if k > 0 {
			return p.share(n, months, year), k
		}
		switch t := p.at(i); t.kind {
		case season:
			s := p.seasonOf(t.value, year)
			s.written = true
			return s, i + 1
		case month:
			return monthOf(year, int(t.value)), i + 1
		}
	}
	if p.at(i).among("end", "close") && !p.at(i+1).is("of") {
		return p.ending(d), i + 1
	}
	if n, k := p.ranked(i); k > 0 && p.at(k).kind == unit && !p.at(k).plural {
		return p.unitOf(d, n, p.at(k).value), k + 1
	}
	if d.gran == Year && (p.deadlineAfter(i) || p.deadlineAfter(i+1) && p.at(i).kind == plain) { // "next year's election"
		return period{gran: Day, class: ClassEvent, rule: "event"}, i + 1
	}
	return d, i
}

// afterNext reads the words that move a yearly name on to the one after the
// next: "the March after next".
func (p *parser) afterNext(d period, i int) (period, int) {
	j := p.seq(i, "after", "next")
	if j == 0 || d.problem != "" || d.first == 0 {
		return d, i
	}
	if d.first <= p.base {
		d = d.nextYear()
	}
	d = d.nextYear()
	d.alts, d.bygone = nil, false
	return d, j
}
