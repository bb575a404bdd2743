package claims

import (
	"testing"

	"tracker/calendar"
	"tracker/reading/date"
	"tracker/reading/deadline"
)

// day reads a day that a test is sure of.
func day(s string) calendar.Day {
	d, err := calendar.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// instant reads an instant that a test is sure of.
func instant(s string) Instant {
	var i Instant
	if err := i.UnmarshalJSON([]byte(`"` + s + `"`)); err != nil {
		panic(err)
	}
	return i
}

// window is given by hand, with grace.
func window(t *testing.T, zone, earliest, latest string, grace int) Window {
	t.Helper()
	w := givenWindow("", deadline.On, day(earliest), day(latest), mustZone(t, zone))
	w.GraceDays = grace
	return w.closed(mustZone(t, zone))
}

func TestStatus(t *testing.T) {
	berlin := window(t, "Europe/Berlin", "2025-08-11", "2025-08-17", 0)
	graced := window(t, "UTC", "2025-08-11", "2025-08-17", 3)
	verdict := &Verdict{Outcome: Yes}
	for name, c := range map[string]struct {
		claim Claim
		now   string
		want  Status
	}{
		"before its end":           {Claim{Window: berlin}, "2025-08-17T21:59:59Z", Open},
		"from local midnight":      {Claim{Window: berlin}, "2025-08-17T22:00:00Z", Due},
		"within its grace":         {Claim{Window: graced}, "2025-08-20T23:59:59Z", Open},
		"after its grace":          {Claim{Window: graced}, "2025-08-21T00:00:00Z", Due},
		"without an end":           {Claim{}, "2099-01-01T00:00:00Z", Open},
		"with a verdict":           {Claim{Window: berlin, Verdict: verdict}, "2025-09-01T00:00:00Z", Resolved},
		"with an early verdict":    {Claim{Window: berlin, Verdict: verdict}, "2025-08-01T00:00:00Z", Resolved},
		"disputed":                 {Claim{Window: berlin, Verdict: verdict, Disputed: "no"}, "2025-09-01T00:00:00Z", Disputed},
		"a dispute without one":    {Claim{Window: berlin, Disputed: "no"}, "2025-09-01T00:00:00Z", Due},
		"withdrawn above all":      {Claim{Window: berlin, Verdict: verdict, Disputed: "no", Withdrawn: "x"}, "2025-09-01T00:00:00Z", Withdrawn},
		"snoozed while due":        {Claim{Window: berlin, SnoozedUntil: day("2025-09-01")}, "2025-08-31T21:59:59Z", Snoozed},
		"snoozed to local night":   {Claim{Window: berlin, SnoozedUntil: day("2025-09-01")}, "2025-08-31T22:00:00Z", Due},
		"snoozed before its end":   {Claim{Window: berlin, SnoozedUntil: day("2025-08-15")}, "2025-08-12T00:00:00Z", Snoozed},
		"a verdict ends a snooze":  {Claim{Window: berlin, Verdict: verdict, SnoozedUntil: day("2025-10-01")}, "2025-09-01T00:00:00Z", Resolved},
		"a zone nobody knows: UTC": {Claim{Window: Window{Zone: "Mars/Phobos"}, SnoozedUntil: day("2025-09-01")}, "2025-08-31T23:59:59Z", Snoozed},
	} {
		if got := c.claim.Status(instant(c.now)); got != c.want {
			t.Errorf("%s: at %s it is %s, want %s", name, c.now, got, c.want)
		}
	}
}

func TestHindsight(t *testing.T) {
	w := window(t, "UTC", "2025-08-11", "2025-08-17", 1)
	for logged, want := range map[string]bool{"2025-08-18T23:59:59Z": false, "2025-08-19T00:00:00Z": true} {
		c := Claim{Window: w, LoggedAt: instant(logged)}
		if c.Hindsight() != want {
			t.Errorf("logged at %s: hindsight %v, want %v", logged, !want, want)
		}
	}
	if c := (Claim{LoggedAt: instant("2099-01-01T00:00:00Z")}); c.Hindsight() {
		t.Error("a claim without an end is hindsight")
	}
}

func TestTiming(t *testing.T) {
	strict := window(t, "UTC", "2025-08-11", "2025-08-17", 0)
	graced := window(t, "UTC", "2025-08-11", "2025-08-17", 3)
	open := Window{Earliest: day("2025-08-11")}
	for _, c := range []struct {
		name string
		w    Window
		on   string
		want Timing
		slip int
	}{
		{"first day", strict, "2025-08-11", OnTime, 0},
		{"last day", strict, "2025-08-17", OnTime, 0},
		{"the day before", strict, "2025-08-10", Early, -1},
		{"the day after", strict, "2025-08-18", Late, 1},
		{"grace before", graced, "2025-08-08", OnTime, 0},
		{"before the grace, counted from the edge", graced, "2025-08-07", Early, -4},
		{"grace after", graced, "2025-08-20", OnTime, 0},
		{"after the grace, counted from the edge", graced, "2025-08-21", Late, 4},
		{"no end is never late", open, "2099-01-01", OnTime, 0},
		{"no end can be early", open, "2025-08-10", Early, -1},
		{"undated event", Window{}, "2025-08-10", OnTime, 0},
	} {
		if got, slip := c.w.Timing(day(c.on)), c.w.Slip(day(c.on)); got != c.want || slip != c.slip {
			t.Errorf("%s: %s %+d, want %s %+d", c.name, got, slip, c.want, c.slip)
		}
	}
	if got := strict.Timing(0); got != OnTime {
		t.Errorf("a day nobody knows is %s, want on time", got)
	}
}

func TestSoft(t *testing.T) {
	for _, c := range []struct {
		w    Window
		want bool
	}{
		{Window{Class: deadline.ClassVague}, true},
		{Window{Class: deadline.ClassVague, Accepted: true}, false},
		{Window{Class: deadline.ClassBounded, Relation: deadline.Earliest}, true},
		{Window{Class: deadline.ClassBounded, Relation: deadline.Earliest, Accepted: true}, false},
		{Window{Class: deadline.ClassFuzzy, Relation: deadline.By}, false},
	} {
		if got := c.w.Soft(); got != c.want {
			t.Errorf("%+v is soft: %v, want %v", c.w, got, c.want)
		}
	}
}

func TestReadSpan(t *testing.T) {
	a, b, err := ReadSpan(" 2025-08-11 .. 17 Aug 2025 ", date.Options{Today: day("2025-08-06")})
	if a != day("2025-08-11") || b != day("2025-08-17") || err != nil {
		t.Errorf("ReadSpan = %v, %v, %v", a, b, err)
	}
	for in, words := range map[string]string{
		"2025-08-11":             "not two dates",
		"2025-08-11..2025-08-32": "not a day of the calendar",
		"2025-02-30..2025-08-17": "not a day of the calendar",
		"2025-08-17..2025-08-11": "write the earlier day first: 2025-08-11..2025-08-17",
		"..":                     "not a day",
	} {
		_, _, err := ReadSpan(in, date.Options{Today: day("2025-08-06")})
		refusal(t, err, "window", words)
	}
}
