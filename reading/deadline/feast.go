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
	ended func(year int) calendar.Day // the feast before which it ends, when its days differ from year to year
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
			"dussehra", "golden week", "carnival", "songkran", "tet", "losar"}},
		{names: []string{"chinese new year", "lunar new year", "spring festival"}, on: chineseNewYear},
		{names: []string{"diwali", "deepavali"}, on: diwali, moon: true},
		{names: []string{"rosh hashanah", "rosh hashana", "jewish new year"}, on: roshHashanah, days: 2},
		{names: []string{"yom kippur"}, on: fromRoshHashanah(9)},
		{names: []string{"sukkot", "feast of tabernacles"}, on: fromRoshHashanah(14), days: 7},
		{names: []string{"simchat torah"}, on: fromRoshHashanah(22)},
		{names: []string{"hanukkah", "chanukah", "hanukah"}, on: hanukkah, days: 8},
		{names: []string{"purim"}, on: fromPassover(-30)},
		{names: []string{"passover", "pesach"}, on: fromPassover(0), days: 8},
		{names: []string{"shavuot"}, on: fromPassover(50), days: 2},
		{names: []string{"tisha b av", "tisha b'av"}, on: tishaBAv},
		{names: []string{"islamic new year", "muslim new year"}, on: islamic(1, 1), moon: true},
		{names: []string{"ashura"}, on: islamic(1, 10), moon: true},
		{names: []string{"mawlid"}, on: islamic(3, 12), moon: true},
		{names: []string{"ramadan", "ramadhan", "ramzan"}, on: islamic(9, 1), days: 30, ended: islamic(10, 1), moon: true},
		{names: []string{"eid al fitr", "eid ul fitr", "eid el fitr", "hari raya puasa"}, on: islamic(10, 1), moon: true},
		{names: []string{"eid al adha", "eid ul adha", "eid el adha", "bakrid"}, on: islamic(12, 10), moon: true},
		{names: []string{"orthodox good friday"}, on: dayAfter(orthodoxEaster, -2)},
		{names: []string{"orthodox easter monday"}, on: dayAfter(orthodoxEaster, 1)},
		{names: []string{"orthodox pentecost"}, on: dayAfter(orthodoxEaster, 49)},
		{names: []string{"orthodox new year"}, on: fixed(1, 14)},
		{names: []string{"orthodox christmas eve"}, on: fixed(1, 6)},
		{names: []string{"holy saturday", "easter saturday"}, on: fromEaster(-1)},
		{names: []string{"whit tuesday"}, on: fromEaster(51)},
		{names: []string{"lent"}, on: fromEaster(-46), days: 46},
		{names: []string{"holy week", "passion week"}, on: fromEaster(-7), days: 7},
		{names: []string{"easter week"}, on: easter, days: 7},
		{names: []string{"trinity sunday"}, on: fromEaster(56)},
		{names: []string{"advent sunday", "advent"}, on: func(year int) calendar.Day { return onOrAfter(calendar.Date(year, 11, 27), time.Sunday) }},
		{names: []string{"spring equinox", "vernal equinox", "march equinox"}, on: sunTurns(0, time.March)},
		{names: []string{"summer solstice", "june solstice"}, on: sunTurns(90, time.June)},
		{names: []string{"autumn equinox", "autumnal equinox", "fall equinox", "september equinox"}, on: sunTurns(180, time.September)},
		{names: []string{"winter solstice", "december solstice"}, on: sunTurns(270, time.December)},
		{names: []string{"twelfth night"}, on: fixed(1, 5)},
		{names: []string{"candlemas"}, on: fixed(2, 2)},
		{names: []string{"ides of march"}, on: fixed(3, 15)},
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
		{names: []string{"europe day"}, on: fixed(5, 9)},
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
		{names: []string{"canadian thanksgiving"}, on: nthOf(2, time.Monday, 10)},
		{names: []string{"thanksgiving day", "thanksgiving"}, on: thanksgiving, why: "Thanksgiving in Canada", other: nthOf(2, time.Monday, 10)},
		{names: []string{"burns night"}, on: fixed(1, 25)},
		{names: []string{"australia day"}, on: fixed(1, 26)},
		{names: []string{"republic day"}, on: fixed(1, 26)},
		{names: []string{"pearl harbor day"}, on: fixed(12, 7)},
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
