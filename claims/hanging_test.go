package claims

import (
	"testing"
	"time"

	"tracker/calendar"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

func TestHanging(t *testing.T) {
	now := At(time.Date(2025, 8, 6, 12, 0, 0, 0, time.UTC))
	election := calendar.Date(2026, time.November, 3)
	reader := func(dates Dates) (*Reader, error) {
		d, err := deadline.New(deadline.Options{Events: dates})
		return &Reader{Deadlines: d, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}, err
	}
	only := func(name string, day calendar.Day) Dates {
		return func(words string) (calendar.Day, bool) { return day, words == name && day != 0 }
	}
	undated, err := reader(only("", 0))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		phrase   string
		accepted bool
		moved    bool
	}{
		{"before the election", false, true},
		{"before the election", true, false},
		{"next week", false, false},
		{"after the summit", false, false},
	} {
		claim, _, err := undated.Claim(Draft{Statement: "The law passes", Speaker: "The ministry", StatedOn: "2025-08-06", Phrase: c.phrase, Field: true}, now)
		if err != nil {
			t.Fatal(err)
		}
		claim.Window.Accepted = c.accepted
		h, err := NewHanging(reader, only("election", election), only("election", election))
		if err != nil {
			t.Fatal(err)
		}
		again, moved, err := h.Moved(claim, now)
		if err != nil || moved != c.moved || moved && again.Window.Latest != election-1 {
			t.Errorf("%s: moved %v to %s, %v", c.phrase, moved, again.Window.Latest, err)
		}
	}
}
