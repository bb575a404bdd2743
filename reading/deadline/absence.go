package deadline

// absent reports whether the span before token end is how long somebody or
// something stays away: "out for six weeks", "banned for ten days", "won't
// play for a month", "will miss six weeks".
func (p *parser) absent(l lead, end int) bool {
	if l.rel == "" {
		return p.at(p.from-1).among("out", "sidelined", "unavailable", "absent") || p.at(p.from-1).is("between") && p.at(p.from-2).is("out") || p.at(p.from-1).among("miss", "misses", "missing", "face", "faces", "facing")
	}
	if l.word != "for" || p.at(end).is("of") || p.preceded(7, "been", "had", "since") {
		return false
	}
	if p.at(p.from - 1).is("not") { // "not for another six months"
		return true
	}
	if p.preceded(4, "was", "were") && p.preceded(3, "closed", "shut", "out", "away", "off", "absent") {
		return false
	}
	return p.preceded(4, "out", "sidelined", "absent", "suspended", "banned", "barred", "unavailable", "closed", "shut", "off", "away",
		"injured", "grounded", "benched", "shelved", "miss", "misses", "halted", "paused", "laid", "hospitalised", "hospitalized", "bench", "sidelines", "injury") || p.tense == future && p.denied()
}

// spanFrom reads "for three weeks from 6 November": the day counts itself.
func (p *parser) spanFrom(c counts, i int) (period, int) {
	if p.at(i).kind != plain || !p.at(p.from).is("for") && !p.at(p.from-1).among("for", "last", "lasts", "lasting", "take", "takes") || !p.at(i).among("from", "starting", "beginning", "commencing") || p.at(i+1).among("now", "today") {
		return period{}, 0
	}
	d, j := p.point(p.skip(i+1, "on", "from"), inside)
	if j == 0 || d.gran != Day || d.problem != "" || d.first == 0 {
		return period{}, 0
	}
	return p.running(d, c), j
}

// runningFor reads the span after the day it runs from: "from 18 December for
// 10 days".
func (p *parser) runningFor(l lead, d period, i int) (period, int) {
	i = p.over(i, ",")
	if d.gran != Day || d.first == 0 || !p.at(i).is("for") || !p.begins(l.word) {
		return period{}, 0
	}
	a, j := p.amount(i + 1)
	if j == 0 {
		return period{}, 0
	}
	c, k := p.measured(a, j)
	if k == 0 {
		return period{}, 0
	}
	return p.running(d, c), k
}

// begins reports whether the lead says that something begins on its day.
func (p *parser) begins(word string) bool {
	return word == "from" || word == "starting" || word == "beginning" || word == "effective" || word == "as" ||
		p.preceded(1, "starting", "beginning", "starts", "begins", "start", "begin")
}

// running is the stretch of so many units that begins with d.
func (p *parser) running(d period, c counts) period {
	last, ok := p.day(d.first, c.high)
	if !ok {
		return refused("that many " + string(units[c.unit].gran) + "s lead beyond the year 9999")
	}
	d.last, d.rule, d.rel, d.alts = max(d.first, last-1), "span-from", On, nil
	d.gran, d.class = Day, ClassExact
	if c.vague != "" {
		d.class = ClassFuzzy
	}
	return d
}

// afterwards reads "three weeks later": from the day that the sentence has
// named before, or from the statement when the words stand alone or tell of
// what is to come.
func (p *parser) afterwards(c counts, i int) (period, int) {
	if !p.at(i).is("later") || c.hyphen {
		return period{}, 0
	}
	from := p.told
	switch {
	case p.tense == past:
		return period{gone: true}, i + 1
	case from == 0 && p.tense != future && !p.alone(i+1):
		return period{}, 0
	case from == 0:
		from = p.base
	}
	first, ok := p.day(from, c.low)
	last, fits := p.day(from, c.high)
	if !ok || !fits {
		return refused("that many " + string(units[c.unit].gran) + "s lead beyond the year 9999"), i + 1
	}
	d := period{first: first, last: last, gran: Day, class: ClassExact, rule: "offset"}
	if c.vague != "" {
		d.class, d.rule = ClassVague, "few"
	}
	return d, i + 1
}
