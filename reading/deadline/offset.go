package deadline

// offset reads a span counted from another day: "two weeks from tomorrow",
// "three days before Christmas", "a week on Friday", "within 24 hours of E".
func (p *parser) offset(l lead, c counts, i int) (period, int) {
	j, back := i+1, false
	switch t := p.at(i); {
	case t.among("from", "after", "following"):
		if p.at(j).among("now", "today") {
			return period{}, 0
		}
	case t.among("beyond", "past"): // "60 days beyond the current 30 June deadline"
		j = p.skip(p.skip(j, "the", "its", "their"), "current", "original", "existing", "present", "statutory", "planned")
		if d, k := p.point(j, inside); k == 0 || d.gran != Day {
			return period{}, 0
		}
	case t.among("before"):
		back = true
	case p.seq(i, "prior", "to") > 0 || p.seq(i, "ahead", "of") > 0:
		j, back = i+2, true
	case t.is("of") && l.rel == Within:
	case c.unit == weekUnit || c.unit == fortnightUnit:
		if j = p.over(i, "on"); p.at(j).kind != weekday && !p.at(j).among("today", "tomorrow") {
			return period{}, 0
		}
	default:
		return period{}, 0
	}
	d, k := p.point(j, inside)
	if k == 0 {
		if d, k = p.event(lead{rel: After}, j); k == 0 && l.rel == Within && !back && p.nameWord(j) {
			d, k = period{class: ClassEvent}, p.skip(j, "the", "a", "an", "his", "her", "their", "its", "our")+1
		}
		if k == 0 {
			return period{}, 0
		}
	}
	if d.problem != "" || d.gone {
		return d, k
	}
	if p.at(p.from-1).among("times", "once", "twice") || p.at(i).is("from") && d.gran != Day && d.gran != Hour || p.at(p.from).is("for") || p.at(p.from-1).is("for") {
		return period{}, 0 // "barrels a day from October", "for two weeks from Monday"
	}
	if x, m := p.onDate(k); m > 0 && d.class == ClassEvent { // "three weeks before the election on 30 May"
		d, k = x, m
	}
	s := p.shifted(l, c, d, back)
	if l.rel == "" && p.at(p.from-1).is("least") && s.rel == "" && s.last != 0 { // "at least ten days before 1 March"
		p.withLeast()
		if s.rel = Earliest; back {
			s.rel = By
		}
	}
	return s, k
}

// onDate reads the day that an event has with it: "the election on 30 May".
func (p *parser) onDate(i int) (period, int) {
	if !p.at(i).is("on") {
		return period{}, 0
	}
	d, j := p.point(i+1, led)
	if j == 0 || d.gran != Day || d.problem != "" || d.gone || d.bygone {
		return period{}, 0
	}
	return d, j
}

// shifted moves a day, period or event by the counts, or stretches it for
// "within N of".
func (p *parser) shifted(l lead, c counts, d period, back bool) period {
	switch d.edge { // an edge is a day to count from
	case endOf:
		d.first, d.class = d.last, ClassExact
	case startOf:
		d.last, d.class = d.first, ClassExact
	}
	s := period{gran: units[c.unit].gran, class: d.class, rule: "offset", written: d.written, bygone: p.tense == past}
	if d.class == ClassEvent {
		s.rule = "event"
	}
	if l.rel == Within || l.rel == "" && c.hyphen {
		s.rel = Within
	}
	if d.last == 0 {
		return s
	}
	anchor := d.last
	if back {
		anchor = d.first
		c.low, c.high = c.high.negative(), c.low.negative()
	}
	first, ok := p.day(anchor, c.low)
	last, fits := p.day(anchor, c.high)
	if !ok || !fits {
		return refused("that many " + string(units[c.unit].gran) + "s lead beyond the year 9999")
	}
	s.first, s.last = first, last
	switch {
	case s.rel == Within && back:
		s.last = anchor - 1
	case s.rel == Within:
		s.first = d.first
	default:
		if s.gran = Day; c.vague != "" {
			s.class, s.rule = ClassVague, "few"
		}
	}
	return s
}

func (d duration) negative() duration {
	return duration{minutes: -d.minutes, days: -d.days, months: -d.months, business: d.business}
}

// around reads "within days of the summit" and "weeks after the vote".
func (p *parser) around(l lead, key string, gran Granularity, i int) (period, int) {
	d, j := p.point(i+1, inside)
	if j == 0 {
		if d, j = p.event(lead{rel: After}, i+1); j == 0 {
			return period{}, 0
		}
	}
	s := period{gran: gran, class: ClassEvent, rule: "event", rel: l.rel}
	if s.rel != Within {
		s.rel = On
	}
	if d.last != 0 {
		reach := p.vagueRow(key)
		back, span := p.at(i).is("before"), reach.last-p.base
		if s.first, s.last = d.first, d.last+span; back {
			s.first, s.last = d.first-span, d.first-1
		}
	}
	return s, j
}
