package hedge

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the tables of docs/hedges.md")

// The tables of docs/hedges.md list every entry of every scale; the tests of
// readings.txt hold the rest of that page.
func TestDocsListEveryEntry(t *testing.T) {
	const page = "../../docs/hedges.md"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	want := string(text)
	for _, name := range []string{"tracker", "icd203", "ipcc", "kent"} {
		l, err := Scale(name)
		if err != nil {
			t.Fatal(err)
		}
		before, rest, ok := strings.Cut(want, "<!-- table "+name+" -->\n")
		_, after, closed := strings.Cut(rest, "<!-- end -->")
		if !ok || !closed {
			t.Fatalf("%s has no place for the table %s", page, name)
		}
		want = before + "<!-- table " + name + " -->\n" + tableOf(l) + "<!-- end -->" + after
	}
	if *update {
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Errorf("%s is out of date, run go test ./reading/hedge -update (-want +got):\n%s", page, diff)
	}
}

func tableOf(l *Lexicon) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Version %s, %d entries.\n\n| words | p | range | side | kind | source |\n|---|---|---|---|---|---|\n", l.Name(), len(l.Entries()))
	for _, e := range l.Entries() {
		p, span := fmt.Sprint(e.Point), fmt.Sprintf("%v to %v", e.Low, e.High)
		if e.Kind == None {
			p, span = "–", "–"
		}
		source := e.Source
		if e.N > 0 {
			source += fmt.Sprintf(", %d readers", e.N)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", e.Phrase, p, span, e.Side, e.Kind, source)
	}
	return b.String()
}
