package demo

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"tracker/calendar"
	"tracker/reading/date"
)

// Every statement of the archive has its words and where they stand, and no
// verdict without evidence or after the day of the archive.
func TestStatementsCanBeFollowed(t *testing.T) {
	n := 0
	for line := range strings.Lines(statements) {
		n++
		var s struct {
			Statement, Quote string
			StatedOn         string `json:"stated_on"`
			Appearances      []struct{ URL string }
			Resolution       *struct {
				Day      string `json:"event_date"`
				Evidence []any
				Note     string
			}
		}
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatalf("line %d: %v", n, err)
		}
		if s.Quote == "" || len(s.Appearances) == 0 || s.Appearances[0].URL == "" {
			t.Errorf("line %d: %s: no words, or nowhere to read them", n, s.Statement)
		}
		days := []string{s.StatedOn}
		if v := s.Resolution; v != nil {
			if len(v.Evidence) == 0 && v.Note == "" {
				t.Errorf("line %d: %s: a verdict without evidence", n, s.Statement)
			}
			days = append(days, v.Day)
		}
		for _, text := range days {
			if text == "" {
				continue
			}
			d, err := date.Read(text[:10], date.Options{Today: day})
			if err != nil || d > calendar.Of(Now()) {
				t.Errorf("line %d: %s: %s is no day up to %s (%v)", n, s.Statement, text, day, err)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d statements", n)
	}
}

// The demo's clock is noon of the day on which the archive was recorded.
func ExampleNow() {
	fmt.Println(Now().Format("2006-01-02 15:04 MST"))
	// Output: 2026-11-26 12:00 UTC
}
