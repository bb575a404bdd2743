package deadline

import (
	"strings"

	"tracker/calendar"
)

// placed puts a counted span on the calendar, by the lead before it and the
// words after it.
func (p *parser) placed(l lead, c counts, ahead bool, i int) (period, int) {
	if j := p.gone(i); j > 0 {
		return period{gone: true}, j
	}
	if l.rel == In && p.record() || p.tense == past && !ahead && (l.rel == In || l.rel == Within) {
		return period{gone: true}, i
	}
	if d, j := p.spanFrom(c, i); j > 0 {
		return d, j
	}
	if l.rel == Earliest && p.at(p.from+1).among("less", "fewer") && !p.preceded(4, "take", "takes", "last", "lasts", "need", "needs", "be", "wait") { // of money, not of time
		return period{}, 0
	}
	if d, j := p.upTo(l, c, i); j > 0 {
		return d, j
	}
	if d, j := p.waited(l, c, i); j > 0 {
		return d, j
	}
	if d, j := p.offset(l, c, i); j > 0 {
		return d, j
	}
	if d, j := p.afterwards(c, i); j > 0 {
		return d, j
	}
	away, j := p.away(i)
	if k := p.seq(i, "or", "more"); k > 0 && l.rel == "" {
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

// distant reports whether the span at least parts the present from what is
// named after it: "at least 18 months from launching the drug".
func (p *parser) distant(l lead, i int) bool {
	if l.rel != "" || !p.at(i).is("from") || !p.at(p.from-1).among("least", "still") {
		return false
	}
	_, j := p.point(i+1, inside)
	return j == 0
}

// given reports whether somebody has or gets the span: "has 30 days to appeal".
func (p *parser) given() bool {
	return p.preceded(5, "has", "have", "had", "given", "gave", "give", "gives", "giving", "gets", "get", "got")
}

// lasting reports whether the span before token end runs on from now: "will
// last another two weeks", "could take up to three months".
func (p *parser) lasting(l lead, end int) bool {
	switch {
	case l.word == "up" && l.rel == By:
		return p.alone(end) || p.at(p.from-1).among("take", "takes", "taking", "last", "lasts", "lasting", "wait", "need", "needs")
	case l.rel != "" && l.word != "for" || p.tense != future && !p.alone(end) || p.at(end).among("of", "in"):
		return false
	}
	for i := p.from; i < end; i++ {
		if p.at(i).among("another", "more", "further") {
			return true
		}
	}
	return false
}

// record reports whether the phrase counts back from a record: "the first time
// in a decade", "the biggest fall in two years".
func (p *parser) record() bool {
	for i := p.from - 1; i > max(0, p.from-7); i-- {
		t := p.at(i)
		if t.kind == mark || t.has(forward|scheduled) || t.among("is", "are", "be") {
			return false
		}
		superlative := t.kind == ordinal || t.among("worst", "best", "most", "only") || strings.HasSuffix(t.word, "est")
		if superlative && (p.at(i-1).among("the", "its", "their", "his", "her") || p.at(i-1).possessive) {
			return true
		}
	}
	return false
}

// gone reads the words that count backwards.
func (p *parser) gone(i int) int {
	if p.at(i).among("ago", "earlier", "previously", "back") {
		return i + 1
	}
	return 0
}

// aways are the words that count from now on.
var aways = [...][]string{{"from", "now"}, {"from", "today"}, {"to", "go"}, {"down", "the", "road"},
	{"down", "the", "line"}, {"down", "the", "track"}, {"after", "today"}, {"after", "now"}}

// away reads the words that count from now on.
func (p *parser) away(i int) (bool, int) {
	if p.at(i).kind == mark {
		return false, i
	}
	for _, words := range aways {
		if j := p.seq(i, words...); j > 0 {
			return true, j
		}
	}
	if p.at(i).among("hence", "away", "off", "out", "time") && !p.at(i).hyphen {
		return true, i + 1
	}
	return false, i
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
		return p.spanned(c, Within), p.skip(p.skip(j+1, "ahead", "to"), "come")
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
		i = p.skip(i, "come")
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
	if k := p.skip(i, ","); j == 0 && p.at(k).is("not") {
		j = p.skip(k+1, "in")
	}
	if t := p.at(j); j > 0 && t.kind == unit && t.plural {
		return j + 1
	}
	return 0
}
