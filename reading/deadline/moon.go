package deadline

import (
	"math"
	"time"

	"tracker/calendar"
)

// julianZero is the Julian date of the day before day 1 of the calendar.
const julianZero = 1721424.5

// newMoon is the Julian date of new moon k, counted from that of January 2000,
// to a few minutes between 1900 and 2100 (Meeus, Astronomical Algorithms, 2nd
// edition, chapter 49, the larger terms).
func newMoon(k int) float64 {
	n := float64(k)
	t := n / 1236.85
	sin := func(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }
	e := 1 - 0.002516*t
	sun, moon := 2.5534+29.10535670*n, 201.5643+385.81693528*n
	f, node := 160.7108+390.67050284*n, 124.7746-1.56375588*n
	return 2451550.09766 + 29.530588861*n + 0.00015437*t*t -
		0.40720*sin(moon) + 0.17241*e*sin(sun) + 0.01608*sin(2*moon) + 0.01039*sin(2*f) + 0.00739*e*sin(moon-sun) -
		0.00514*e*sin(moon+sun) + 0.00208*e*e*sin(2*sun) - 0.00111*sin(moon-2*f) - 0.00057*sin(moon+2*f) +
		0.00056*e*sin(2*moon+sun) - 0.00042*sin(3*moon) + 0.00042*e*sin(sun+2*f) + 0.00038*e*sin(sun-2*f) -
		0.00024*e*sin(2*moon-sun) - 0.00017*sin(node)
}

// sunAt is the Julian date near a first guess at which the sun stands at a
// longitude, in degrees (Meeus, chapter 25, low accuracy: 0.01 degrees).
func sunAt(longitude, guess float64) float64 {
	for range 5 {
		t := (guess - 2451545) / 36525
		m := (357.52911 + 35999.05029*t) * math.Pi / 180
		at := 280.46646 + 36000.76983*t + (1.914602-0.004817*t)*math.Sin(m) + 0.019993*math.Sin(2*m) + 0.000289*math.Sin(3*m) -
			0.00569 - 0.00478*math.Sin((125.04-1934.136*t)*math.Pi/180)
		off := math.Mod(longitude-at, 360)
		guess += math.Remainder(off, 360) * 365.2422 / 360
	}
	return guess
}

// julian is the Julian date at which a day begins in universal time.
func julian(d calendar.Day) float64 { return julianZero + float64(d) }

// localDay is the day on which a Julian date falls so many hours east of
// Greenwich.
func localDay(jd, hours float64) calendar.Day {
	return calendar.Day(math.Floor(jd - julianZero + hours/24))
}

// moonAfter is the number of the first new moon at or after a Julian date.
func moonAfter(jd float64) int {
	k := int((jd-2451550.1)/29.530588861) - 1
	for newMoon(k) < jd {
		k++
	}
	return k
}

// computed reports whether the rules of sun and moon are good for a year.
func computed(year int) bool { return year >= 1900 && year <= 2100 }

// chineseNewYear is the day of the last new moon, in Beijing, up to that on
// which the sun reaches 330 degrees: the month that holds it is the first.
func chineseNewYear(year int) calendar.Day {
	if !computed(year) {
		return 0
	}
	rain := localDay(sunAt(330, julian(calendar.Date(year, time.February, 19))), 8)
	k := moonAfter(julian(calendar.Date(year, time.January, 20)))
	day := localDay(newMoon(k), 8)
	for next := localDay(newMoon(k+1), 8); next <= rain || day < calendar.Date(year, time.January, 21); next = localDay(newMoon(k+1), 8) {
		k++
		day = next
	}
	return day
}

// diwali is the evening of the first new moon after the sun has entered
// sidereal Libra (Lahiri), in India: the last day whose dusk, 18:30, comes
// before the moon is new.
func diwali(year int) calendar.Day {
	if !computed(year) {
		return 0
	}
	lahiri := 23.85 + 0.01397*float64(year-2000)
	entry := sunAt(180+lahiri, julian(calendar.Date(year, time.October, 17)))
	return localDay(newMoon(moonAfter(entry))-18.5/24, 5.5)
}

// sunTurns is the day, in universal time, on which the sun stands at a longitude
// in a month: an equinox or a solstice.
func sunTurns(longitude float64, m time.Month) func(int) calendar.Day {
	return func(year int) calendar.Day {
		if !computed(year) {
			return 0
		}
		return localDay(sunAt(longitude, julian(calendar.Date(year, m, 21))), 0)
	}
}
