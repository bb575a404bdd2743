package draft

import (
	"strings"
	"sync/atomic"
	"testing"

	"tracker/reading/deadline"
)

// An article that nobody wants any more is left where it has been read to:
// the later that is, the more was found.
func TestEnded(t *testing.T) {
	const parts = 40
	a := Article{Text: strings.Repeat("\"The bridge will open by May,\" the housing minister said.\n\n", parts), Said: deadline.Said{On: day(t, "2026-11-25")}, Source: "Evening News"}
	r := reader(t)
	_, before := r.Examine(a)
	var asked atomic.Int64
	r.Ended = func() bool { asked.Add(1); return false }
	_, all := r.Examine(a)
	if len(all) != len(before) {
		t.Errorf("%d left out, want %d", len(all), len(before))
	}
	if n := asked.Load(); n < 2*parts {
		t.Fatalf("it is asked %d times only", n)
	}
	for _, most := range []int64{0, parts / 2, parts + parts/2} {
		asked.Store(0)
		r.Ended = func() bool { return asked.Add(1) > most }
		found, left := r.Examine(a)
		if len(found)+len(left) >= parts || most == 0 && len(found)+len(left) > 0 {
			t.Errorf("asked %d times: %d found and %d left out", most, len(found), len(left))
		}
	}
}
