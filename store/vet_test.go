package store

import (
	"strings"
	"testing"

	"tracker/claims"
)

// An entry that breaks a rule, in a book that has it already, is reported by
// check and stays: the book opens, and nothing about it is damage.
func TestCheckReportsEntriesThatBreakARule(t *testing.T) {
	b := mustCreate(t)
	bad := plainClaim(1)
	bad.Notes = strings.Repeat("x", claims.MaxText+1)
	mustAdd(t, b, bad)
	mustAdd(t, b, plainClaim(2))
	found, err := b.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if found = ofTheBook(found); len(found) != 1 || found[0].Fatal || found[0].Where != "journal, entry 1" || found[0].What != "notes: 8193 bytes is too long" {
		t.Errorf("check found %+v", found)
	}
	copied := mustCreate(t)
	if _, err := copied.Restore(t.Context(), b.Journal(t.Context())); err == nil || !strings.Contains(err.Error(), "entry 1 does not fit: notes: 8193 bytes is too long") {
		t.Errorf("the journal was imported: %v", err)
	}
}
