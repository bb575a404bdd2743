package deadline

import (
	"time"

	"tracker/calendar"
)

// duration is a counted stretch of time.
type duration struct {
	minutes, days, months int
	business              bool // days are working days
}

// amount is how many: a number, a range of numbers, or a vague count.
type amount struct {
	low, high int // in hundredths
	vague     string
}

// countingWords can begin a counted span, besides numbers and units.
const countingWords = `a an these next coming upcoming following another about roughly around between couple few several half quarter
	more short long full further additional extra calendar consecutive whole solid good straight other brief critical crucial`

// mayCount reports whether a counted span can begin at i.
func (p *parser) mayCount(i int) bool {
	t := p.at(p.skip(i, "the", "these"))
	return t.kind != plain && t.kind != month && t.kind != weekday && t.kind != season || t.has(counting)
}

// counted reads counted spans: "in two weeks", "within 30 days", "the next few
// months", "weeks away", "three days before Christmas".
func (p *parser) counted(l lead, i int) (period, int) {
	j := p.skip(i, "the", "these")
	ahead := false
	if p.at(j).among("next", "coming", "upcoming", "following") {
		ahead, j = true, j+1
	}
	if p.at(j).is("-") && !p.at(j).glued && p.at(j+1).glued && p.at(j+1).kind == number && p.at(j+2).kind == unit {
		return refusef("-%s is not a number to count with", p.at(j+1).word), j + 3
	}
	if t := p.at(j); t.kind == number && p.at(j+1).is("^") {
		return refusef("%s^%s is not a number to count with", t.word, p.at(j+2).word), j + 3
	}
	if p.at(j).is("between") && p.at(j+1).kind == number {
		j++
	}
	a, k := p.amount(j)
	if k == 0 {
		return p.uncounted(l, i, j, ahead)
	}
	if p.at(k).among("next", "coming", "upcoming", "following") && p.at(k+1).kind == unit && p.at(k+1).plural { // "the two upcoming days"
		ahead, k = true, k+1
	}
	if t := p.at(k); t.is("h") && t.glued && (l.rel == "" || l.rel != Within && t.caps) {
		return period{}, 0 // 1H is a half year
	} else if t.kind == weekday && t.plural {
		return p.weekdaysAhead(l, a, k)
	}
	s, m := p.measured(a, k)
	if m == 0 {
		return period{}, 0
	}
	return p.placed(l, s, ahead, m)
}

// weekdaysAhead reads "in two Fridays", "three Mondays from now".
func (p *parser) weekdaysAhead(l lead, a amount, i int) (period, int) {
	away, j := p.away(i + 1)
	if !away && l.rel != In || a.low != a.high || a.low%100 != 0 || a.low < 100 || a.low > 10000 {
		return period{}, 0
	}
	day := onOrAfter(p.base+1, time.Weekday(p.at(i).value)) + calendar.Day(7*(a.low/100-1))
	return period{first: day, last: day, gran: Day, class: ClassExact, rel: On, rule: "offset"}, j
}

// amount reads how many units are meant.
func (p *parser) amount(i int) (amount, int) {
	if t := p.at(i); t.kind == number && t.digits > 0 {
		n, h, j := p.cardinal(i)
		return p.quartersOf(n, h, j)
	}
	i = p.skip(i, "another", "about", "roughly", "around")
	if k := p.seq(i, "a", "further"); k > 0 {
		i = k
	}
	j := p.skip(i, "a", "an", "the")
	switch t := p.at(j); {
	case t.is("couple"):
		return p.count("couple", p.skip(j+1, "of", "more"))
	case t.is("few") && (j > i || p.at(i-1).kind == plain || p.at(i-1).kind == ordinal):
		return p.count("few", j+1)
	case t.is("several"):
		return p.count("several", j+1)
	case t.is("half") && p.at(j+1).kind != number:
		return p.halves(p.skip(j+1, "a", "an", "of"))
	case t.is("quarter") && (p.seq(j+1, "of", "a") > 0 || p.seq(j+1, "of", "an") > 0):
		return amount{low: 25, high: 25}, j + 3
	case t.is("quarter") && p.at(j+1).is("century"):
		return amount{low: 25, high: 25}, j + 1
	}
	if n, h, j := p.cardinal(i); j > 0 {
		return p.quartersOf(n, h, j)
	}
	if t := p.at(i); t.among("a", "an") || p.at(i-1).is("another") {
		j := p.skip(i, "a", "an")
		if k := p.adjectives(j); p.at(k).kind == unit && !p.at(k).plural {
			return amount{low: 100, high: 100}, j
		}
	}
	return amount{}, 0
}

// quartersOf reads on after a number, which may count quarters: "three quarters
// of an hour".
func (p *parser) quartersOf(n, hundredths, i int) (amount, int) {
	if p.at(i).is("quarters") && p.at(i+1).is("of") && p.at(i+2).among("a", "an") {
		return amount{low: 25 * n, high: 25 * n}, i + 3
	}
	return p.amountFrom(100*n+hundredths, i)
}

// halves reads what half is of: a dozen units or one unit.
func (p *parser) halves(i int) (amount, int) {
	switch t := p.at(i); {
	case t.is("dozen"):
		return amount{low: 600, high: 600}, i + 1
	case t.kind == unit:
		return amount{low: 50, high: 50}, i
	}
	return amount{}, 0
}

