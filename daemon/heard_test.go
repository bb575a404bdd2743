package daemon

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// What is away is said when that changes, and once an hour while it lasts.
func TestHeardIsSaidWhenItChanges(t *testing.T) {
	var said []string
	now := time.Date(2025, 8, 6, 12, 0, 0, 0, time.UTC)
	w := &Watch{Now: func() time.Time { return now }, Log: NewLog(func(format string, args ...any) {
		said = append(said, now.Format("15:04 ")+fmt.Sprintf(format, args...))
	}, nil, true)}
	for minute := range 200 {
		now = time.Date(2025, 8, 6, 12, minute, 0, 0, time.UTC)
		var err error
		if minute >= 10 && minute < 140 {
			err = fmt.Errorf("read tcp 127.0.0.1:%d: refused", 40000+minute) // never the same words
		}
		w.Heard("mail", err)
		if w.Heard("chat", nil); minute == 150 {
			w.Heard("chat", errors.New("gone"))
		}
	}
	want := []string{"12:10 answers mail cannot be read", "13:10 answers mail cannot be read", "14:10 answers mail cannot be read", "14:20 answers mail can be read again",
		"14:30 answers chat cannot be read", "14:31 answers chat can be read again"}
	if len(said) != len(want) {
		t.Fatalf("%d lines: %q", len(said), said)
	}
	for i, line := range said {
		if !strings.HasPrefix(line, want[i]) {
			t.Errorf("%q, want %q", line, want[i])
		}
	}
}
