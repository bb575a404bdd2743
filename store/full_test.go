package store

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/claims/claimstest"
	"tracker/reading/deadline"
)

// No member of a claim is lost in the tables, nor in the journal, from which
// another book is made.
func TestTheBookLosesNothing(t *testing.T) {
	b, copied := mustCreate(t), mustCreate(t)
	want := mustAdd(t, b, claimstest.Given())
	if want.LoggedAt != claimstest.Full().LoggedAt {
		t.Fatal("the claim was logged anew")
	}
	if _, err := copied.Restore(t.Context(), b.Journal(t.Context())); err != nil {
		t.Fatal(err)
	}
	for name, book := range map[string]*Book{"tables": b, "journal": copied} {
		got, err := book.Claim(t.Context(), "1")
		if err != nil {
			t.Fatal(err)
		}
		full := claimstest.Given()
		full.UID, full.ID, full.RecordedAt, full.WithdrawnAt = want.UID, want.ID, want.RecordedAt, want.RecordedAt
		if diff := cmp.Diff(full, got); diff != "" {
			t.Errorf("%s: -claim +kept\n%s", name, diff)
		}
		changed, err := book.Change(t.Context(), NewCommand("amend", "desk", now), []claims.ID{1}, "", func(c *claims.Claim) error {
			*c = claims.Claim{ID: c.ID, UID: c.UID, LoggedAt: c.LoggedAt, Speaker: "Nobody", Statement: "another", SpeakerKind: claims.Person, StatedOn: "2025-08-06",
				Polarity: claims.Will, Window: claims.Window{Class: "none", Relation: "none", Alternatives: []deadline.Alternative{}},
				Attribution: []claims.Link{}, Appearances: []claims.Appearance{}, Tags: []string{}}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := book.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil {
			t.Fatalf("undo of %+v: %v", changed, err)
		}
		if got, err = book.Claim(t.Context(), "1"); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(full, got); diff != "" {
			t.Errorf("%s: -claim +after an undo\n%s", name, diff)
		}
	}
}
