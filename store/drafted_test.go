package store

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

var fileSum = strings.Repeat("ab", 32)

// place is a draft of one file.
func place(start, end int) claims.Drafted {
	return claims.Drafted{SHA256: fileSum, Start: start, End: end, Rules: "draft-1"}
}

// Both answers to the drafts of a file are remembered, and taken back; the
// journal says them, and makes the same book elsewhere.
func TestAnsweredDrafts(t *testing.T) {
	b := mustCreate(t)
	c := plainClaim(1)
	c.Drafted = place(0, 40).String()
	mustAdd(t, b, c)
	drop := NewCommand("draft drop", "desk", now)
	for _, d := range []claims.Drafted{place(50, 90), place(50, 90), {SHA256: strings.Repeat("cd", 32), End: 9, Rules: "draft-1"}} {
		if err := b.DropDraft(t.Context(), drop, d); err != nil {
			t.Fatal(err)
		}
		drop = NewCommand("draft drop", "desk", now)
	}
	dropped := place(50, 90)
	dropped.Dropped = true
	answered := func(want ...claims.Drafted) {
		t.Helper()
		got, err := b.Answered(t.Context(), fileSum)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Error(err, diff)
		}
		mustBeSound(t, b)
	}
	answered(place(0, 40), dropped)
	mustReplay(t, b)
	for range 2 { // the other file's draft, then this one's
		if u, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil || u.Drafts != 1 || u.Claims != 0 {
			t.Fatalf("%+v, %v", u, err)
		}
	}
	answered(place(0, 40))
	if _, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil {
		t.Fatal(err)
	}
	answered()
	for range 2 {
		if _, err := b.Redo(t.Context(), NewCommand("redo", "desk", now), nil); err != nil {
			t.Fatal(err)
		}
	}
	answered(place(0, 40), dropped)
	mustReplay(t, b)
}
