package main

import (
	"strings"
	"testing"
)

// TestQuestionsBreakAtSpaces asks on a terminal that is narrower than the
// question.
func TestQuestionsBreakAtSpaces(t *testing.T) {
	var said strings.Builder
	e := &env{in: strings.NewReader("yes\n"), err: &said, ttyErr: true, width: 30}
	answer, err := e.ask("Did it happen? (yes, no, partial, unclear, void; skip, quit)")
	if err != nil || answer != "yes" {
		t.Fatalf("answer %q, error %v", answer, err)
	}
	want := "Did it happen? (yes, no,\npartial, unclear, void; skip,\nquit) "
	if said.String() != want {
		t.Errorf("asked %q, want %q", said.String(), want)
	}
}
