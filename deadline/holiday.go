package deadline

import (
	"strings"
	"time"

	"tracker/calendar"
)

// feast is a holiday and its rule; those of lunar calendars have none and are
// events. Where countries differ, the calendar whose
// rule it is stands in its name.
type feast struct {
	names [][]string
	on    func(year int) calendar.Day
	why   string // what the other date is, if there is one
	other func(year int) calendar.Day
}

// fixed is the same month and day every year.
func fixed(m time.Month, day int) func(int) calendar.Day {
	return func(year int) calendar.Day { return calendar.Date(year, m, day) }
}

// nthOf is the n-th such weekday of a month; -1 is the last.
func nthOf(n int, w time.Weekday, m time.Month) func(int) calendar.Day {
	return func(year int) calendar.Day {
		if n < 0 {
			return onOrAfter(calendar.Date(year, m+1, 1)-7, w)
		}
		return onOrAfter(calendar.Date(year, m, 1), w) + calendar.Day(7*(n-1))
	}
}

// fromEaster is so many days after Western Easter.
func fromEaster(days int) func(int) calendar.Day {
	return func(year int) calendar.Day { return easter(year) + calendar.Day(days) }
}

// easter is Western Easter Sunday by the anonymous Gregorian algorithm
// (Meeus, Astronomical Algorithms, 1991, chapter 8).
func easter(year int) calendar.Day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return calendar.Date(year, time.Month(n/31), n%31+1)
}

// orthodoxEaster is Easter by the Julian computus, in Gregorian days (Meeus,
// the same chapter).
func orthodoxEaster(year int) calendar.Day {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	julian := calendar.Date(year, time.Month(n/31), n%31+1)
	return julian + calendar.Day(year/100-year/400-2)
}

// dayAfter is the day after another holiday.
func dayAfter(on func(int) calendar.Day, n int) func(int) calendar.Day {
	return func(year int) calendar.Day { return on(year) + calendar.Day(n) }
}

// inauguration is 20 January, in the years after elections of a president.
func inauguration(year int) calendar.Day {
	return calendar.Date(year+(5-year%4)%4, time.January, 20)
}

func names(lines ...string) [][]string {
	all := make([][]string, len(lines))
	for i, line := range lines {
		all[i] = strings.Fields(line)
	}
	return all
}

// feasts are the holidays by calendar rule, longest names first where one
// begins another.
func feasts() []feast {
	thanksgiving := nthOf(4, time.Thursday, time.November)
	return []feast{
		{names: names("christmas eve"), on: fixed(12, 24)},
		{names: names("christmas day", "christmas", "xmas"), on: fixed(12, 25), why: "Orthodox Christmas", other: fixed(1, 7)},
		{names: names("orthodox christmas"), on: fixed(1, 7)},
		{names: names("boxing day", "st stephen day"), on: fixed(12, 26)},
		{names: names("new year eve", "hogmanay"), on: fixed(12, 31)},
		{names: names("new year day", "new years day", "new year", "new years"), on: fixed(1, 1)},
		{names: names("chinese new year", "lunar new year", "jewish new year", "islamic new year", "rosh hashanah", "yom kippur",
			"ramadan", "eid", "eid al fitr", "eid al adha", "diwali", "hanukkah", "passover", "super tuesday")},
		{names: names("early may bank holiday", "may day bank holiday"), on: nthOf(1, time.Monday, 5)},
		{names: names("spring bank holiday", "late may bank holiday"), on: nthOf(-1, time.Monday, 5)},
		{names: names("august bank holiday", "summer bank holiday"), on: nthOf(-1, time.Monday, 8)},
		{names: names("epiphany"), on: fixed(1, 6)},
		{names: names("martin luther king day", "mlk day", "martin luther king jr day"), on: nthOf(3, time.Monday, 1)},
		{names: names("inauguration day"), on: inauguration},
		{names: names("groundhog day"), on: fixed(2, 2)},
		{names: names("valentine day", "valentines day"), on: fixed(2, 14)},
		{names: names("super bowl sunday", "super bowl"), on: nthOf(2, time.Sunday, 2)},
		{names: names("tax day"), on: fixed(4, 15)},
		{names: names("presidents day", "president day", "washington birthday"), on: nthOf(3, time.Monday, 2)},
		{names: names("international women day"), on: fixed(3, 8)},
		{names: names("st patrick day", "saint patrick day"), on: fixed(3, 17)},
		{names: names("april fools day", "april fool day"), on: fixed(4, 1)},
		{names: names("shrove tuesday", "mardi gras"), on: fromEaster(-47)},
		{names: names("ash wednesday"), on: fromEaster(-46)},
		{names: names("palm sunday"), on: fromEaster(-7)},
		{names: names("maundy thursday", "holy thursday"), on: fromEaster(-3)},
		{names: names("good friday"), on: fromEaster(-2)},
		{names: names("easter monday"), on: fromEaster(1)},
		{names: names("orthodox easter"), on: orthodoxEaster},
		{names: names("easter sunday", "easter"), on: easter, why: "Orthodox Easter", other: orthodoxEaster},
		{names: names("ascension day", "ascension"), on: fromEaster(39)},
		{names: names("whit monday"), on: fromEaster(50)},
		{names: names("pentecost", "whit sunday", "whitsun"), on: fromEaster(49)},
		{names: names("corpus christi"), on: fromEaster(60)},
		{names: names("earth day"), on: fixed(4, 22)},
		{names: names("anzac day"), on: fixed(4, 25)},
		{names: names("may day", "international workers day"), on: fixed(5, 1)},
		{names: names("cinco de mayo"), on: fixed(5, 5)},
		{names: names("victory day"), on: fixed(5, 9), why: "Victory in Europe Day", other: fixed(5, 8)},
		{names: names("ve day", "v e day"), on: fixed(5, 8)},
		{names: names("mother day", "mothers day"), on: nthOf(2, time.Sunday, 5), why: "Mothering Sunday in Britain", other: fromEaster(-21)},
		{names: names("memorial day"), on: nthOf(-1, time.Monday, 5)},
		{names: names("juneteenth"), on: fixed(6, 19)},
		{names: names("father day", "fathers day"), on: nthOf(3, time.Sunday, 6)},
		{names: names("canada day"), on: fixed(7, 1)},
		{names: names("independence day", "fourth of july", "4th of july"), on: fixed(7, 4)},
		{names: names("bastille day"), on: fixed(7, 14)},
		{names: names("assumption day"), on: fixed(8, 15)},
		{names: names("labor day"), on: nthOf(1, time.Monday, 9)},
		{names: names("labour day"), on: fixed(5, 1), why: "Labour Day in Canada", other: nthOf(1, time.Monday, 9)},
		{names: names("german unity day"), on: fixed(10, 3)},
		{names: names("columbus day", "indigenous peoples day"), on: nthOf(2, time.Monday, 10)},
		{names: names("halloween", "hallowe en"), on: fixed(10, 31)},
		{names: names("all saints day"), on: fixed(11, 1)},
		{names: names("guy fawkes night", "guy fawkes day", "bonfire night"), on: fixed(11, 5)},
		{names: names("election day"), on: dayAfter(nthOf(1, time.Monday, 11), 1)},
		{names: names("veterans day", "remembrance day", "armistice day"), on: fixed(11, 11)},
		{names: names("black friday"), on: dayAfter(thanksgiving, 1)},
		{names: names("cyber monday"), on: dayAfter(thanksgiving, 4)},
		{names: names("giving tuesday"), on: dayAfter(thanksgiving, 5)},
		{names: names("thanksgiving day", "thanksgiving"), on: thanksgiving, why: "Thanksgiving in Canada", other: nthOf(2, time.Monday, 10)},
		{names: names("burns night"), on: fixed(1, 25)},
		{names: names("australia day"), on: fixed(1, 26)},
		{names: names("republic day"), on: fixed(1, 26)},
		{names: names("pearl harbor day"), on: fixed(12, 7)},
	}
}

