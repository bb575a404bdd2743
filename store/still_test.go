package store

import (
	"testing"

	"tracker/claims"
	"tracker/ledger"
)

// What is read of a book that stands still is of one moment, however often it
// is read, and whatever is entered meanwhile.
func TestStill(t *testing.T) {
	b := mustCreate(t)
	first := mustAdd(t, b, plainClaim(1))
	still, end, err := b.Still(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n := counts(t, still); n != [3]int{1, 1, 1} {
		t.Errorf("claims, entries of claims and names before: %v", n)
	}
	second := plainClaim(2)
	second.Speaker = "The harbour master"
	mustAdd(t, b, second)
	for range 2 {
		if n := counts(t, still); n != [3]int{1, 1, 1} {
			t.Errorf("claims, entries of claims and names while it stands still: %v", n)
		}
	}
	if c, err := still.Claim(t.Context(), "1"); err != nil || c.UID != first.UID {
		t.Errorf("the first claim is %v, %v", c.UID, err)
	}
	if _, err := still.Claim(t.Context(), "2"); err == nil {
		t.Error("the second claim is there already")
	}
	end()
	if n := counts(t, b); n != [3]int{2, 2, 2} {
		t.Errorf("claims, entries of claims and names after: %v", n)
	}
}

// counts are how many claims, entries of claims and speakers a book reads.
func counts(t *testing.T, b *Book) (n [3]int) {
	t.Helper()
	for _, err := range b.All(t.Context(), claims.Filter{}, now) {
		if err != nil {
			t.Fatal(err)
		}
		n[0]++
	}
	for e, err := range b.Journal(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Kind == ledger.Claim {
			n[1]++
		}
	}
	names, err := b.Names(t.Context(), "speaker", "")
	if err != nil {
		t.Fatal(err)
	}
	n[2] = len(names)
	return n
}
