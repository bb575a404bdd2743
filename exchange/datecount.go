package exchange

import (
	"math"
	"strconv"
	"time"

	"tracker/calendar"
)

// counted reads an instant that is a number: the seconds or milliseconds
// since 1970 of a site's export, or the day of a spreadsheet that lost its
// format (45760 is 13 April 2025).
func counted(text string) (moment, bool) {
	if len(text) < 5 || len(text) > 20 || text[0] < '1' || text[0] > '9' {
		return moment{}, false
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return moment{}, false
	}
	switch whole := math.Floor(x); {
	case 1e9 <= x && x < 5e9: // 2001 to 2128
		return momentOf(time.UnixMilli(int64(math.Round(x*1000))).UTC(), true), true
	case 1e12 <= x && x < 5e12:
		return momentOf(time.UnixMilli(int64(whole)).UTC(), true), true
	case 25569 <= x && x < 73051 && isDigits(text[:5]) && (len(text) == 5 || text[5] == '.'): // 1970 to 2099
		day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(whole))
		return momentOf(day.Add(time.Duration(math.Round((x-whole)*86400))*time.Second), false), true
	}
	return moment{}, false
}

func isDigits(text string) bool {
	for _, c := range []byte(text) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// momentOf is an instant as a moment; zoned says that its zone is known.
func momentOf(at time.Time, zoned bool) moment {
	y, month, d := at.Date()
	m := moment{day: calendar.Date(y, month, d), clock: at.Sub(time.Date(y, month, d, 0, 0, 0, 0, at.Location()))}
	if m.hasTime = m.clock != 0 || zoned; zoned {
		m.zone = at.Location()
	}
	return m
}
