package undertaking

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// Every line of types.txt: type, "or" and another type where a second reader
// may see one | speaker kind | speaker | quote.
func TestTypes(t *testing.T) {
	f, err := os.Open("../../testdata/hedge/types.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kinds := map[string]string{"p": "person", "i": "institution", "o": "outlet", "a": "anonymous"}
	in, n := bufio.NewScanner(f), 0
	for line := 1; in.Scan(); line++ {
		if in.Text() == "" || in.Text()[0] == '#' {
			continue
		}
		x := strings.Split(in.Text(), " | ")
		if len(x) != 4 {
			t.Fatalf("line %d: %d fields, want 4", line, len(x))
		}
		n++
		r := Read(x[3], "", Speaker{x[2], kinds[x[1]]})
		got := string(r.Type)
		if r.Or != "" {
			got += " or " + string(r.Or)
		}
		if got != x[0] {
			t.Errorf("line %d: %s said %q: %s (%q), want %s", line, x[2], x[3], got, r.Words, x[0])
		}
		if !strings.Contains(x[3], r.Words) {
			t.Errorf("line %d: words %q do not stand in the quote", line, r.Words)
		}
	}
	if n < 60 {
		t.Fatalf("%d statements, want at least 60", n)
	}
}

// The clause about the statement's event decides.
func TestTheClauseOfTheStatement(t *testing.T) {
	const quote = "We will cut the tax this year, and exports are planned to double by 2028."
	by := Speaker{"Finance minister", "person"}
	if r := Read(quote, "The tax is cut", by); r.Type != Promise {
		t.Errorf("the tax: %+v, want a promise", r)
	}
	if r := Read(quote, "Exports double", by); r.Type != Plan {
		t.Errorf("exports: %+v, want a plan", r)
	}
	if r := Read("", "We promise to open the road", by); r.Type != Promise {
		t.Errorf("a statement by itself: %+v, want a promise", r)
	}
}
