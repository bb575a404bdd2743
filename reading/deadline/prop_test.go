package deadline

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tracker/calendar"
)

// edges are leap days, year ends, days of ISO week 53 and of clock changes.
var edges = []calendar.Day{
	calendar.Date(2024, 2, 29), calendar.Date(2023, 2, 28), calendar.Date(2100, 2, 28), calendar.Date(2000, 2, 29),
	calendar.Date(2025, 12, 31), calendar.Date(2026, 1, 1), calendar.Date(2020, 12, 28), calendar.Date(2021, 1, 3),
	calendar.Date(2026, 3, 8), calendar.Date(2026, 11, 1), calendar.Date(2026, 3, 29), calendar.Date(2026, 10, 25),
}

// anyDay draws an edge one time in four.
func anyDay(t *rapid.T) calendar.Day {
	if rapid.IntRange(0, 3).Draw(t, "edge") == 0 {
		return rapid.SampledFrom(edges).Draw(t, "day")
	}
	return calendar.Day(rapid.Int32Range(int32(firstDay), int32(lastDay)).Draw(t, "day"))
}

// want fails unless the phrase is read as the window.
func want(t *rapid.T, r *Reader, phrase string, on, earliest, latest calendar.Day) {
	t.Helper()
	if w := r.Read(phrase, Said{On: on}); w.Earliest != earliest || w.Latest != latest {
		t.Fatalf("%q on %s (%s): %s..%s, want %s..%s (rule %s)", phrase, on, on.Weekday(), w.Earliest, w.Latest, earliest, latest, w.Rule)
	}
}

func TestCountedSpansOnAnyDay(t *testing.T) {
	r := mustReader(t, Options{})
	rapid.Check(t, func(t *rapid.T) {
		on, n := anyDay(t), rapid.IntRange(1, 400).Draw(t, "n")
		d := calendar.Day(n)
		want(t, r, fmt.Sprintf("in %d days", n), on, on+d, on+d)
		want(t, r, fmt.Sprintf("within %d days", n), on, on, on+d)
		want(t, r, fmt.Sprintf("over the next %d weeks", n), on, on, on+7*d)
		want(t, r, fmt.Sprintf("%d months from now", n), on, on.AddMonths(n), on.AddMonths(n))
		want(t, r, fmt.Sprintf("in %d years' time", n), on, on.AddYears(n), on.AddYears(n))
		want(t, r, fmt.Sprintf("within %d hours", 24*n), on, on, on+d)
	})
}

func TestNamedPeriodsHoldTheirDay(t *testing.T) {
	r := mustReader(t, Options{})
	rapid.Check(t, func(t *rapid.T) {
		on := anyDay(t)
		y, m, _ := on.Civil()
		month := calendar.Date(y, m, 1)
		week := on.Monday()
		want(t, r, "this week", on, on, week+6)
		want(t, r, "next week", on, week+7, week+13)
		want(t, r, "the week after next", on, week+14, week+20)
		want(t, r, "this month", on, on, month.AddMonths(1)-1)
		want(t, r, "next month", on, month.AddMonths(1), month.AddMonths(2)-1)
		want(t, r, "by the end of the month", on, on, month.AddMonths(1)-1)
		want(t, r, "this year", on, on, calendar.Date(y, 12, 31))
		want(t, r, "by the end of next year", on, on, calendar.Date(y+1, 12, 31))
		want(t, r, "before next year", on, on, calendar.Date(y, 12, 31))
		want(t, r, "after this year", on, calendar.Date(y+1, 1, 1), 0)
	})
}

func TestWeekdaysOnAnyDay(t *testing.T) {
	r := mustReader(t, Options{})
	rapid.Check(t, func(t *rapid.T) {
		on := anyDay(t)
		day := on + calendar.Day(rapid.IntRange(0, 6).Draw(t, "ahead"))
		name := day.Weekday().String()
		want(t, r, name, on, day, day)
		want(t, r, "by "+strings.ToLower(name)+" evening", on, on, day)
		next := on.Monday() + 7 + calendar.Day((day.Weekday()+6)%7)
		want(t, r, "next "+name, on, next, next)
		want(t, r, name+" week", on, day+7, day+7)
	})
}

