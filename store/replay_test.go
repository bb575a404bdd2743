package store

import (
	"iter"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"tracker/ledger"
)

// manyEntries are entries of claims that differ in their uid and a number, made
// when they are read; look is called now and then.
func manyEntries(t *testing.T, n int, notes string, look func()) iter.Seq2[ledger.Entry, error] {
	t.Helper()
	from := mustCreate(t)
	c := plainClaim(1)
	c.Statement, c.Notes = "Measure 00000000 takes effect", notes
	mustAdd(t, from, c)
	var first ledger.Entry
	for e, err := range from.Journal(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		first = e
	}
	return func(yield func(ledger.Entry, error) bool) {
		for i := range n {
			if i%(n/8) == n/8-1 {
				look()
			}
			e, digits := first, strconv.Itoa(10_000_000+i)
			e.Seq, e.Subject = int64(i+1), first.Subject[:28]+digits
			e.Body = []byte(strings.NewReplacer(first.Subject, e.Subject, "00000000", digits, `"id":1,`, `"id":`+strconv.Itoa(i+1)+`,`).Replace(string(first.Body)))
			if !yield(e, nil) {
				return
			}
		}
	}
}

// A journal that is replayed is not in memory, only the entries that wait for
// their tables.
func TestReplayKeepsLittle(t *testing.T) {
	const n, most = 8000, 24 << 20
	notes := strings.Repeat("Seen and noted, once more. ", 150)
	var before, now runtime.MemStats
	held := int64(0)
	entries := manyEntries(t, n, notes, func() {
		runtime.GC()
		runtime.ReadMemStats(&now)
		held = max(held, int64(now.HeapAlloc)-int64(before.HeapAlloc))
	})
	b := mustCreate(t)
	runtime.GC()
	runtime.ReadMemStats(&before)
	if got, err := b.Restore(t.Context(), entries); err != nil || got != n {
		t.Fatalf("%d entries, %v", got, err)
	}
	if held > most {
		t.Errorf("%d MB are in memory of entries of %d, want at most %d", held>>20, n*len(notes)>>20, most>>20)
	}
	t.Logf("%d KB of %d", held>>10, n*len(notes)>>10)
}
