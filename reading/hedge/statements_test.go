package hedge

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// The head of statements.txt explains its lines.
func TestFindBesideStatements(t *testing.T) {
	f, err := os.Open("../../testdata/hedge/statements.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, n := bufio.NewScanner(f), 0
	for line := 1; in.Scan(); line++ {
		if in.Text() == "" || in.Text()[0] == '#' {
			continue
		}
		x := strings.Split(in.Text(), " | ")
		if len(x) != 6 {
			t.Fatalf("line %d: %d fields, want 6", line, len(x))
		}
		n++
		r := Builtin().FindFor(x[5], x[4])
		polarity, side := "+", r.Side
		if r.Words == "" {
			side = Yes // a bare assertion
		}
		if r.WillNot {
			polarity, side = "-", side.Opposite()
		}
		p := "-"
		if r.P != nil {
			p = strconv.FormatFloat(*r.P, 'g', 6, 64)
		}
		if x[0] != "?" && (x[0] == "-" != (r.Words == "") || x[0] != "-" && !strings.Contains(r.Words, x[0])) ||
			x[1] != "?" && x[1] != polarity || x[2] != string(side) || x[3] != "?" && x[3] != p {
			t.Errorf("line %d: %q for %q\n got %s | %s | %s | %s\nwant %s", line, x[5], x[4], r.Words, polarity, side, p, strings.Join(x[:4], " | "))
		}
	}
	if n < 100 {
		t.Fatalf("%d quotes, want at least 100", n)
	}
}
