package hedge

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/reading/clause"
)

//go:embed forms.csv
var formsCSV []byte

// formRow is a line of forms.csv with its forms written out.
type formRow struct {
	entry    string
	relation relation
	texts    []string
}

func formRows(t *testing.T) []formRow {
	t.Helper()
	in := csv.NewReader(bytes.NewReader(formsCSV))
	in.Comment = '#'
	records, err := in.ReadAll()
	if err != nil || len(records) < 100 {
		t.Fatalf("forms.csv has %d rows, %v", len(records), err)
	}
	var rows []formRow
	for _, record := range records[1:] {
		row := formRow{entry: record[0], relation: relation(record[1])}
		for pattern := range strings.SplitSeq(record[2], ";") {
			row.texts = append(row.texts, expand(strings.Fields(pattern))...)
		}
		rows = append(rows, row)
	}
	return rows
}

// expand writes out a pattern: "a|b c?" gives "a c", "a", "b c" and "b".
func expand(pattern []string) []string {
	if len(pattern) == 0 {
		return []string{""}
	}
	head, optional := strings.CutSuffix(pattern[0], "?")
	words := strings.Split(head, "|")
	if optional {
		words = append(words, "")
	}
	tails := expand(pattern[1:])
	var texts []string
	for _, word := range words {
		for _, tail := range tails {
			texts = append(texts, strings.TrimSpace(word+" "+tail))
		}
	}
	return texts
}

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
	for _, row := range formRows(t) {
		switch row.relation {
		case same, means, opposite:
			if indexPhrase(entries, row.entry) < 0 {
				t.Errorf("forms of %q, which is no entry", row.entry)
			}
		case compares, refuses, disclaims, unasked, ordinary:
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
			if len(clause.Words(nil, text)) == 0 {
				t.Errorf("form %q of %q holds no word", text, row.entry)
			}
		}
	}
}
