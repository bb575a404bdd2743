package hedge

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExpand(t *testing.T) {
	got := expand([]string{"a?", "b|c", "d"})
	if diff := cmp.Diff([]string{"a b d", "a c d", "b d", "c d"}, got); diff != "" {
		t.Error(diff)
	}
}

// A row of forms.csv has a known relation and, if it needs one, an entry in
// lexicon.csv; no form is written twice, and none repeats an entry's phrase.
func TestFormsHang(t *testing.T) {
	entries := Builtin().Entries()
	owner := map[string]string{}
	for _, e := range entries {
		owner[e.Phrase] = "lexicon.csv"
	}
	for _, row := range formRows() {
		switch row.relation {
		case same, means:
			if indexPhrase(entries, row.entry) < 0 {
				t.Errorf("forms of %q, which is no entry", row.entry)
			}
		case compares, refuses, ordinary:
			if row.entry != "" {
				t.Errorf("relation %s takes no entry, has %q", row.relation, row.entry)
			}
		default:
			t.Errorf("unknown relation %q", row.relation)
		}
		for _, text := range row.texts {
			if other, ok := owner[text]; ok {
				t.Errorf("form %q of %q is already in %q", text, row.entry, other)
			}
			owner[text] = row.entry + " " + string(row.relation)
			if len(tokenize(nil, text)) == 0 {
				t.Errorf("form %q of %q holds no word", text, row.entry)
			}
		}
	}
}
