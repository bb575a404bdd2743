package store

import (
	"bytes"
	"testing"

	"tracker/ledger"
)

// A uid is kept in 16 bytes, in the order of its texts, and comes back as it
// was; a text that is none comes back as well.
func TestUIDs(t *testing.T) {
	a, b := "01a219da-9976-7390-ad1c-be3836615d2e", "01a219da-9976-7390-ad1d-be3836615d2e"
	if len(packed(a)) != 16 || bytes.Compare(packed(a), packed(b)) >= 0 {
		t.Errorf("%x, %x", packed(a), packed(b))
	}
	for _, uid := range []string{a, b, noUID, lastUID, "", "x", "01A219DA-9976-7390-AD1C-BE3836615D2E", "01a219da-9976-7390-ad1cXbe3836615d2e", "01a219da-9976-7390-ad1c-be3836615dxx",
		"0190000000000000000000000000000000ab"} {
		if got := unpackUID(packed(uid)); got != uid {
			t.Errorf("%q came back as %q", uid, got)
		}
	}
	for _, kind := range []ledger.Kind{ledger.Claim, ledger.Name} {
		for _, subject := range []string{a, "event:0123456789", "entity:über", "event:" + a} {
			if got := unpackSubject(kind, packSubject(kind, subject)); got != subject && (kind == ledger.Name || len(subject) != 16) {
				t.Errorf("%s %q came back as %q", kind, subject, got)
			}
		}
	}
}

// An entry about a text of 16 bytes would be read back as one about a uid.
func TestSubjectThatIsNoUID(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	copied := mustCreate(t)
	_, err := copied.Restore(t.Context(), func(yield func(ledger.Entry, error) bool) {
		for e, err := range b.Journal(t.Context()) {
			e.Subject = "exactly 16 bytes"
			yield(e, err)
			return
		}
	})
	if err == nil {
		t.Error("it was taken")
	}
}
