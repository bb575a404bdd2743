package report

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"testing"

	"tracker/board"
	"tracker/claims"
)

// generated is a book whose claims are made when they are read.
type generated struct {
	n    int
	look func() // at how much is kept, now and then while they are read
}

func (g generated) All(ctx context.Context, _ claims.Filter, _ claims.Instant) iter.Seq2[claims.Claim, error] {
	return func(yield func(claims.Claim, error) bool) {
		for i := range g.n {
			if i%(g.n/3) == g.n/3-1 {
				g.look()
			}
			if c, _ := g.Claim(ctx, fmt.Sprint(i+1)); !yield(c, nil) {
				return
			}
		}
	}
}

func (generated) Claim(_ context.Context, ref string) (claims.Claim, error) {
	var id int
	_, err := fmt.Sscan(ref, &id)
	m := book[id%len(book)]
	m.statement = fmt.Sprintf("Measure %d takes effect %s", id, strings.Repeat("at last ", 30))
	m.event = fmt.Sprint("measure ", id%100)
	c := m.claim(id)
	c.Supersedes, c.Repeats, c.Disputed = "", "", fmt.Sprintf("by the one who wrote letter %d", id)
	return c, err
}

// keptAtMost is how much a report keeps at most while it is made of n claims and
// written, in bytes.
func keptAtMost(t *testing.T, n int) (most int64) {
	var before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	look := func() {
		runtime.GC()
		runtime.ReadMemStats(&now)
		most = max(most, int64(now.HeapAlloc)-int64(before.HeapAlloc))
	}
	all := NewGathering(board.BySpeaker, nil, nil, false)
	read := all.Of(generated{n, look}, claims.About{})(t.Context(), claims.Filter{}, 0)
	b := board.Score(func(yield func(claims.Claim) bool) {
		for c := range read {
			if !yield(c) {
				return
			}
		}
	}, board.BySpeaker, standard, asOf, board.Options{FiguresOnly: true, Linked: map[claims.UID]bool{}, Sources: true, Each: all.Take})
	r := New(b, Options{Gathered: all})
	look()
	for _, f := range []Format{Markdown, CSV, JSON} {
		if err := r.Write(io.Discard, f); err != nil {
			t.Fatal(err)
		}
		look()
	}
	return most
}

// Of each claim that does not stand on the page a report keeps no more than the
// board does, a few dozen bytes, in whatever format it is written.
func TestReportKeepsLittleOfALargeBook(t *testing.T) {
	const few, many, each = 3 * mostShown, 15 * mostShown, 50
	keptAtMost(t, few) // what is made once
	grown := keptAtMost(t, many) - keptAtMost(t, few)
	if grown > (many-few)*each {
		t.Errorf("%d bytes of each further claim are kept, want at most %d", grown/(many-few), each)
	}
	t.Logf("%d bytes of each further claim", grown/(many-few))
}
