package exchange

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// seed adds the lines of the fixtures of a kind.
func seed(f *testing.F, ext string) {
	f.Helper()
	n := 0
	for _, file := range append(fixtures(f, "good"), fixtures(f, "bad")...) {
		if filepath.Ext(file) != ext {
			continue
		}
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(content))
		for line := range strings.Lines(string(content)) {
			f.Add(strings.TrimSpace(line))
			n++
		}
	}
	if n < 5 {
		f.Fatalf("%d seeds for %s", n, ext)
	}
}

// What is read as a line is JSON by another reader's account too, and every
// refusal names file and line.
func FuzzReadJSONL(f *testing.F) {
	seed(f, ".jsonl")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(text, "\n", " ")
		for line, err := range ReadJSONL(strings.NewReader(text), "f.jsonl") {
			for _, p := range problems(t, err) {
				if !strings.HasPrefix(p.Msg, "f.jsonl:1: ") {
					t.Errorf("%q does not begin with the line", p.Msg)
				}
			}
			if err != nil {
				continue
			}
			var given map[string]any
			if json.Unmarshal([]byte(strings.TrimPrefix(text, "\ufeff")), &given) != nil {
				t.Fatalf("read what is not JSON: %q", text)
			}
			if notes, _ := given["notes"].(string); notes != line.Draft.Notes {
				t.Errorf("notes %q, want %q", line.Draft.Notes, notes)
			}
		}
	})
}

func FuzzReadCSV(f *testing.F) {
	seed(f, ".csv")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for line, err := range ReadCSV(strings.NewReader(text), "f.csv", nil) {
			for _, p := range problems(t, err) {
				if !strings.HasPrefix(p.Msg, "f.csv:") {
					t.Errorf("%q does not begin with the file", p.Msg)
				}
			}
			if err == nil && line.Number <= last {
				t.Errorf("line %d after line %d", line.Number, last)
			}
			last = max(last, line.Number)
		}
	})
}

// Records without carriage returns are cut as encoding/csv cuts them.
func FuzzCells(f *testing.F) {
	seed(f, ".csv")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(text, "\r", "")
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil || strings.Count(text, ",") >= maxColumns {
			return
		}
		var got [][]string
		for records := (records{comma: ','}); text != ""; {
			n, record, _ := records.split([]byte(text), true)
			row, err := cells(string(record), ',')
			if err != nil {
				t.Fatalf("%q: %v", record, err)
			}
			if !slices.Equal(row, []string{""}) || string(record) == "\"\"\n" || string(record) == `""` {
				got = append(got, row)
			}
			text = text[n:]
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
	})
}

func FuzzReadJournal(f *testing.F) {
	seed(f, ".journal")
	f.Fuzz(func(t *testing.T, text string) {
		for e, err := range ReadJournal(strings.NewReader(text), "f.journal") {
			problems(t, err)
			if err != nil {
				continue
			}
			var out strings.Builder
			if err := WriteEntry(&out, e); err != nil {
				t.Errorf("read what cannot be written: %v", err)
			}
		}
	})
}
