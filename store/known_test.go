package store

import (
	"strings"
	"testing"

	"tracker/claims"
)

// What is asked at once is what is asked one by one, by uid, key and words.
func TestKnownAtOnce(t *testing.T) {
	b := mustCreate(t)
	var there []claims.Claim
	for n := range 4 {
		c := plainClaim(n + 1)
		if n%2 == 1 {
			c.Key = strings.Repeat("k", n)
		}
		there = append(there, mustAdd(t, b, c))
	}
	unknown, byWords, byKey, byUID, clash := plainClaim(9), plainClaim(1), plainClaim(8), plainClaim(7), plainClaim(6)
	byKey.Key = there[1].Key
	byUID.UID = there[2].UID
	clash.UID, clash.Key = there[0].UID, there[3].Key
	list := []*claims.Claim{&unknown, &byWords, &byKey, &byUID, &clash, &unknown}
	known, err := b.Known(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []claims.ID{0, there[0].ID, there[1].ID, there[2].ID, there[0].ID, 0} {
		same, ok, err := known.Same(list[i])
		if same.ID != want || ok != (want != 0) || (err != nil) != (i == 4) {
			t.Errorf("%d is claim %d (%v), want %d; %v", i, same.ID, ok, want, err)
		}
		if one, alone, oneErr := b.Same(t.Context(), list[i]); one.ID != same.ID || alone != ok || (oneErr != nil) != (err != nil) {
			t.Errorf("%d alone is claim %d (%v), %v", i, one.ID, alone, oneErr)
		}
	}
	if none, err := b.Known(t.Context(), nil); err != nil || none == nil {
		t.Errorf("nothing asked: %v", err)
	}
}

// Verdicts on an event are found by the indexes of names and events.
func TestVerdictsOnEventsAreFoundByName(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	plan := planOf(t, b, `SELECT `+forVerdicts.columns+forVerdicts.from+onEvents(3))
	for _, index := range []string{"claims_event (event=?)", "sqlite_autoindex_names_1 (kind=? AND fold=?)", "names_target (target=?)"} {
		if !strings.Contains(plan, index) {
			t.Errorf("%s is not in the plan\n%s", index, plan)
		}
	}
	if strings.Contains(plan, "SCAN c") || strings.Contains(plan, "SCAN r") || strings.Contains(plan, "SCAN v") {
		t.Errorf("a table is gone through:\n%s", plan)
	}
}
