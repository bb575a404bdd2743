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
