package deadline

import (
	"testing"

	"tracker/calendar"
)

// The feasts of sun and moon fall on the days that were kept, or are
// published: the Hebrew and Islamic calendars of Hebcal and of Saudi Arabia,
// the Chinese one of the Hong Kong Observatory, Diwali as India's holidays.
func TestFeastsOfTheMoon(t *testing.T) {
	for _, c := range []struct {
		name string
		on   func(int) calendar.Day
		days []string
	}{
		{"Chinese New Year", chineseNewYear, []string{"2012-01-23", "2015-02-19", "2018-02-16", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10",
			"2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-03", "2033-01-31", "2034-02-19"}},
		{"Diwali", diwali, []string{"2019-10-27", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12", "2024-10-31", "2025-10-20", "2026-11-08"}},
		{"Rosh Hashanah", roshHashanah, []string{"2020-09-19", "2021-09-07", "2022-09-26", "2023-09-16", "2024-10-03", "2025-09-23", "2026-09-12"}},
		{"Yom Kippur", fromRoshHashanah(9), []string{"2023-09-25", "2024-10-12", "2025-10-02"}},
		{"Passover", fromPassover(0), []string{"2022-04-16", "2023-04-06", "2024-04-23", "2025-04-13", "2026-04-02"}},
		{"Purim", fromPassover(-30), []string{"2023-03-07", "2024-03-24", "2025-03-14"}},
		{"Shavuot", fromPassover(50), []string{"2023-05-26", "2024-06-12"}},
		{"Hanukkah", hanukkah, []string{"2022-12-19", "2023-12-08", "2024-12-26", "2025-12-15"}},
		{"Tisha B'Av", tishaBAv, []string{"2022-08-07", "2023-07-27", "2024-08-13"}},
		{"Ramadan", islamic(9, 1), []string{"2022-04-02", "2023-03-23", "2024-03-11", "2025-03-01", "2026-02-18", "2027-02-08"}},
		{"Eid al-Fitr", islamic(10, 1), []string{"2022-05-02", "2023-04-21", "2024-04-10", "2025-03-30", "2026-03-20", "2027-03-09"}},
		{"Eid al-Adha", islamic(12, 10), []string{"2023-06-28", "2024-06-16", "2025-06-06", "2026-05-27"}},
	} {
		for _, want := range c.days {
			d := day(t, want)
			got := c.on(d.Year())
			if got != d {
				t.Errorf("%s of %d is %s, want %s", c.name, d.Year(), got, want)
			}
		}
	}
}

// A feast that is running is this year's, and as long as it is.
func TestRunningFeast(t *testing.T) {
	for _, c := range []struct{ phrase, said, earliest, latest string }{
		{"through Ramadan", "2025-03-12", "2025-03-12", "2025-03-29"},
		{"before the end of Ramadan", "2025-03-12", "2025-03-12", "2025-03-29"},
		{"until the end of Ramadan", "2025-03-29", "2025-03-29", "2025-03-29"},
		{"during Ramadan", "2025-02-20", "2025-03-01", "2025-03-29"},
		{"during Ramadan", "2025-04-12", "2026-02-18", "2026-03-19"},
		{"during Hanukkah", "2025-03-12", "2025-12-15", "2025-12-22"},
		{"during Ramadan", "2026-02-20", "2026-02-20", "2026-03-19"},
		{"during Passover", "2026-01-14", "2026-04-02", "2026-04-09"},
		{"during Sukkot", "2026-01-14", "2026-09-26", "2026-10-02"},
		{"by Passover", "2026-01-14", "2026-01-14", "2026-04-02"},
		{"before Lent", "2026-01-14", "2026-01-14", "2026-02-17"},
		{"during Holy Week", "2026-01-14", "2026-03-29", "2026-04-04"},
		{"in Thanksgiving week", "2026-01-14", "2026-11-23", "2026-11-29"},
		{"by the summer solstice", "2026-01-14", "2026-01-14", "2026-06-21"},
		{"before the autumn equinox", "2026-01-14", "2026-01-14", "2026-09-22"},
		{"by the end of Hanukkah", "2025-12-18", "2025-12-18", "2025-12-22"},
	} {
		r := mustReader(t, Options{}).Read(c.phrase, Said{On: day(t, c.said)})
		if r.Earliest.String() != c.earliest || r.Latest.String() != c.latest {
			t.Errorf("%q said %s: %s to %s, want %s to %s", c.phrase, c.said, r.Earliest, r.Latest, c.earliest, c.latest)
		}
	}
}
