package deadline

// waited reads how long it takes before something happens: "it will take at
// least three months before flights resume", "two years before the reactor is
// restarted". What is told is that it does not happen so long; no day is named
// by which it does.
func (p *parser) waited(l lead, c counts, i int) (period, int) {
	if l.rel != "" && l.rel != Earliest || c.hyphen || !p.clauseAfter(i) || !p.waits() {
		return period{}, 0
	}
	d := p.spanned(c, Within)
	if d.problem != "" {
		return d, i
	}
	day, _ := p.day(p.base, c.low)
	d.last, d.rel = day, Within
	p.withLeast()
	if d.gran, d.class, d.rule, d.remark = units[c.unit].gran, ClassExact, RuleNotUntil, ""; c.vague != "" {
		d.class = ClassVague
	}
	return d, i
}

// waitedFor is waited for units without a number: "it will be months before",
// "still weeks away from a deal". The least that the vague table gives counts.
func (p *parser) waitedFor(key string, gran Granularity, i int) (period, int) {
	row, ok := p.r.table[key+"-away"]
	if !ok {
		row = p.r.table[key]
	}
	if away, j := p.away(i); away && p.at(j).is("from") && p.preceded(3, "still", "least") {
		i = j
	} else if !p.clauseAfter(i) || !p.waits() {
		return period{}, 0
	}
	d := period{first: p.base, last: row.Distance.after(p.base, max(row.Distance.From, 1)), gran: gran, class: ClassVague, rule: RuleNotUntil, rel: Within}
	p.withLeast()
	return d, i
}

// withLeast takes the words "at least" before the count into the phrase.
func (p *parser) withLeast() {
	if p.at(p.from-1).is("least") && p.at(p.from-2).is("at") {
		p.from -= 2
	}
}

// clauseAfter reports whether "before" or "until" at i begins a clause, and not
// the name of a time or an event to count from.
func (p *parser) clauseAfter(i int) bool {
	if !p.at(i).among("before", "until", "till") {
		return false
	}
	if _, j := p.point(i+1, inside); j > 0 {
		return false
	}
	if _, j := p.event(lead{rel: After}, i+1); j > 0 && (p.at(j).kind == mark || p.at(j).has(leader)) {
		return false
	}
	for k := i + 2; k < i+9 && p.at(k).kind != mark; k++ {
		t := p.at(k)
		if t.has(forward|scheduled|backward) || t.among("is", "are", "can", "has", "have") || t.kind == plain && len(t.word) > 3 && t.word[len(t.word)-1] == 's' {
			return true
		}
		if p.at(k+1).kind == mark { // "before flights resume"
			return k > i+1 && t.kind == plain
		}
	}
	return false
}

// waits reports whether the words before the phrase say that it takes so long.
func (p *parser) waits() bool {
	if p.tense == past {
		return false
	}
	return p.from == 0 || p.at(p.from-1).among("least", "than", "another") ||
		p.preceded(4, "take", "takes", "be", "is", "are", "s", "need", "needs", "last", "still", "wait")
}