// count is the range of a vague count, from its row of the table.
func (p *parser) count(key string, i int) (amount, int) {
	s := p.r.table[key].Distance
	return amount{low: 100 * s.From, high: 100 * s.To, vague: key}, i
}

// amountFrom reads on after a number: "and a half", "to three", "or so".
func (p *parser) amountFrom(low, i int) (amount, int) {
	if j := p.seq(i, "and", "a", "half"); j > 0 {
		return amount{low: low + 50, high: low + 50}, j
	}
	j := p.skip(i, "to", "or", "-", "and")
	if t := p.at(i); j > i || t.hyphen && t.kind == number { // "two-three months"
		if n, h, k := p.cardinal(j); k > 0 && 100*n+h >= low {
			return amount{low: low, high: 100*n + h}, k
		}
	}
	return amount{low: low, high: low}, p.over(i, "odd")
}

// adjectives skips what may stand between a number and its unit.
func (p *parser) adjectives(i int) int {
	for p.at(i).has(counting) && p.at(i).among("more", "short", "long", "full", "further", "additional", "extra", "calendar", "consecutive",
		"whole", "solid", "good", "straight", "other", "brief", "critical", "crucial") {
		i++
	}
	return i
}

// counts are the two ends of a counted span, with the unit that they count.
type counts struct {
	low, high duration
	unit      int32
	vague     string
	hyphen    bool // "two-week"
}

// measured reads the units of an amount, and further amounts joined to it: "a
// year and a half", "2 weeks and 3 days", "a week or two".
func (p *parser) measured(a amount, i int) (counts, int) {
	i = p.adjectives(i)
	business := p.at(i).among("business", "working", "trading", "work", "banking")
	if business {
		i++
	}
	t := p.at(i)
	id := t.value
	switch {
	case t.is("second"):
		id = secondUnit
	case t.glued && t.is("d"):
		id = dayUnit
	case t.glued && t.is("h"):
		id = hourUnit
	case t.glued && t.is("w"):
		id = weekUnit
	case t.glued && t.is("y"):
		id = yearUnit
	case t.kind != unit || id == weekendUnit || id == halfUnit:
		return counts{}, 0
	}
	c := counts{unit: id, vague: a.vague, hyphen: t.hyphen}
	if j := p.seq(i+1, "and", "a", "half"); j > 0 && a.low == a.high {
		a.low, a.high = a.low+50, a.high+50
		i = j - 1
	} else if j := p.seq(i+1, "or"); j > 0 && a.low == 100 {
		if n, h, k := p.cardinal(j); k > 0 && p.at(k).kind != unit {
			a.high = 100*n + h
			i = k - 1
		} else if p.at(j).is("so") {
			i = j
		}
	}
	c.low, c.high = times(a.low, id), times(a.high, id)
	c.low.business, c.high.business = business, business
	if (a.low%100 != 0) && units[id].months > 1 && units[id].months*a.low%100 == 0 {
		c.unit = monthUnit
	} else if a.low%100 != 0 && units[id].days > 1 {
		c.unit = dayUnit
	}
	return p.further(c, i+1)
}

// further adds a second amount in a smaller unit: "1 hour 30 minutes".
func (p *parser) further(c counts, i int) (counts, int) {
	j := p.skip(i, "and", ",")
	n, h, k := p.cardinal(j)
	t := p.at(k)
	if c.vague != "" || k == 0 || t.kind != unit || t.value >= c.unit {
		return c, i
	}
	more := times(100*n+h, t.value)
	for _, d := range [...]*duration{&c.low, &c.high} {
		d.minutes, d.days, d.months = d.minutes+more.minutes, d.days+more.days, d.months+more.months
	}
	c.unit = t.value
	return c, k + 1
}

// times is a number of units, given in hundredths.
func times(hundredths int, id int32) duration {
	u := units[id]
	months := u.months * hundredths
	return duration{
		minutes: (u.minutes*hundredths + 99) / 100,
		days:    (u.days*hundredths+50)/100 + months%100*30/100,
		months:  months / 100,
	}
}

// day returns the day that is one duration after from. Hours count from the
// instant of the statement when it is known and from is its day; otherwise
// under 12 hours is the same day, and more is rounded up to days.
func (p *parser) day(from calendar.Day, d duration) (calendar.Day, bool) {
	const century = 100 * 12
	if d.months > 81*century || d.days > 81*century*31 || d.minutes > 81*century*31*1440 {
		return 0, false
	}
	to := from.AddMonths(d.months)
	if d.business {
		to = businessDays(to, d.days)
	} else {
		to += calendar.Day(d.days)
	}
	switch {
	case d.minutes == 0:
	case !p.said.At.IsZero() && from == p.said.On && to == from:
		at := p.said.At
		to = calendar.Of(at.Add(time.Duration(d.minutes) * time.Minute))
	case d.minutes >= 12*60:
		to += calendar.Day((d.minutes + 1439) / 1440)
	}
	return to, to <= calendar.Last
}

// businessDays returns the day n working days after d; holidays count as work.
func businessDays(d calendar.Day, n int) calendar.Day {
	d += calendar.Day(n / 5 * 7)
	for n %= 5; n > 0; {
		d++
		if w := d.Weekday(); w != 0 && w != 6 {
			n--
		}
	}
	return d
}
