package date

import (
	"errors"
	"strings"
	"testing"
	"time"

	"tracker/calendar"
)

// today is a Thursday.
var today = calendar.Date(2026, time.November, 26)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		text, past, future string // future is empty where it is the same
	}{
		{"2025-11-12", "2025-11-12", ""},
		{" 2025/11/12 ", "2025-11-12", ""},
		{"2025/4/3", "2025-04-03", ""},
		{"20251112", "2025-11-12", ""},
		{"12 Nov 2025", "2025-11-12", ""},
		{"12 november 2025", "2025-11-12", ""},
		{"Nov 12, 2025", "2025-11-12", ""},
		{"Sept. 5th, 2025", "2025-09-05", ""},
		{"the 12th of November 2025", "2025-11-12", ""},
		{"Wed 12 Nov 2025", "2025-11-12", ""},
		{"2025 Nov 12", "2025-11-12", ""},
		{"12-Nov-25", "2025-11-12", ""},
		{"12 Nov '25", "2025-11-12", ""},
		{"12 Nov 98", "1998-11-12", ""},
		{"13/4/2025", "2025-04-13", ""},
		{"4/13/2025", "2025-04-13", ""},
		{"4/4/2025", "2025-04-04", ""},
		{"3.4.2025", "2025-04-03", ""},
		{"13/4/25", "2025-04-13", ""},
		{"13/4", "2026-04-13", "2027-04-13"},
		{"12 Nov", "2026-11-12", "2027-11-12"},
		{"26 Nov", "2026-11-26", "2026-11-26"},
		{"29 Feb", "2024-02-29", "2028-02-29"},
		{"today", "2026-11-26", ""},
		{"Yesterday", "2026-11-25", ""},
		{"tomorrow", "2026-11-27", ""},
		{"the day before yesterday", "2026-11-24", ""},
		{"3 days ago", "2026-11-23", ""},
		{"a week ago", "2026-11-19", ""},
		{"two months ago", "2026-09-26", ""},
		{"in 10 days", "2026-12-06", ""},
		{"in two weeks", "2026-12-10", ""},
		{"a year ago", "2025-11-26", ""},
		{"Monday", "2026-11-23", "2026-11-30"},
		{"thu", "2026-11-26", "2026-11-26"},
		{"last Thursday", "2026-11-19", ""},
		{"last Monday", "2026-11-23", ""},
		{"next Monday", "2026-11-30", ""},
		{"next Sunday", "2026-12-06", ""},
		{"this Sunday", "2026-11-29", ""},
	} {
		for lean, want := range map[Lean]string{Past: c.past, Future: c.future} {
			if want == "" {
				want = c.past
			}
			if d, err := Read(c.text, Options{Today: today, Lean: lean}); err != nil || d.String() != want {
				t.Errorf("%q leaning %d = %s, %v; want %s", c.text, lean, d, err, want)
			}
		}
	}
}

// A day that could be another is never guessed.
func TestAmbiguous(t *testing.T) {
	for text, want := range map[string][2]string{"3/4/2025": {"2025-04-03", "2025-03-04"}, "1-2-24": {"2024-02-01", "2024-01-02"},
		"3/4": {"2026-04-03", "2026-03-04"}} {
		var both *Ambiguous
		if _, err := Read(text, Options{Today: today}); !errors.As(err, &both) || both.Day.String() != want[0] || both.Alternative.String() != want[1] {
			t.Errorf("%q: %v, want %v", text, err, want)
		}
		for order, i := range map[Order]int{DayFirst: 0, MonthFirst: 1} {
			if d, err := Read(text, Options{Today: today, Order: order}); err != nil || d.String() != want[i] {
				t.Errorf("%q in order %d = %s, %v", text, order, d, err)
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for text, says := range map[string]string{
		"": "not a day", "soon": "not a day", "2025-02-30": "calendar", "31 Feb 2025": "calendar", "30/2/2025": "calendar", "Nov 2025": "month, not a day",
		"2025": "not a day", "13/13/2025": "calendar", "Mon 12 Nov 2025": "is a Wednesday", "in 9999 years": "outside", "12 Nov 1850": "calendar",
		"last week": "not a day", "12 Nov 2025 at noon": "not a day", "1/2/3/4": "not a day", "٣/٤/٢٠٢٥": "not a day", "ma 5 2025": "not a day",
		"999999999 days ago": "not a day", strings.Repeat("9", 100): "not a day",
	} {
		if d, err := Read(text, Options{Today: today}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q = %s, %v; want an error with %q", text, d, err, says)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"12 Nov 2025", "3/4/25", "in 9 days", "next Monday", "29 Feb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lean := range []Lean{Past, Future} {
			d, err := Read(s, Options{Today: today, Lean: lean})
			if (d == 0) == (err == nil) || d != 0 && (d < calendar.First || d > calendar.Last) {
				t.Errorf("%q = %s, %v", s, d, err)
			}
		}
	})
}
