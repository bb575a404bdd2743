package screen

import (
	"strings"
	"testing"
)

// TestQuestionsBreakAtSpaces asks on a terminal that is narrower than the
// question.
func TestQuestionsBreakAtSpaces(t *testing.T) {
	var said strings.Builder
	sc := &Screen{In: strings.NewReader("yes\n"), Err: &said, TTYErr: true, Width: 30}
	answer, err := sc.Ask("Did it happen? (yes, no, partial, unclear, void; skip, quit)")
	if err != nil || answer != "yes" {
		t.Fatalf("answer %q, error %v", answer, err)
	}
	want := "Did it happen? (yes, no,\npartial, unclear, void; skip,\nquit) "
	if said.String() != want {
		t.Errorf("asked %q, want %q", said.String(), want)
	}
}

// A dialogue that lasts goes on at the width that its terminal has by then, and
// breaks what it remarks there.
func TestDialoguesFollowTheTerminal(t *testing.T) {
	var said strings.Builder
	sc := &Screen{Err: &said, TTYErr: true, Width: 80, widthNow: func() int { return 24 }}
	sc.Remarkf("three drafts without a deadline")
	sc.Measure()
	sc.Remarkf("three drafts without a deadline")
	want := "tracker: three drafts without a deadline\ntracker: three drafts\nwithout a deadline\n"
	if said.String() != want {
		t.Errorf("said %q, want %q", said.String(), want)
	}
}
