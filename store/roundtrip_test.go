package store

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracker/claims"
)

// A claim is read back as it was logged, by every way of reading.
func TestRoundTrip(t *testing.T) {
	b := mustCreate(t)
	rapid.Check(t, func(t *rapid.T) {
		c := anyClaim.Draw(t, "claim")
		if rapid.Bool().Draw(t, "resolved") {
			c.Verdict = anyVerdict(t, &c)
		}
		c.Disputed, c.Withdrawn = anyText.Draw(t, "disputed"), anyText.Draw(t, "withdrawn")
		ctx := t.Context()
		added, err := b.Add(ctx, NewCommand("add", "desk", now), c)
		if err != nil {
			t.Fatalf("add: %v", err)
		}
		if c.ID, c.UID = added.ID, added.UID; c.ID == 0 || len(c.UID) != 36 {
			t.Fatalf("added as %d, %q", c.ID, c.UID)
		}
		c.Entered(now)
		got, err := b.Claim(ctx, fmt.Sprint(c.ID))
		if err != nil {
			t.Fatalf("read: %v", err)
		}
		if diff := cmp.Diff(c, got); diff != "" {
			t.Fatalf("read back differently (-logged +read):\n%s", diff)
		}
		if same, ok, err := b.Same(ctx, &claims.Claim{UID: c.UID}); err != nil || !ok || !cmp.Equal(same, got) {
			t.Fatalf("by uid: %v, %v, %v", same, ok, err)
		}
		list, more, err := b.Find(ctx, claims.Filter{IDs: []claims.ID{c.ID}}, now, ByLogged, Page{Limit: 1})
		if err != nil || more || len(list) != 1 || !cmp.Equal(list[0], got) {
			t.Fatalf("by filter: %v, %v, %v", list, more, err)
		}
	})
	mustBeSound(t, b)
	mustReplay(t, b)
}

// A name keeps the spelling it came with first, and stays the same name.
func TestNamesKeepTheirFirstSpelling(t *testing.T) {
	b := mustCreate(t)
	first, second := plainClaim(1), plainClaim(2)
	second.Speaker = "THE MINISTRY"
	mustAdd(t, b, first)
	second = mustAdd(t, b, second)
	got, err := b.Claim(t.Context(), "2")
	if err != nil || got.Speaker != "The ministry" {
		t.Fatalf("speaker %q, %v", got.Speaker, err)
	}
	again := plainClaim(2)
	again.Speaker = "THE MINISTRY"
	for range 2 {
		same, ok, err := b.Same(t.Context(), &again)
		if err != nil || !ok || same.ID != second.ID {
			t.Fatalf("the claim under its other spelling: %v, %v, %v", same.ID, ok, err)
		}
		if _, err := b.Change(t.Context(), NewCommand("amend", "desk", now), []claims.ID{2}, "", func(c *claims.Claim) error {
			c.Notes += "seen again"
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
}

// mustReplay restores the journal into another book and compares the tables.
func mustReplay(t *testing.T, b *Book) {
	t.Helper()
	copied := mustCreate(t)
	if _, err := copied.Restore(t.Context(), b.Journal(t.Context())); err != nil {
		t.Fatalf("restore: %v", err)
	}
	want, got := dump(t, b), dump(t, copied)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the restored book differs (-book +restored):\n%s", diff)
	}
	if len(want["journal"]) == 0 {
		t.Error("the journal is empty")
	}
}
