package claims

import (
	"errors"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/reading/deadline"
)

// A window that closes with the calendar would fall due in the year 10000,
// which no journal could hold.
func TestWindowClosesWithinTheCalendar(t *testing.T) {
	said := calendar.Date(2025, 8, 6)
	last := givenWindow("", deadline.By, said, calendar.Last, time.UTC)
	var refusal *Error
	if err := checkWindow(last, said); !errors.As(err, &refusal) || refusal.Kind != Refused {
		t.Errorf("a window to %s gave %v, want a refusal", calendar.Last, err)
	}
	before := givenWindow("", deadline.By, said, calendar.Last-1, time.UTC)
	if err := checkWindow(before, said); err != nil {
		t.Errorf("a window to %s was refused: %v", calendar.Last-1, err)
	}
}

// 0 is no instant, and a claim that falls due with 1970 in UTC is due.
func TestWindowThatEndsWithTheSixties(t *testing.T) {
	w := givenWindow("", deadline.By, calendar.Date(1965, 1, 1), calendar.Date(1969, 12, 31), time.UTC)
	if w.DueAt == 0 {
		t.Error("it is never due")
	}
}
