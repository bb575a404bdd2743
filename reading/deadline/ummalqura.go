package deadline

import (
	"time"

	"tracker/calendar"
)

// longMonths are the months of 30 days of the Umm al-Qura calendar of Saudi
// Arabia, a bit each from Muharram on, in the Islamic years 1400 to 1500; the
// others have 29 (as published by the King Abdulaziz City for Science and
// Technology; the table of the Java platform).
var longMonths = [...]uint16{
	0xaa5, 0xa4b, 0x497, 0x937, 0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db,
	0x9d5, 0x5d2, 0xda5, 0xd4a, 0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95,
	0x52d, 0x5ad, 0xb6a, 0x6d4, 0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55,
	0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a, 0x92e, 0x26e, 0x55d,
	0xada, 0x6d4, 0x6a5, 0xb27, 0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26,
	0xa56, 0x356, 0x6b5, 0xbaa, 0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9,
	0xb52, 0xa9a, 0x536, 0x276, 0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba,
	0x574, 0xb69, 0xb52, 0xa95, 0x52d, 0xa5d, 0x4da, 0xad9, 0x6b2, 0xe95, 0xe2a, 0xc96,
	0x92e, 0xaad, 0x56a, 0xd65, 0xd4a,
}

// firstIslamic is the year with which the table begins.
const firstIslamic = 1400

// islamicDay is a day of the Islamic calendar: that of the table, and of the
// arithmetic calendar outside it (Reingold and Dershowitz, Calendrical
// Calculations, 4th edition, chapter 7).
func islamicDay(year, month, day int) calendar.Day {
	if year < firstIslamic || year >= firstIslamic+len(longMonths) {
		return calendar.Day(227014 + (year-1)*354 + (3+11*year)/30 + 29*(month-1) + month/2 + day)
	}
	d := calendar.Date(1979, time.November, 21)
	for _, long := range longMonths[:year-firstIslamic] {
		d += monthsLong(long, 12)
	}
	return d + monthsLong(longMonths[year-firstIslamic], month-1) + calendar.Day(day-1)
}

// monthsLong is how many days the first n months of a year have.
func monthsLong(long uint16, n int) calendar.Day {
	days := 29 * n
	for m := range n {
		days += int(long >> m & 1)
	}
	return calendar.Day(days)
}

// islamic is the first such day of the Islamic calendar in a year of the civil
// one. Where the sight of the moon decides, it may lie one earlier or later.
func islamic(month, day int) func(int) calendar.Day {
	return func(year int) calendar.Day {
		first := calendar.Date(year, time.January, 1)
		for y := (year-622)*33/32 - 1; ; y++ {
			if d := islamicDay(y, month, day); d >= first {
				return d
			}
		}
	}
}
