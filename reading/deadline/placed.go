package deadline

// placed puts a counted span on the calendar, by the lead before it and the
// words after it.
func (p *parser) placed(l lead, c counts, ahead bool, i int) (period, int) {
	more := p.at(i).kind != mark
	if j := p.gone(i); j > 0 {
		return period{gone: true}, j
	}
	if l.rel == In && p.record() || p.tense == past && !ahead && (l.rel == In || l.rel == Within) {
		return period{gone: true}, i
	}
	if more {
		if d, j := p.spanFrom(c, i); j > 0 {
			return d, j
		}
	}
	if l.rel == Earliest && p.at(p.from+1).among("less", "fewer") && !p.preceded(4, "take", "takes", "last", "lasts", "need", "needs", "be", "wait") { // of money, not of time
		return period{}, 0
	}
	if more {
		if d, j := p.counting(l, c, i); j > 0 {
			return d, j
		}
	}
	away, j := p.away(i)
	if k := p.seq(i, "or", "more"); l.rel == "" && k > 0 {
		if more, m := p.away(k); more { // "three weeks or more away"
			return p.spanned(c, Earliest), m
		}
	}
	switch {
	case p.seq(j, "or", "less") > 0 || p.seq(j, "or", "fewer") > 0:
		return p.spanned(c, Within), j + 2
	case ahead || l.rel == Within && !away || l.rel == "" && p.at(j).is("to") && p.given() && !p.moved() || p.lasting(l, i) || p.absent(l, i):
		return p.spanned(c, Within), j
	case c.hyphen && p.at(j).among("deadline", "ultimatum", "window", "timeline", "timetable", "timeframe"):
		return p.spanned(c, Within), j + 1
	case c.hyphen:
		return period{}, 0
	case away && (l.rel == Within || l.word == "up"):
		return p.spanned(c, Within), j
	case away && p.at(p.from-1).is("than") && p.at(p.from-2).is("more"):
		p.from -= 2
		return p.spanned(c, After), j
	case away && p.at(p.from-1).is("least") && p.at(p.from-2).is("at"), p.distant(l, i):
		p.withLeast()
		return p.spanned(c, Earliest), j
	case away || l.rel == In || l.rel == Earliest || l.rel == After && l.word == "in" || l.rel == "" && p.alone(j):
		return p.spanned(c, In), j
	}
	return period{}, 0
}

// counting reads what a counted span is counted to or from: the words after it.
func (p *parser) counting(l lead, c counts, i int) (period, int) {
	if d, j := p.upTo(l, c, i); j > 0 {
		return d, j
	}
	if d, j := p.waited(l, c, i); j > 0 {
		return d, j
	}
	if d, j := p.offset(l, c, i); j > 0 {
		return d, j
	}
	return p.afterwards(c, i)
}

// spanned is the day or days that the counts reach from the base day, or the
// whole stretch up to them when the relation is within.
func (p *parser) spanned(c counts, rel Relation) period {
	low, ok := p.day(p.base, c.low)
	high, fits := p.day(p.base, c.high)
	if !ok || !fits {
		return refused("that many " + string(units[c.unit].gran) + "s lead beyond the year 9999")
	}
	d := period{first: low, last: high, gran: units[c.unit].gran, class: ClassExact, rel: rel, rule: string(rel)}
	if rel == Within {
		d.first = p.base
		if d.gran == Week && c.vague == "" {
			d.gran = Day
		}
	}
	if c.vague != "" {
		d.class, d.rel, d.rule = ClassVague, Vague, "few"
	} else if c.low.business {
		d.rule, d.remark = ruleWorking, holidaysCount
	}
	return d
}

// ruleWorking is the rule of working days.
const ruleWorking = "working-days"

// holidaysCount says what is not known of working days.
const holidaysCount = "Monday to Friday were counted; public holidays were not taken out"
