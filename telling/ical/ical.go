// Package ical writes calendar files (RFC 5545) that any calendar can
// subscribe to: whole days with an alarm. It knows nothing of claims. No text
// can become a line of its own.
//
//	ical.Write(w, "Open windows", []ical.Event{{UID: "0198…@tracker", Day: day, Summary: "The bridge opens"}})
package ical

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"tracker/calendar"
)

// Event is something on a day. The same event keeps its UID in every file.
type Event struct {
	UID         string
	Stamp       time.Time // when it was last changed: equal events are equal bytes
	Day         calendar.Day
	Summary     string
	Description string
	URL         string // left out unless it is a web address
	Alarm       string // said the morning after, at nine; "" for none
}

// Write writes a calendar of some events.
func Write(w io.Writer, name string, events []Event) error {
	b := &lines{w: w}
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//tracker//open windows//EN")
	b.line("CALSCALE", "GREGORIAN")
	b.text("X-WR-CALNAME", name)
	b.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
	for _, e := range events {
		b.event(e)
	}
	b.line("END", "VCALENDAR")
	return b.err
}

func (b *lines) event(e Event) {
	b.line("BEGIN", "VEVENT")
	b.text("UID", e.UID)
	b.line("DTSTAMP", e.Stamp.UTC().Format("20060102T150405Z"))
	b.line("DTSTART;VALUE=DATE", date(e.Day))
	b.line("DTEND;VALUE=DATE", date(e.Day+1))
	b.line("TRANSP", "TRANSPARENT")
	b.text("SUMMARY", e.Summary)
	b.text("DESCRIPTION", e.Description)
	if u, err := url.Parse(e.URL); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		b.line("URL", u.String()) // what is no character of an address is escaped
	}
	if e.Alarm != "" {
		b.line("BEGIN", "VALARM")
		b.line("ACTION", "DISPLAY")
		b.line("TRIGGER", "P1DT9H")
		b.text("DESCRIPTION", e.Alarm)
		b.line("END", "VALARM")
	}
	b.line("END", "VEVENT")
}

func date(d calendar.Day) string { return strings.ReplaceAll(d.String(), "-", "") }

// lines writes content lines until one fails.
type lines struct {
	w   io.Writer
	err error
}

// text writes a property whose value is text from outside.
func (b *lines) text(name, value string) {
	if value != "" {
		b.line(name, escape(value))
	}
}

// escape is text as a value: nothing in it ends the line or the value.
func escape(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if r != '\n' && (unicode.IsControl(r) || r == '\u2028' || r == '\u2029') {
			return ' '
		}
		return r
	}, s)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(s)
}

// line writes a property, folded into lines of at most 75 octets that break
// between characters.
func (b *lines) line(name, value string) {
	const most = 75
	rest, room := name+":"+value, most
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		b.write(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], most-1
	}
	b.write(rest + "\r\n")
}

func (b *lines) write(s string) {
	if b.err == nil {
		_, b.err = fmt.Fprint(b.w, s)
	}
}
