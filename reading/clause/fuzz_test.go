package clause

import (
	"strings"
	"testing"
)

// Every word stands in a clause, spans lie inside the text, and a condition's
// words stand in it.
func FuzzCut(f *testing.F) {
	for _, seed := range []string{
		"", ",", "if", "if ,", "unless unless", "and and", "If talks fail, we will see.", "A; B: C — D (E) and F.", "as long as", "in the event", "should",
		"which, which", "The museum, which was due, will open.", "once", "0,5 % and 1/2", "\xff\xfe if \xff", "’s if ’s",
	} {
		f.Add(seed, "The museum opens")
	}
	f.Fuzz(func(t *testing.T, text, statement string) {
		x := Cut(text)
		if len(x.Of) != len(x.Words) || len(x.Clauses) == 0 {
			t.Fatalf("%q: %d words, %d placed, %d clauses", text, len(x.Words), len(x.Of), len(x.Clauses))
		}
		for i, n := range x.Of {
			if n < 0 || n >= len(x.Clauses) {
				t.Fatalf("%q: word %d in clause %d of %d", text, i, n, len(x.Clauses))
			}
		}
		for n := range x.Clauses {
			if s := x.Span(n); s.Start < 0 || s.Start > s.End || s.End > len(text) {
				t.Fatalf("%q: clause %d from %d to %d", text, n, s.Start, s.End)
			}
			x.Opposed(statement, n, 0)
		}
		if c := x.Condition(); strings.Count(c, "; ") == 0 && !strings.Contains(text, strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(c, "unless "), "barring "), "absent ")) {
			t.Fatalf("%q: condition %q does not stand in it", text, c)
		}
		x.About(statement)
		x.Item(statement, len(text)/2)
		x.Heading()
	})
}
