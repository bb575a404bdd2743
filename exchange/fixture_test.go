package exchange

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fixtures returns the files of a folder of testdata/exchange.
func fixtures(t testing.TB, folder string) []string {
	t.Helper()
	var files []string
	for _, kind := range []string{"*.jsonl", "*.csv", "*.journal"} {
		found, err := filepath.Glob(filepath.Join("..", "testdata", "exchange", folder, kind))
		if err != nil || len(found) == 0 {
			t.Fatalf("no %s in %s: %v", kind, folder, err)
		}
		files = append(files, found...)
	}
	return files
}

// lines reads a file by its kind. Entries of a journal become empty lines.
func lines(content []byte, name string) iter.Seq2[Line, error] {
	r := bytes.NewReader(content)
	switch filepath.Ext(name) {
	case ".csv":
		return ReadCSV(r, name, nil)
	case ".jsonl":
		return ReadJSONL(r, name)
	}
	return func(yield func(Line, error) bool) {
		for _, err := range ReadJournal(r, name) {
			if !yield(Line{}, err) {
				return
			}
		}
	}
}

// TestBad pins what is said of files that must be refused: one claims.Error
// for each line of NAME.err, its hint below it.
func TestBad(t *testing.T) {
	for _, file := range fixtures(t, "bad") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for line, err := range lines(content, filepath.Base(file)) {
				if err == nil {
					fmt.Fprintf(&got, "line %d is fine\n", line.Number)
				}
				for _, e := range problems(t, err) {
					fmt.Fprintf(&got, "%v\n", e)
					if e.Hint != "" {
						fmt.Fprintf(&got, "  hint: %s\n", e.Hint)
					}
				}
			}
			golden := file + ".err"
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// problems returns the refusals in err.
func problems(t testing.TB, err error) []*claims.Error {
	t.Helper()
	var ps claims.Problems
	var one *claims.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ps):
	case errors.As(err, &one):
		ps = claims.Problems{one}
	default:
		t.Fatalf("%v is no refusal", err)
	}
	for _, p := range ps {
		if p.Kind != claims.Refused {
			t.Errorf("%v is of kind %d", p, p.Kind)
		}
	}
	return ps
}

func TestGood(t *testing.T) {
	for _, file := range fixtures(t, "good") {
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for _, err := range lines(content, file) {
				if err != nil {
					t.Error(err)
				}
				n++
			}
			if n == 0 {
				t.Error("no line was read")
			}
		})
	}
}

// mustRead returns a fixture.
func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("..", "testdata", "exchange", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}
