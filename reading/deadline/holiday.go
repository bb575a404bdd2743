package deadline

import (
	"time"

	"tracker/calendar"
)

// feast is a holiday and its rule; those without one are events. Where
// countries differ, the calendar whose rule it is stands in its name.
type feast struct {
	names []string
	on    func(year int) calendar.Day // 0 in years for which the rule is no good
	days  int                         // how long it lasts; 0 is a day
	moon  bool                        // may be a day earlier or later, as the moon is seen
	why   string                      // what the other date is, if there is one
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

// feasts are the holidays by calendar rule, longest names first where one
// begins another.
func feasts() []feast {
	thanksgiving := nthOf(4, time.Thursday, time.November)
	return []feast{
		{names: []string{"christmas eve", "xmas eve"}, on: fixed(12, 24)},
		{names: []string{"christmas day", "christmas", "xmas day", "xmas"}, on: fixed(12, 25), why: "Orthodox Christmas", other: fixed(1, 7)},
		{names: []string{"orthodox christmas"}, on: fixed(1, 7)},
		{names: []string{"boxing day", "st stephen day"}, on: fixed(12, 26)},
		{names: []string{"new year eve", "hogmanay"}, on: fixed(12, 31)},
		{names: []string{"new year day", "new years day", "new year", "new years"}, on: fixed(1, 1)},
		{names: []string{"eid", "super tuesday", "nowruz", "norooz", "holi", "vesak", "mid autumn festival", "dragon boat festival", "navratri",
			"dussehra", "songkran", "tet", "losar"}},
		{names: []string{"chinese new year", "lunar new year", "spring festival"}, on: chineseNewYear},
		{names: []string{"diwali", "deepavali"}, on: diwali, moon: true},
		{names: []string{"rosh hashanah", "rosh hashana", "jewish new year"}, on: roshHashanah},
		{names: []string{"yom kippur"}, on: fromRoshHashanah(9)},
		{names: []string{"sukkot", "feast of tabernacles"}, on: fromRoshHashanah(14)},
		{names: []string{"simchat torah"}, on: fromRoshHashanah(22)},
		{names: []string{"hanukkah", "chanukah", "hanukah"}, on: hanukkah, days: 8},
		{names: []string{"purim"}, on: fromPassover(-30)},
		{names: []string{"passover", "pesach"}, on: fromPassover(0)},
		{names: []string{"shavuot"}, on: fromPassover(50)},
		{names: []string{"tisha b av", "tisha b'av"}, on: tishaBAv},
		{names: []string{"islamic new year", "muslim new year"}, on: islamic(1, 1), moon: true},
		{names: []string{"ashura"}, on: islamic(1, 10), moon: true},
		{names: []string{"mawlid"}, on: islamic(3, 12), moon: true},
		{names: []string{"ramadan"}, on: islamic(9, 1), days: 30, moon: true},
		{names: []string{"eid al fitr", "eid ul fitr"}, on: islamic(10, 1), moon: true},
		{names: []string{"eid al adha", "eid ul adha"}, on: islamic(12, 10), moon: true},
		{names: []string{"orthodox good friday"}, on: dayAfter(orthodoxEaster, -2)},
		{names: []string{"orthodox easter monday"}, on: dayAfter(orthodoxEaster, 1)},
		{names: []string{"orthodox pentecost"}, on: dayAfter(orthodoxEaster, 49)},
		{names: []string{"orthodox new year"}, on: fixed(1, 14)},
		{names: []string{"orthodox christmas eve"}, on: fixed(1, 6)},
		{names: []string{"holy saturday", "easter saturday"}, on: fromEaster(-1)},
		{names: []string{"whit tuesday"}, on: fromEaster(51)},
		{names: []string{"trinity sunday"}, on: fromEaster(56)},
		{names: []string{"advent sunday", "advent"}, on: func(year int) calendar.Day { return onOrAfter(calendar.Date(year, 11, 27), time.Sunday) }},
		{names: []string{"twelfth night"}, on: fixed(1, 5)},
		{names: []string{"candlemas"}, on: fixed(2, 2)},
		{names: []string{"lady day"}, on: fixed(3, 25)},
		{names: []string{"st george day", "saint george day"}, on: fixed(4, 23)},
		{names: []string{"michaelmas"}, on: fixed(9, 29)},
		{names: []string{"all souls day", "day of the dead"}, on: fixed(11, 2)},
		{names: []string{"martinmas", "singles day"}, on: fixed(11, 11)},
		{names: []string{"st andrew day", "saint andrew day"}, on: fixed(11, 30)},
		{names: []string{"st nicholas day", "saint nicholas day"}, on: fixed(12, 6)},
		{names: []string{"early may bank holiday", "may day bank holiday"}, on: nthOf(1, time.Monday, 5)},
		{names: []string{"spring bank holiday", "late may bank holiday"}, on: nthOf(-1, time.Monday, 5)},
		{names: []string{"august bank holiday", "summer bank holiday"}, on: nthOf(-1, time.Monday, 8)},
		{names: []string{"epiphany"}, on: fixed(1, 6)},
		{names: []string{"martin luther king day", "mlk day", "martin luther king jr day"}, on: nthOf(3, time.Monday, 1)},
		{names: []string{"inauguration day"}, on: inauguration},
		{names: []string{"groundhog day"}, on: fixed(2, 2)},
		{names: []string{"valentine day", "valentines day"}, on: fixed(2, 14)},
		{names: []string{"super bowl sunday", "super bowl"}, on: nthOf(2, time.Sunday, 2)},
		{names: []string{"tax day"}, on: fixed(4, 15)},
		{names: []string{"presidents day", "president day", "washington birthday"}, on: nthOf(3, time.Monday, 2)},
		{names: []string{"international women day"}, on: fixed(3, 8)},
		{names: []string{"st patrick day", "saint patrick day"}, on: fixed(3, 17)},
		{names: []string{"april fools day", "april fool day"}, on: fixed(4, 1)},
		{names: []string{"shrove tuesday", "mardi gras", "pancake day"}, on: fromEaster(-47)},
		{names: []string{"ash wednesday"}, on: fromEaster(-46)},
		{names: []string{"palm sunday"}, on: fromEaster(-7)},
		{names: []string{"maundy thursday", "holy thursday"}, on: fromEaster(-3)},
		{names: []string{"good friday"}, on: fromEaster(-2)},
		{names: []string{"easter monday"}, on: fromEaster(1)},
		{names: []string{"orthodox easter sunday", "orthodox easter"}, on: orthodoxEaster},
		{names: []string{"easter sunday", "easter"}, on: easter, why: "Orthodox Easter", other: orthodoxEaster},
		{names: []string{"ascension day", "ascension"}, on: fromEaster(39)},
		{names: []string{"whit monday"}, on: fromEaster(50)},
		{names: []string{"pentecost", "whit sunday", "whitsun"}, on: fromEaster(49)},
		{names: []string{"corpus christi"}, on: fromEaster(60)},
		{names: []string{"earth day"}, on: fixed(4, 22)},
		{names: []string{"anzac day"}, on: fixed(4, 25)},
		{names: []string{"may day", "international workers day"}, on: fixed(5, 1)},
		{names: []string{"cinco de mayo"}, on: fixed(5, 5)},
		{names: []string{"victory day"}, on: fixed(5, 9), why: "Victory in Europe Day", other: fixed(5, 8)},
		{names: []string{"ve day", "v e day"}, on: fixed(5, 8)},
		{names: []string{"mother day", "mothers day"}, on: nthOf(2, time.Sunday, 5), why: "Mothering Sunday in Britain", other: fromEaster(-21)},
		{names: []string{"memorial day"}, on: nthOf(-1, time.Monday, 5)},
		{names: []string{"juneteenth"}, on: fixed(6, 19)},
		{names: []string{"father day", "fathers day"}, on: nthOf(3, time.Sunday, 6)},
		{names: []string{"canada day"}, on: fixed(7, 1)},
		{names: []string{"independence day", "fourth of july", "4th of july"}, on: fixed(7, 4)},
		{names: []string{"bastille day"}, on: fixed(7, 14)},
		{names: []string{"assumption day"}, on: fixed(8, 15)},
		{names: []string{"labor day"}, on: nthOf(1, time.Monday, 9)},
		{names: []string{"labour day"}, on: fixed(5, 1), why: "Labour Day in Canada", other: nthOf(1, time.Monday, 9)},
		{names: []string{"german unity day"}, on: fixed(10, 3)},
		{names: []string{"columbus day", "indigenous peoples day"}, on: nthOf(2, time.Monday, 10)},
		{names: []string{"halloween", "hallowe en"}, on: fixed(10, 31)},
		{names: []string{"all saints day"}, on: fixed(11, 1)},
		{names: []string{"guy fawkes night", "guy fawkes day", "bonfire night"}, on: fixed(11, 5)},
		{names: []string{"election day"}, on: dayAfter(nthOf(1, time.Monday, 11), 1)},
		{names: []string{"veterans day", "remembrance day", "armistice day"}, on: fixed(11, 11)},
		{names: []string{"black friday"}, on: dayAfter(thanksgiving, 1)},
		{names: []string{"cyber monday"}, on: dayAfter(thanksgiving, 4)},
		{names: []string{"giving tuesday"}, on: dayAfter(thanksgiving, 5)},
		{names: []string{"thanksgiving day", "thanksgiving"}, on: thanksgiving, why: "Thanksgiving in Canada", other: nthOf(2, time.Monday, 10)},
		{names: []string{"burns night"}, on: fixed(1, 25)},
		{names: []string{"australia day"}, on: fixed(1, 26)},
		{names: []string{"republic day"}, on: fixed(1, 26)},
		{names: []string{"pearl harbor day"}, on: fixed(12, 7)},
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
	if !p.at(j).has(festive) {
		return period{}, 0
	}
	var found *feast
	end := 0
	for _, f := range p.r.feasts[p.at(j).word] {
		for _, name := range f.names {
			if k := p.spell(j, name); k > end {
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
	if found.days < 20 && !p.at(i-1).among("during", "throughout", "through", "over", "of") { // by Hanukkah is by its first day
		day := *found
		day.days, found = 0, &day
	}
	end = p.skip(end, "holiday")
	d := period{gran: Day, class: ClassExact, rule: "holiday"}
	if y, k := p.yearAfter(end); k > 0 && y >= 1900 && y <= 9999 {
		d.first, d.written, end = found.on(y), true, k
		d.feastOther(found, y)
	} else {
		d.first = next(p.base-calendar.Day(max(found.days-1, 0)), found.on) // one that is running goes on
		d.bygone = p.tense == past
		if k := p.seq(end, "after", "next"); k > 0 {
			d.first, end = next(max(d.first, p.base)+20, found.on), k
		}
		d.feastOther(found, d.first.Year())
	}
	if d.first == 0 { // the rule is no good so far away
		return period{gran: Day, class: ClassEvent, rule: "event"}, end
	}
	d.last = d.first
	d.lunar(found)
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

// lunar makes a feast of the moon as long, and as sure, as it is.
func (d *period) lunar(f *feast) {
	if f.days > 0 {
		if d.last, d.gran = d.first+calendar.Day(f.days-1), Month; f.days < 20 {
			d.class = ClassBounded
		}
	}
	if f.moon {
		d.class = ClassFuzzy
		d.other(d.first-1, d.last-1, "a day earlier, as the moon is seen")
		d.other(d.first+1, d.last+1, "a day later, as the moon is seen")
	}
}

// next is the first day of a yearly rule on or after d.
func next(d calendar.Day, on func(int) calendar.Day) calendar.Day {
	for y := d.Year() - 1; y < d.Year()+3; y++ { // the moon's years wander through ours
		if day := on(y); day == 0 || day >= d {
			return day
		}
	}
	return 0
}