// holiday reads "Christmas", "Easter Monday 2027", "the Fourth of July",
// "Thanksgiving next year", "the new year".
func (p *parser) holiday(i int, in depth) (period, int) {
	j := p.skip(i, "the")
	mod := p.at(j).word
	if j = p.skip(j, "this", "next", "last", "coming"); p.at(j-1).word != mod {
		mod = ""
	}
	var found *feast
	end := 0
	for _, f := range p.r.feasts[p.at(j).word] {
		for _, name := range f.names {
			if k := p.seq(j, name...); k > end {
				found, end = f, k
			}
		}
	}
	if found == nil {
		return period{}, 0
	}
	if mod == "last" {
		return period{gone: true}, end
	}
	if p.seq(j, "new", "year") == end && p.at(i).is("the") && p.at(i-1).is("in") {
		return p.thirds(p.ahead(yearUnit, 1), early), end
	}
	if p.at(end).among(breaks...) { // an event: "the Easter recess"
		return period{}, 0
	}
	if found.on == nil { // a book may have its date
		if day, k := p.booked(j); k > 0 {
			return period{first: day, last: day, gran: Day, class: ClassEvent, rule: "event"}, k
		}
		return period{gran: Day, class: ClassEvent, rule: "event"}, end
	}
	end = p.skip(end, "holiday")
	d := period{gran: Day, class: ClassExact, rule: "holiday"}
	if y, k := p.yearAfter(end); k > 0 && y >= 1900 && y <= 9999 {
		d.first, d.written, end = found.on(y), true, k
		d.feastOther(found, y)
	} else {
		d.first = next(p.base, found.on)
		d.bygone = p.tense == past
		d.feastOther(found, d.first.Year())
	}
	d.last = d.first
	if p.at(end).is("weekend") {
		return longWeekend(d), end + 1
	}
	return d, end
}

// breaks are stretches of days around a holiday or in a season, whose dates
// the calendar does not know.
var breaks = []string{"recess", "break", "holidays", "vacation", "season", "term", "semester", "session", "campaign", "shutdown"}

// longWeekend is the Saturday and Sunday nearest to a holiday, with the holiday
// itself when it is the Friday or Monday beside them.
func longWeekend(d period) period {
	day := d.first
	saturday := onOrAfter(day-3, time.Saturday)
	d.first, d.last = saturday, saturday+1
	if w := day.Weekday(); w == time.Friday || w == time.Monday {
		d.first, d.last = min(day, saturday), max(day, saturday+1)
	}
	d.gran, d.class, d.alts = Weekend, ClassBounded, nil
	return d
}

// feastOther adds what other people call by the same name.
func (d *period) feastOther(f *feast, year int) {
	if f.other != nil {
		day := f.other(year)
		d.other(day, day, f.why)
	}
}

// next is the first day of a yearly rule on or after d.
func next(d calendar.Day, on func(int) calendar.Day) calendar.Day {
	y := d.Year()
	if day := on(y); day >= d {
		return day
	}
	return on(y + 1)
}
