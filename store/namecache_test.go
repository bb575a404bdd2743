package store

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"tracker/claims"
)

// The names that one batch leaves to the next are short, and hold no line that
// they were a part of, whether the book had them or not.
func TestNamesHoldNoLine(t *testing.T) {
	const names, each = 2000, 1500
	b := mustCreate(t)
	batch := func(first int) {
		t.Helper()
		list := make([]claims.Claim, names)
		for i := range list {
			line := fmt.Sprintf("opening-of-road-%d is due %s", i, strings.Repeat("x", 10_000))
			list[i] = plainClaim(first + i)
			list[i].Event, _, _ = strings.Cut(line, " ")
		}
		err := b.Import(t.Context(), NewCommand("import", "desk", now), strings.Repeat("a", 64), false, func(batch *Batch) error {
			if err := batch.Look(pointers(list), first == 0); err != nil {
				return err
			}
			for i := range list {
				if err := batch.Add(&list[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for n, how := range []string{"new", "known", "looked up"} {
		before := heapInUse()
		batch(n * names)
		if kept := (heapInUse() - before) / names; kept > each {
			t.Errorf("%s: %d bytes of each name are kept, want at most %d", how, kept, each)
		}
		if n == 1 {
			b.latest.cache = nil // as when there were many
		}
	}
	runtime.KeepAlive(b)
}

// heapInUse is how many bytes are in use.
func heapInUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
