package deadline

import (
	"time"

	"tracker/calendar"
)

// roshHashanah is the first day of the Hebrew year that begins in a year of
// the civil calendar (Reingold and Dershowitz, Calendrical Calculations, 4th
// edition, chapter 8; days are counted alike).
func roshHashanah(year int) calendar.Day {
	y := year + 3761
	elapsed := func(y int) int {
		months := (235*y - 234) / 19
		days := 29*months + (12084+13753*months)/25920
		if 3*(days+1)%7 < 3 {
			days++
		}
		return days
	}
	day := elapsed(y)
	switch {
	case elapsed(y+1)-day == 356:
		day += 2
	case day-elapsed(y-1) == 382:
		day++
	}
	return calendar.Day(day - 1373427)
}

// fromPassover is so many days after 15 Nisan, which is 163 days before the
// next Hebrew year.
func fromPassover(days int) func(int) calendar.Day {
	return func(year int) calendar.Day { return roshHashanah(year) - 163 + calendar.Day(days) }
}

// fromRoshHashanah is so many days after 1 Tishri.
func fromRoshHashanah(days int) func(int) calendar.Day {
	return func(year int) calendar.Day { return roshHashanah(year) + calendar.Day(days) }
}

// hanukkah is 25 Kislev; the month before it has 30 days in long years.
func hanukkah(year int) calendar.Day {
	day := roshHashanah(year) + 30 + 29 + 24
	if length := roshHashanah(year+1) - roshHashanah(year); length%10 == 5 {
		day++
	}
	return day
}

// tishaBAv is 9 Av, or the Sunday after when that is a Saturday.
func tishaBAv(year int) calendar.Day {
	day := fromPassover(112)(year)
	if day.Weekday() == time.Saturday {
		day++
	}
	return day
}
