package claims_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/claims/claimstest"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Every leaf of the claim that tests use is filled: what a test compares it
// with shows whatever is lost.
func TestFullIsFull(t *testing.T) {
	c, n := claimstest.Full(), 0
	claimstest.Leaves(&c, func(path string, v reflect.Value) {
		if n++; v.IsZero() && !strings.HasPrefix(path, "verdict.evidence.") && !strings.HasPrefix(path, "proposed.evidence.") {
			t.Errorf("%s is empty", path)
		}
	})
	if n < 60 {
		t.Fatalf("only %d members", n)
	}
}

// The tables of members are the members that JSON writes, in that order, each
// kept where its field is.
func TestMembersAreTheFields(t *testing.T) {
	inOrder(t, claims.Members)
	inOrder(t, claims.HedgeMembers)
	inOrder(t, claims.WindowMembers)
	inOrder(t, claims.AlternativeMembers)
	inOrder(t, claims.LinkMembers)
	inOrder(t, claims.AppearanceMembers)
	inOrder(t, claims.VerdictMembers)
	inOrder(t, claims.EvidenceMembers)
}

func inOrder[T any](t *testing.T, table []claims.Member[T]) {
	t.Helper()
	var v T
	of := reflect.ValueOf(&v).Elem()
	if of.NumField() != len(table) {
		t.Errorf("%T has %d fields and %d members", v, of.NumField(), len(table))
	}
	for i := range min(of.NumField(), len(table)) {
		name, _, _ := strings.Cut(of.Type().Field(i).Tag.Get("json"), ",")
		if name != table[i].Name {
			t.Errorf("%T: field %d is %s, member %d is %s", v, i, name, i, table[i].Name)
		}
		if at := reflect.ValueOf(table[i].Addr(&v)).Pointer(); at != of.Field(i).Addr().Pointer() {
			t.Errorf("%T: the place of %s is another field", v, name)
		}
	}
}

// A claim comes back from its draft with every member but its number and its
// verdict, which no draft has.
func TestDraftLosesNothing(t *testing.T) {
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "nobody"}
	for _, link := range []func(*claims.Claim) *claims.UID{
		func(c *claims.Claim) *claims.UID { return &c.Supersedes }, func(c *claims.Claim) *claims.UID { return &c.Repeats }} {
		want := claimstest.Given()
		*link(&want) = "" // a claim has one of the two
		want.ID, want.Verdict = 0, nil
		got, _, err := r.Claim(want.Draft(), want.LoggedAt+1)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-claim +its draft's\n%s", diff)
		}
		taken := claims.Claim{}
		var all []string
		for _, m := range claims.Members {
			all = append(all, m.Name)
		}
		taken.Take(&want, all)
		if diff := cmp.Diff(want, taken); diff != "" {
			t.Errorf("-claim +taken\n%s", diff)
		}
	}
}
