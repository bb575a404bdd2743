package deadline

import "tracker/calendar"

// uncounted reads units without a number: "the next week", "the coming weeks",
// "within days", "weeks away", "a matter of hours".
func (p *parser) uncounted(l lead, i, j int, ahead bool) (period, int) {
	j = p.adjectives(j)
	matter := p.seq(j, "a", "matter", "of")
	if matter > 0 {
		j = matter
	}
	t := p.at(j)
	if t.kind != unit {
		return period{}, 0
	}
	if !t.plural && t.value >= weekUnit && p.at(i).is("the") && (p.at(j+1).is("ahead") || p.seq(j+1, "to", "come") > 0) && units[t.value].days+units[t.value].months > 0 { // "in the year ahead"
		c, _ := p.measured(amount{low: 100, high: 100}, j)
		return p.spanned(c, Within), p.over(p.skip(j+1, "ahead", "to"), "come")
	}
	if !t.plural && t.value >= weekUnit && units[t.value].days+units[t.value].months > 0 && p.at(j+1).among("to", "ending", "ended") && !ahead && p.at(i).is("the") {
		c, k := p.measured(amount{low: 100, high: 100}, j)
		return p.upTo(l, c, k)
	}
	if ahead && !t.plural && t.value == dayUnit && l.rel == "" { // "the next day"
		return p.after(1, j+1)
	}
	if l.rel == Within && t.value == fortnightUnit && !t.plural && p.at(i).is("the") {
		c, k := p.measured(amount{low: 100, high: 100}, j)
		return p.spanned(c, Within), k
	}
	if ahead && !t.plural {
		named := l.rel == By || l.rel == Before || l.rel == Earliest || l.rel == After
		if named || !p.at(i).is("the") || p.at(i+1).is("following") || t.value == weekendUnit ||
			t.value == quarterUnit || t.value == halfUnit {
			return period{}, 0
		}
		c, k := p.measured(amount{low: 100, high: 100}, j) // "the next day or two"
		return p.spanned(c, Within), k
	}
	if l.rel == Within && t.is("hour") && p.at(i).is("the") {
		return p.spanned(counts{low: times(100, hourUnit), high: times(100, hourUnit), unit: hourUnit}, Within), j + 1
	}
	key := units[t.value].row
	if !t.plural || key == "" {
		return period{}, 0
	}
	return p.plurals(l, key, j+1, ahead || matter > 0)
}

// plurals reads on after units in the plural; sure tells that the words before
// them have already set a window.
func (p *parser) plurals(l lead, key string, i int, sure bool) (period, int) {
	gran := units[p.at(i-1).value].gran
	if d, j := p.waitedFor(key, gran, i); j > 0 && l.rel == "" {
		return d, j
	}
	if j := p.skip(i, "or", "and", "/"); j > i && p.at(j).kind == unit && p.at(j).plural {
		if d, k := p.uncounted(l, j, j, sure); k > 0 {
			return d, k
		}
	}
	switch t := p.at(i); {
	case t.among("away", "off") || p.seq(i, "from", "now") > 0:
		if _, ok := p.r.table[key+"-away"]; ok {
			key += "-away"
		}
		_, i = p.away(i)
	case t.among("of", "after", "before", "following") && (l.rel == Within || t.is("after") || t.is("before")):
		return p.around(l, key, gran, i)
	case t.is("ahead") || p.seq(i, "to", "come") > 0:
		i += 1
		i = p.over(i, "come")
	case l.rel == In && p.notLonger(i) > 0: // "in weeks rather than months"
		i = p.notLonger(i)
	case sure || l.rel == Within:
	case l.rel == In && l.word == "in" && (p.tense == future || p.alone(i)) && p.at(i-2).is("in"):
	default:
		return period{}, 0
	}
	d := p.vagueRow(key)
	d.gran = gran
	return d, i
}

// vagueRow is the window of a row of the vague table.
func (p *parser) vagueRow(key string) period {
	s := p.r.table[key]
	return period{first: s.Distance.after(p.base, s.Distance.From), last: s.Distance.after(p.base, s.Distance.To),
		gran: s.Granularity, class: ClassVague, rel: Vague, rule: "vague"}
}

// after returns the day n of the span's units after d.
func (s Distance) after(d calendar.Day, n int) calendar.Day {
	switch s.Unit {
	case Months:
		return d.AddMonths(n)
	case Years:
		return d.AddYears(n)
	}
	return d + calendar.Day(n)
}

// notLonger reads what a vague count of units is set against: "rather than
// months", ", not years".
func (p *parser) notLonger(i int) int {
	j := p.seq(i, "rather", "than")
	if k := p.over(i, ","); j == 0 && p.at(k).is("not") {
		j = p.over(k+1, "in")
	}
	if t := p.at(j); j > 0 && t.kind == unit && t.plural {
		return j + 1
	}
	return 0
}
