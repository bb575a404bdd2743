package claims

import (
	"errors"
	"strings"
	"testing"
	"time"
)

func mustZone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// refusal checks that err is one refusal about a field, whose message and
// hint hold some words.
func refusal(t *testing.T, err error, field, words string) {
	t.Helper()
	var e *Error
	switch {
	case !errors.As(err, &e):
		t.Errorf("got %v, want a refusal of %s", err, field)
	case e.Field != field || !strings.Contains(e.Msg+"; "+e.Hint, words):
		t.Errorf("refused with %q (hint %q), want %s: … %s", e, e.Hint, field, words)
	case e.Hint == "":
		t.Errorf("refused with %q and no hint", e)
	}
}

func TestParseMoment(t *testing.T) {
	for _, c := range []struct {
		in, zone string
		fold     bool
		want     Moment
		note     string
	}{
		{"2025-08-06", "UTC", false, "2025-08-06", ""},
		{" 2025-08-06 ", "UTC", false, "2025-08-06", ""},
		{"1900-01-01", "UTC", false, "1900-01-01", ""},
		{"9999-12-31", "UTC", false, "9999-12-31", ""},
		{"2025-08-06T14:30:00Z", "UTC", false, "2025-08-06T14:30:00Z", ""},
		{"2025-08-06 14:30", "UTC", false, "2025-08-06T14:30:00Z", ""},
		{"2025-08-06T14:30", "Europe/Berlin", false, "2025-08-06T14:30:00+02:00", ""},
		{"2025-08-06T23:30:00Z", "Asia/Tokyo", false, "2025-08-07T08:30:00+09:00", ""},
		{"2025-08-06T23:30:00z", "UTC", false, "2025-08-06T23:30:00Z", ""},
		{"2025-08-06T14:30:00.999Z", "UTC", false, "2025-08-06T14:30:00Z", ""},
		{"2025-08-06T14:30:00-04:00", "America/New_York", false, "2025-08-06T14:30:00-04:00", ""},
		// The clocks of New York skip 02:00 to 03:00 and show 01:00 to 02:00 twice.
		{"2026-03-08T01:59:59", "America/New_York", false, "2026-03-08T01:59:59-05:00", ""},
		{"2026-03-08T03:00", "America/New_York", false, "2026-03-08T03:00:00-04:00", ""},
		{"2026-11-01T01:30", "America/New_York", false, "2026-11-01T01:30:00-04:00", "came twice"},
		{"2026-11-01T01:30", "America/New_York", true, "2026-11-01T01:30:00-05:00", ""},
		{"2026-11-01T02:00", "America/New_York", false, "2026-11-01T02:00:00-05:00", ""},
		{"2026-11-01T01:30:00-05:00", "America/New_York", false, "2026-11-01T01:30:00-05:00", ""},
		// Half an hour of change, and a day that Samoa never had.
		{"2026-04-05T01:45", "Australia/Lord_Howe", false, "2026-04-05T01:45:00+11:00", "came twice"},
		{"2011-12-29T23:00", "Pacific/Apia", false, "2011-12-29T23:00:00-10:00", ""},
	} {
		got, note, err := ParseMoment(c.in, mustZone(t, c.zone), c.fold)
		if err != nil || got != c.want || !strings.Contains(note, c.note) || (note == "") != (c.note == "") {
			t.Errorf("ParseMoment(%q, %s, %v) = %q, %q, %v; want %q, %q", c.in, c.zone, c.fold, got, note, err, c.want, c.note)
		}
	}
}

func TestParseMomentRefuses(t *testing.T) {
	for _, c := range []struct{ in, zone, words string }{
		{"", "UTC", "neither a date nor an instant"},
		{"yesterday", "UTC", "neither a date nor an instant"},
		{"2025-8-6", "UTC", "neither a date nor an instant"},
		{"06/08/2025", "UTC", "not a date"},
		{"2025-02-29", "UTC", "not a day of the calendar"},
		{"1899-12-31", "UTC", "before 1900"},
		{"2025-02-29T10:00", "UTC", "not a day of the calendar"},
		{"12025-01-01", "UTC", "neither"},
		{"2025-08-06T24:00", "UTC", "midnight at the end of a day is 00:00 of the next"},
		{"2025-08-06T10:60", "UTC", "not a time of day"},
		{"2016-12-31T23:59:60Z", "UTC", "leap second"},
		{"2025-08-06T10:00+25:00", "UTC", "neither"},
		{"2025-08-06T10", "UTC", "neither"},
		{"2026-03-08T02:30", "America/New_York", "write 2026-03-08T01:30:00-05:00 or 2026-03-08T03:30:00-04:00"},
		{"2011-12-30T12:00", "Pacific/Apia", "did not exist"},
	} {
		_, _, err := ParseMoment(c.in, mustZone(t, c.zone), false)
		refusal(t, err, "stated_on", c.words)
	}
}

// TestMomentKeepsItsInstant: whatever local time is read, the moment that is
// kept names the same instant and the same local day.
func TestMomentKeepsItsInstant(t *testing.T) {
	loc := mustZone(t, "America/New_York")
	for at := time.Date(2026, 10, 31, 20, 0, 0, 0, time.UTC); at.Day() != 2; at = at.Add(10 * time.Minute) {
		m, _, err := ParseMoment(at.Format(time.RFC3339), loc, false)
		if err != nil || !m.Time().Equal(at) || m.Day().String() != at.In(loc).Format(time.DateOnly) {
			t.Errorf("%v became %q (%v), %v", at, m, m.Day(), err)
		}
	}
}

func TestZone(t *testing.T) {
	for _, bad := range []string{"", "Local", "Mars/Phobos", "../../etc/passwd", "/etc/localtime", "Europe/../UTC", "CEST", "UTC\x00"} {
		_, err := Zone(bad)
		refusal(t, err, "zone", "is not a time zone")
	}
}
