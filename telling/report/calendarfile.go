package report

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/clean"
	"tracker/telling/ical"
)

// calendarFile is a day for each window that is open: its last, grace
// included. What has no end has no day.
func (r Report) calendarFile() ([]byte, error) {
	var events []ical.Event
	if err := r.Each(func(c *Claim) error {
		if c.Bucket == board.BucketOpen && c.Window.Latest != 0 {
			events = append(events, r.event(c))
		}
		return nil
	}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := ical.Write(&b, clean.Line(r.Title), events); err != nil {
		return nil, fmt.Errorf("write the calendar: %w", err)
	}
	return b.Bytes(), nil
}

// event is the last day of a window.
func (r Report) event(c *Claim) ical.Event {
	lines := []string{"Window: " + dates(c.Window.Earliest, c.Window.Latest)}
	if c.Quote != "" {
		lines = append(lines, "Quote: "+quoted(clean.Line(c.Quote)))
	}
	lines = append(lines, given(c.ReportedBy())...)
	lines = append(lines, given(c.ConditionLine())...)
	for i := range lines {
		lines[i] = clean.Line(lines[i])
	}
	return ical.Event{UID: string(c.UID) + "@tracker", Stamp: c.changed(r).UTC(), Day: c.Window.Latest + calendar.Day(c.Window.GraceDays),
		Summary: clean.Line(c.Speaker + ": " + statementOurs(c)), Description: strings.Join(lines, "\n"), URL: c.firstAddress()}
}

// firstAddress is the first web address at which a claim was published.
func (c *Claim) firstAddress() string {
	for _, k := range c.CarriedBy {
		if u := webURL(k.URL); u != "" {
			return u
		}
	}
	return ""
}

// changed is when the record last said something else of a claim: when it was
// recorded as it stands, judged or corrected.
func (c *Claim) changed(r Report) time.Time {
	at := max(c.RecordedAt, c.judgedAt())
	last := at.Time(time.UTC)
	if at == 0 {
		last = c.StatedOn.Day().Start(time.UTC)
	}
	if day := r.corrected[c.ID].Start(time.UTC); day.After(last) {
		last = day
	}
	return last
}

// judgedAt is when a claim got its verdict, 0 without one.
func (c *Claim) judgedAt() claims.Instant {
	if c.judged.Claim == nil || c.judged.Claim.Verdict == nil {
		return 0
	}
	return c.judged.Claim.Verdict.At
}