// Every day is read back from the ways in which people write it.
func TestWrittenDaysReadBack(t *testing.T) {
	r := mustReader(t, Options{})
	dayFirst := mustReader(t, Options{DayFirst: true})
	rapid.Check(t, func(t *rapid.T) {
		on := anyDay(t)
		day := on + calendar.Day(rapid.IntRange(0, 3000).Draw(t, "ahead"))
		at := day.Start(time.UTC)
		for _, layout := range []string{"2006-01-02", "2 January 2006", "January 2, 2006", "Jan 2, 2006", "Monday, January 2, 2006",
			"Mon 2 Jan 2006", "1/2/2006", "2006/01/02", "02-Jan-2006", "on the 2 of January 2006"} {
			want(t, r, at.Format(layout), on, day, day)
		}
		want(t, dayFirst, at.Format("2/1/2006"), on, day, day)
		year, week := at.ISOWeek()
		want(t, r, fmt.Sprintf("%d-W%02d-%d", year, week, (day.Weekday()+6)%7+1), on, day, day)
		want(t, r, fmt.Sprintf("by %s", at.Format("January 2, 2006")), on, on, day)
		if day-on < 300 {
			want(t, r, at.Format("2 January"), on, day, day)
			want(t, r, at.Format("Jan 2"), on, day, day)
		}
	})
}

// A time in a zone falls on the day that the claim's zone has at that instant.
func TestClockTimesInOtherZones(t *testing.T) {
	r := mustReader(t, Options{})
	abbreviations := map[string]string{"ET": "America/New_York", "GMT": "UTC", "Moscow time": "Europe/Moscow", "JST": "Asia/Tokyo", "PT": "America/Los_Angeles"}
	rapid.Check(t, func(t *rapid.T) {
		on := anyDay(t)
		home, err := time.LoadLocation(rapid.SampledFrom([]string{"Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Kyiv", "America/New_York", "Asia/Kathmandu"}).Draw(t, "home"))
		if err != nil {
			t.Fatal(err)
		}
		zone := rapid.SampledFrom([]string{"ET", "GMT", "Moscow time", "JST", "PT"}).Draw(t, "zone")
		there, err := time.LoadLocation(abbreviations[zone])
		if err != nil {
			t.Fatal(err)
		}
		day := on + calendar.Day(rapid.IntRange(3, 400).Draw(t, "ahead"))
		hour := rapid.IntRange(0, 23).Draw(t, "hour")
		y, m, d := day.Civil()
		phrase := fmt.Sprintf("by %02d:30 %s on %s", hour, zone, day)
		got := r.Read(phrase, Said{On: on, At: on.Start(home).Add(10 * time.Hour)})
		if local := calendar.Of(time.Date(y, m, d, hour, 30, 0, 0, there).In(home)); got.Latest != local || got.Earliest != on {
			t.Fatalf("%q in %s: %s..%s, want %s..%s", phrase, home, got.Earliest, got.Latest, on, local)
		}
	})
}

// Hours count from the instant, across both changes of the clocks.
func TestHoursCountFromTheInstant(t *testing.T) {
	r := mustReader(t, Options{})
	rapid.Check(t, func(t *rapid.T) {
		home, err := time.LoadLocation("America/New_York")
		if err != nil {
			t.Fatal(err)
		}
		on := rapid.SampledFrom(edges).Draw(t, "day")
		at := on.Start(home).Add(time.Duration(rapid.IntRange(0, 22*60).Draw(t, "minute")) * time.Minute)
		n := rapid.IntRange(1, 100).Draw(t, "hours")
		got := r.Read(fmt.Sprintf("within %d hours", n), Said{On: on, At: at})
		if last := calendar.Of(at.Add(time.Duration(n) * time.Hour)); got.Latest != last {
			t.Fatalf("within %d hours of %s: %s, want %s", n, at, got.Latest, last)
		}
	})
}
