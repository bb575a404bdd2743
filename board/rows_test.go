package board

import (
	"fmt"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
	"tracker/claims"
)

// onEvents are claims of which each is on an event of its own.
func onEvents(n int) func(yield func(claims.Claim) bool) {
	return func(yield func(claims.Claim) bool) {
		for i := range n {
			if !yield(promise(fmt.Sprint("desk ", i%7), fmt.Sprint("event ", i), 0.3+float64(i%50)/100, calendar.Day(5+i%9))) {
				return
			}
		}
	}
}

// Rows that are made later are those that are made at once, and made again when
// they are asked for again.
func TestRowsLaterAreTheRows(t *testing.T) {
	list := slices.Collect(onEvents(3*rowsAtOnce + 10))
	want := Score(slices.Values(list), ByEvent, strict, 100, Options{})
	got := Score(slices.Values(list), ByEvent, strict, 100, Options{RowsLater: true})
	for range 2 {
		if diff := cmp.Diff(want.Groups, slices.Collect(got.Rows())); diff != "" || len(got.Groups) > 0 {
			t.Fatalf("%d rows are kept; %s", len(got.Groups), diff)
		}
	}
	for g := range got.Rows() {
		if g.Name != want.Groups[0].Name {
			t.Errorf("the first row is %q, want %q", g.Name, want.Groups[0].Name)
		}
		break
	}
}

// A board whose rows are made later keeps of each what it was tallied from, not
// its figures.
func TestRowsLaterAreNotKept(t *testing.T) {
	const few, many, most = 1000, 6000, 1200
	kept := func(n int) int64 {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		b := Score(onEvents(n), ByEvent, strict, 100, Options{RowsLater: true, FiguresOnly: true, Linked: map[claims.UID]bool{}})
		rows := 0
		for range b.Rows() {
			rows++
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(b)
		if rows != n {
			t.Fatalf("%d rows of %d events", rows, n)
		}
		return int64(after.HeapAlloc) - int64(before.HeapAlloc)
	}
	kept(few) // what is made once
	each := (kept(many) - kept(few)) / (many - few)
	if each > most {
		t.Errorf("%d bytes of each further row are kept, want at most %d", each, most)
	}
	t.Logf("%d bytes of each further row", each)
}
