package store

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tracker/ledger"
)

// Changes are the entries of the journal that say what became of claims after
// they were logged: nothing that says so is missing.
func TestChangesAreWhatBecameOfClaims(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "store", "journal-*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no kept journal: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b := mustCreate(t)
		mustRestore(t, b, mustRead(t, text))
		var want, got []ledger.Entry
		logged := map[string]bool{}
		for e, err := range b.Journal(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case e.Kind == ledger.Claim && logged[e.Subject]:
				want = append(want, e)
			case strings.HasPrefix(string(e.Body), `{"set":`) && e.Kind == ledger.Claim:
				t.Errorf("%s: entry %d changes what was not logged", file, e.Seq)
			}
			logged[e.Subject] = logged[e.Subject] || e.Kind == ledger.Claim
		}
		for e, err := range b.Changes(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, e)
		}
		if len(want) == 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("%s has %d changes, and %d are read", file, len(want), len(got))
		}
	}
}

// Whether a claim was logged before is found by an index alone.
func TestChangesReadNoClaim(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	if plan := planOf(t, b, selectChanges); !strings.Contains(plan, "USING COVERING INDEX journal_subject (subject=? AND rowid<?)") || strings.Contains(plan, "TEMP B-TREE") {
		t.Errorf("the plan is\n%s", plan)
	}
}
