package ical

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tracker/calendar"
)

func written(t *testing.T, events ...Event) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, "Open windows", events); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func plain() Event {
	return Event{UID: "0198b6d4-0000-7000-8000-000000000001@tracker", Stamp: time.Date(2025, 8, 6, 9, 0, 0, 0, time.UTC), Day: calendar.Date(2025, 12, 31),
		Summary: "The bridge opens", Description: "Council; said, \\ so", URL: "https://example.org/a", Alarm: "Did it open?"}
}

// unfolded reads properties as a calendar does.
func unfolded(t *testing.T, text string) map[string][]string {
	t.Helper()
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") || strings.Count(text, "\r") != strings.Count(text, "\n") {
		t.Fatalf("lines do not end in CRLF: %q", text)
	}
	properties := map[string][]string{}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets, valid %v", len(line), utf8.ValidString(line))
		}
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(strings.TrimSuffix(text, "\r\n"), "\r\n ", ""), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			t.Errorf("%q is no property", line)
		}
		properties[name] = append(properties[name], value)
	}
	return properties
}

func TestWrite(t *testing.T) {
	p := unfolded(t, written(t, plain()))
	for name, want := range map[string]string{
		"BEGIN": "VCALENDAR|VEVENT|VALARM", "END": "VALARM|VEVENT|VCALENDAR", "UID": "0198b6d4-0000-7000-8000-000000000001@tracker",
		"DTSTAMP": "20250806T090000Z", "DTSTART;VALUE=DATE": "20251231", "DTEND;VALUE=DATE": "20260101", "SUMMARY": "The bridge opens",
		"DESCRIPTION": `Council\; said\, \\ so|Did it open?`, "URL": "https://example.org/a", "TRIGGER": "P1DT9H",
	} {
		if got := strings.Join(p[name], "|"); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if a, b := written(t, plain()), written(t, plain()); a != b {
		t.Error("equal events are not equal bytes")
	}
}

// No text is a second property, however it is written or long.
func TestNoTextIsAProperty(t *testing.T) {
	want := len(unfolded(t, written(t, plain())))
	for _, evil := range []string{"a\r\nATTENDEE:mailto:x@example.org", "a\nATTENDEE:x", "a\rATTENDEE:x", "a\u2028ATTENDEE:x", "a\u0085ATTENDEE:x", "a\x00b",
		strings.Repeat("😀", 500), strings.Repeat("é", 37) + "é", "\xff\xfe", `\n\\;,`, "END:VEVENT"} {
		e := plain()
		e.UID, e.Summary, e.Description, e.Alarm = evil, evil, evil, evil
		e.URL = "https://example.org/" + evil
		p := unfolded(t, written(t, e))
		if n := len(p); n != want && n != want-1 || len(p["ATTENDEE"]) > 0 || len(p["SUMMARY"]) != 1 { // such an address may be none
			t.Errorf("%q: %d properties, want %d: %v", evil, n, want, p)
		}
		for _, url := range p["URL"] {
			if strings.ContainsAny(url, " \r\n\u2028") {
				t.Errorf("%q: the address %q", evil, url)
			}
		}
	}
	for _, address := range []string{"javascript:alert(1)", "data:text/html,x", "", "https:", "file:///etc/passwd"} {
		e := plain()
		e.URL = address
		if p := unfolded(t, written(t, e)); len(p["URL"]) > 0 {
			t.Errorf("%q is an address", address)
		}
	}
}

func TestWriteFails(t *testing.T) {
	full := errors.New("disk full")
	if err := Write(failing{full}, "x", nil); !errors.Is(err, full) {
		t.Error(err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }
