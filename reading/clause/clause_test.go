package clause

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// drawn writes a text with its clauses: m(ain), c(ondition), a(side),
// r(elative), q(uestion), each with its number where it begins or goes on.
func drawn(t *Text) string {
	var b strings.Builder
	last := -1
	for i, w := range t.Words {
		if t.Of[i] != last {
			b.WriteString(" |" + string("mcarq"[t.Clauses[t.Of[i]].Role]) + string(rune('0'+t.Of[i])))
			last = t.Of[i]
		}
		b.WriteString(" " + w.Text)
	}
	return strings.TrimSpace(b.String())
}

// Every group of clauses.txt: a text, its clauses, its condition.
func TestClauses(t *testing.T) {
	f, err := os.Open("../../testdata/hedge/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, n := bufio.NewScanner(f), 0
	for in.Scan() {
		if in.Text() == "" || in.Text()[0] == '#' {
			continue
		}
		text := in.Text()
		in.Scan()
		clauses := strings.TrimSpace(in.Text())
		in.Scan()
		condition := strings.TrimPrefix(in.Text(), "  = ")
		n++
		x := Cut(text)
		if got := drawn(x); got != clauses {
			t.Errorf("%s\n got %s\nwant %s", text, got, clauses)
		}
		if got := x.Condition(); got != condition {
			t.Errorf("%s\ncondition %q, want %q", text, got, condition)
		}
	}
	if n < 15 {
		t.Fatalf("%d texts, want at least 15", n)
	}
}

// What is undone did not come; of a statement whose verb is strange only a
// reader can tell.
func TestUndone(t *testing.T) {
	for _, c := range []struct {
		quote, statement string
		opposed, unclear bool
	}{
		{"The deal will collapse.", "The deal is signed", true, false},
		{"The trial is cancelled.", "The trial begins", true, false},
		{"The subsidy will be scrapped.", "The subsidy is paid", false, true},
		{"The subsidy will be scrapped.", "The subsidy is abolished", false, false},
		{"The roof will collapse.", "The roof falls", false, false},
		{"The deal will close.", "The deal closes", false, false},
		{"The collapse will be mourned.", "The deal is signed", false, false},
	} {
		if opposed, unclear := Cut(c.quote).Undone(c.statement, 0, 0); opposed != c.opposed || unclear != c.unclear {
			t.Errorf("%q beside %q: opposed %v, unclear %v", c.quote, c.statement, opposed, unclear)
		}
	}
}
