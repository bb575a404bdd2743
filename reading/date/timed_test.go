package date

import (
	"errors"
	"testing"

	"tracker/calendar"
)

// Times are read as posts, messages and mails show theirs.
func TestReadTimed(t *testing.T) {
	today, _ := calendar.Parse("2026-11-27")
	for text, want := range map[string]string{
		"20.11.2026 23:30:00 UTC+03:00":  "2026-11-20T23:30:00+03:00",
		"20.11.2026 23:30 +0300":         "2026-11-20T23:30:00+03:00",
		"20.11.2026 23:30":               "2026-11-20T23:30:00",
		"20/11/2026, 23:30":              "2026-11-20T23:30:00",
		"11:30 PM · Nov 20, 2026":        "2026-11-20T23:30:00",
		"Nov 20, 2026 at 11:30 PM":       "2026-11-20T23:30:00",
		"Nov 20, 2026, 12:05 a.m. EST":   "2026-11-20T00:05:00-05:00",
		"Fri Nov 20 20:30:00 +0000 2026": "2026-11-20T20:30:00Z",
		"Fri, 20 Nov 2026 20:30:00 GMT":  "2026-11-20T20:30:00Z",
		"20 November 2026 at 20:30 EET":  "2026-11-20T20:30:00+02:00",
		"2026-11-20 23:30:15 -0330":      "2026-11-20T23:30:15-03:30",
		"2026-11-20 23:30 (UTC−5)":       "2026-11-20T23:30:00-05:00",
		"2026-07-20 23:30 Europe/Kyiv":   "2026-07-20T23:30:00+03:00",
		"2026-11-20T23:30:15.123+0300":   "2026-11-20T23:30:15+03:00",
		"yesterday at 8pm":               "2026-11-26T20:00:00",
		"8 pm yesterday":                 "2026-11-26T20:00:00",
		"14:30":                          "2026-11-27T14:30:00",
		"last Friday 9:05":               "2026-11-20T09:05:00",
		"20 November 2026, 8pm":          "2026-11-20T20:00:00",
	} {
		got, ok, err := ReadTimed(text, Options{Today: today})
		if !ok || err != nil || got.String() != want {
			t.Errorf("%q is %v, %v, %v, want %s", text, got, ok, err, want)
		}
	}
	for _, text := range []string{"yesterday", "2026-11-20", "25:00", "13:30 pm", "2026-11-20 24:00", "0pm", "12:60", "", "1:2"} {
		if got, ok, err := ReadTimed(text, Options{Today: today}); ok || err != nil {
			t.Errorf("%q is %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"soon 14:30", "5am:30", "2026-11-31 10:00", "20.11.2026 23:30 Mars/Phobos", "20.11.2026 23:30 XYZ", "20.11.2026 23:30 +9900"} {
		if got, ok, err := ReadTimed(text, Options{Today: today}); ok || err == nil {
			t.Errorf("%q is %v", text, got)
		}
	}
	var two *Ambiguous
	if _, _, err := ReadTimed("3/4/2026 14:30", Options{Today: today}); !errors.As(err, &two) {
		t.Errorf("3/4/2026 14:30 is refused as %v", err)
	}
}
