package calendar

import (
	"encoding/json"
	"testing"
	"time"
)

// Every day of the range agrees with package time, both ways.
func TestDayAgreesWithTime(t *testing.T) {
	at := time.Date(1900, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := First; d <= Last; d++ {
		y, m, day := d.Civil()
		if ty, tm, td := at.Date(); y != ty || m != tm || day != td {
			t.Fatalf("Civil(%d) = %d-%d-%d, time says %s", d, y, m, day, at.Format(time.DateOnly))
		}
		if Date(y, m, day) != d || d.Weekday() != at.Weekday() {
			t.Fatalf("%s: Date or Weekday disagrees with time", at.Format(time.DateOnly))
		}
		at = at.AddDate(0, 0, 1)
	}
}

func TestZeroIsNoDay(t *testing.T) {
	if Date(1, 1, 1) != 1 || Date(1970, 1, 1) != unixEpoch || Day(0).String() != "" {
		t.Fatal("0001-01-01 must be 1, and 0 no day")
	}
}

func TestParse(t *testing.T) {
	for _, bad := range []string{"", "2026-02-30", "2026-13-01", "0000-00-00", "12026-01-01", "-1", "1899-12-31",
		"2025-8-06", "2025/08/06", "2025-08-0६", "9000000000000000000", "2025-08-06T00:00:00Z"} {
		if d, err := Parse(bad); err == nil {
			t.Errorf("Parse(%q) = %s, want an error", bad, d)
		}
	}
	for _, good := range []string{"1900-01-01", "2024-02-29", "9999-12-31"} {
		if d, err := Parse(good); err != nil || d.String() != good {
			t.Errorf("Parse(%q) = %s, %v", good, d, err)
		}
	}
}

func TestMonthsAreClamped(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{{"2025-01-31", 1, "2025-02-28"}, {"2024-01-31", 1, "2024-02-29"}, {"2025-03-31", -1, "2025-02-28"},
		{"2025-11-30", 3, "2026-02-28"}, {"2025-01-15", -13, "2023-12-15"}, {"2024-02-29", 12, "2025-02-28"}} {
		from, _ := Parse(c.from)
		if got := from.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s %+d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestMondayIsISO(t *testing.T) {
	for d := Date(2020, 12, 1); d < Date(2021, 2, 1); d++ {
		y, w := d.Start(time.UTC).ISOWeek()
		my, mw := d.Monday().Start(time.UTC).ISOWeek()
		if d.Monday().Weekday() != time.Monday || y != my || w != mw || d-d.Monday() > 6 {
			t.Errorf("Monday of %s is %s", d, d.Monday())
		}
	}
}

// Clocks in São Paulo jumped from 00:00 to 01:00 on 4 November 2018.
func TestStartInAGap(t *testing.T) {
	loc, err := time.LoadLocation("America/Sao_Paulo")
	if err != nil {
		t.Fatal(err)
	}
	got := Date(2018, 11, 4).Start(loc)
	if want := "2018-11-04T01:00:00-02:00"; got.Format(time.RFC3339) != want {
		t.Errorf("start = %s, want %s", got.Format(time.RFC3339), want)
	}
}

func TestJSON(t *testing.T) {
	var v struct{ A, B Day }
	if err := json.Unmarshal([]byte(`{"A":"2025-08-06","B":null}`), &v); err != nil {
		t.Fatal(err)
	}
	if out, _ := json.Marshal(v); string(out) != `{"A":"2025-08-06","B":null}` {
		t.Errorf("round trip gave %s", out)
	}
	if err := json.Unmarshal([]byte(`{"A":"2025-02-30"}`), &v); err == nil {
		t.Error("30 February was accepted")
	}
}
