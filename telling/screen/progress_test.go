package screen

import (
	"strings"
	"testing"
)

// A line of progress is never wider than the terminal is by then: one that
// breaks could not be written over.
func TestProgressFitsTheTerminal(t *testing.T) {
	for _, tt := range []struct {
		width int
		want  string
	}{{80, "taking back changes: 1000 of 20000 (5 %)"}, {40, "taking back changes: 1000 of 20000 (5 %"}, {10, "taking ba"}, {1, ""}} {
		var out strings.Builder
		p := (&Screen{Err: &out, TTYErr: true, widthErr: func() int { return tt.width }}).Progress(-1, "taking back changes")
		p.Of(1000, 20000)
		p.Done()
		if want := clearLine + tt.want + clearLine; out.String() != want {
			t.Errorf("%d columns: %q, want %q", tt.width, out.String(), want)
		}
	}
}

// Who is no terminal, or one that cannot write over a line, is shown none.
func TestProgressIsForTerminals(t *testing.T) {
	var out strings.Builder
	for _, sc := range []*Screen{{Err: &out, widthErr: widthErr}, {Err: &out, TTYErr: true}} {
		p := sc.Progress(10, "reading claims")
		p.Set(5)
		p.Done()
	}
	if out.Len() > 0 {
		t.Errorf("%q", out.String())
	}
}

// Progress and output share the last line of a terminal: neither writes over
// the other, and a sentence has a line of its own.
func TestProgressAndOutputShareALine(t *testing.T) {
	var out strings.Builder
	sc := &Screen{In: strings.NewReader(""), Out: &out, Err: &out, TTYErr: true, TTYOut: true, widthErr: func() int { return 80 }}
	sc.Until(t.Context())
	p := sc.Progress(-1, "looking through claims")
	p.Set(1000)
	sc.Printf("a row\n")
	p.At("reading claims", 2000, -1)
	sc.Printf("half a r")
	p.At("comparing claims", 3000, -1)
	sc.Sayf("interrupted")
	p.At("writing claims", 4000, -1)
	sc.Clear()
	want := clearLine + "looking through claims: 1000" + clearLine + "a row\n" + clearLine + "reading claims: 2000" + clearLine +
		"half a r\ntracker: interrupted\n" + clearLine + "writing claims: 4000" + clearLine
	if out.String() != want {
		t.Errorf("%q\nwant\n%q", out.String(), want)
	}
}
