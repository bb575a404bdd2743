package daemon

import (
	"os"
	"slices"
	"testing"
	"time"
)

const shape = "2006-01-02 15:04 MST"

func in(t *testing.T, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

// following returns the next n times of a schedule as its zone shows them.
func following(t *testing.T, spec string, after time.Time, n int) []string {
	t.Helper()
	s, err := ParseSchedule(spec, after.Location(), after)
	if err != nil {
		t.Fatalf("%q: %v", spec, err)
	}
	var list []string
	for range n {
		next, ok := s.Next(after)
		if !ok {
			t.Fatalf("%q has nothing after %v", spec, after)
		}
		list, after = append(list, next.In(after.Location()).Format(shape)), next
	}
	return list
}

// A given hour comes once a day whatever the clocks do.
func TestNextOverChangesOfTheClocks(t *testing.T) {
	for _, c := range []struct {
		why, spec, zone, after string
		want                   []string
	}{
		{"weekdays", "0 8 * * 1-5", "Europe/London", "2026-11-26 12:00",
			[]string{"2026-11-27 08:00 GMT", "2026-11-30 08:00 GMT", "2026-12-01 08:00 GMT"}},
		{"a time that spring skips comes after the gap", "30 2 * * *", "America/New_York", "2026-03-07 12:00",
			[]string{"2026-03-08 03:00 EDT", "2026-03-09 02:30 EDT"}},
		{"two that spring skips are one", "15,45 2 * * *", "America/New_York", "2026-03-07 12:00",
			[]string{"2026-03-08 03:00 EDT", "2026-03-09 02:15 EDT", "2026-03-09 02:45 EDT"}},
		{"a time that autumn repeats comes once", "30 1 * * *", "America/New_York", "2026-10-31 12:00",
			[]string{"2026-11-01 01:30 EDT", "2026-11-02 01:30 EST"}},
		{"every half hour goes by the time that passes", "*/30 * * * *", "America/New_York", "2026-11-01 00:45",
			[]string{"2026-11-01 01:00 EDT", "2026-11-01 01:30 EDT", "2026-11-01 01:00 EST", "2026-11-01 01:30 EST", "2026-11-01 02:00 EST"}},
		{"and skips nothing in spring", "*/30 * * * *", "America/New_York", "2026-03-08 01:15",
			[]string{"2026-03-08 01:30 EST", "2026-03-08 03:00 EDT", "2026-03-08 03:30 EDT"}},
		{"half an hour of change", "10 2 * * *", "Australia/Lord_Howe", "2026-10-03 12:00",
			[]string{"2026-10-04 02:30 +11", "2026-10-05 02:10 +11"}},
		{"midnight that does not exist", "0 0 * * *", "America/Santiago", "2026-09-05 12:00",
			[]string{"2026-09-06 01:00 -03", "2026-09-07 00:00 -03"}},
		{"a day that does not exist", "0 8 * * *", "Pacific/Apia", "2011-12-28 12:00",
			[]string{"2011-12-29 08:00 -10", "2011-12-31 00:00 +14", "2011-12-31 08:00 +14"}},
		{"a leap day", "0 8 29 2 *", "UTC", "2026-01-01 00:00", []string{"2028-02-29 08:00 UTC", "2032-02-29 08:00 UTC"}},
		{"over the century that has none", "0 8 29 2 *", "UTC", "2096-03-01 00:00", []string{"2104-02-29 08:00 UTC"}},
		{"a day of the month or of the week", "0 8 13 * 5", "UTC", "2026-11-07 00:00", []string{"2026-11-13 08:00 UTC", "2026-11-20 08:00 UTC"}},
		{"a step of days is a star no more", "0 8 */10 * 1", "UTC", "2026-11-01 12:00", []string{"2026-11-02 08:00 UTC", "2026-11-09 08:00 UTC", "2026-11-11 08:00 UTC"}},
	} {
		after, err := time.ParseInLocation("2006-01-02 15:04", c.after, in(t, c.zone))
		if err != nil {
			t.Fatal(err)
		}
		if got := following(t, c.spec, after, len(c.want)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q in %s\n got %q\nwant %q", c.why, c.spec, c.zone, got, c.want)
		}
	}
}

// Read minute by minute off the clock on the wall for fourteen days round
// both changes, and for a year in make soak, every schedule of given hours comes exactly once for every
// day, and one of every hour with every such minute that passes.
func TestNextAgreesWithTheWall(t *testing.T) {
	for _, name := range []string{"Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"} {
		zone := in(t, name)
		if os.Getenv("TRACKER_SOAK") != "" {
			agreesWithTheWall(t, zone, time.Date(2026, 1, 1, 0, 0, 0, 0, zone), 366)
			continue
		}
		for _, change := range [][2]int{{3, 8}, {3, 29}, {4, 5}, {10, 4}, {10, 25}, {11, 1}} {
			agreesWithTheWall(t, zone, time.Date(2026, time.Month(change[0]), change[1]-7, 0, 0, 0, 0, zone), 14)
		}
	}
}

func agreesWithTheWall(t *testing.T, zone *time.Location, from time.Time, days int) {
	t.Helper()
	to := from.AddDate(0, 0, days)
	onTheWall(t, zone, "*/20 * * * *", from, to, func(at time.Time) bool { return at.Minute()%20 == 0 })
	for _, spec := range []string{"5 8 * * *", "30 1 * * *", "15 2 * * *"} {
		oncePerDay(t, zone, spec, from, to)
	}
}

func onTheWall(t *testing.T, zone *time.Location, spec string, from, to time.Time, comes func(time.Time) bool) {
	t.Helper()
	s, err := ParseSchedule(spec, zone, from)
	if err != nil {
		t.Fatal(err)
	}
	var want []time.Time
	for at := from.Add(time.Minute); at.Before(to); at = at.Add(time.Minute) {
		if comes(at.In(zone)) {
			want = append(want, at)
		}
	}
	at := from
	for _, w := range want {
		next, ok := s.Next(at)
		if !ok || !next.Equal(w) {
			t.Fatalf("%s, %q: after %v comes %v, want %v", zone, spec, at, next, w)
		}
		at = next
	}
}

func oncePerDay(t *testing.T, zone *time.Location, spec string, from, to time.Time) {
	t.Helper()
	s, err := ParseSchedule(spec, zone, from)
	if err != nil {
		t.Fatal(err)
	}
	for day, at := from, from; day.Before(to.AddDate(0, 0, -1)); day = day.AddDate(0, 0, 1) {
		next, ok := s.Next(at)
		if !ok || next.In(zone).YearDay() != day.YearDay() {
			t.Fatalf("%s, %q: after %v comes %v, want one on %v", zone, spec, at, next, day)
		}
		at = next
	}
}
