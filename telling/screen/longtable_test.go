package screen

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// A list that is longer than rows wait for each other is written meanwhile, has
// its headers once, and its columns where they were; a cell that is wider than
// all before moves them from there on.
func TestALongTableIsWrittenMeanwhile(t *testing.T) {
	var out bytes.Buffer
	sc := &Screen{Out: &out, TTYOut: true, Width: 60}
	table := sc.longTable([]string{"id", "speaker", "statement"})
	for i := range most + 2 {
		speaker := "The ministry"
		if i == most+1 {
			speaker = "The ministry of health"
		}
		table.add([]string{fmt.Sprint(i % 10), speaker, "The ferry runs " + strings.Repeat("again ", 9)})
		if written := out.Len() > 0; written != (i >= most-1) {
			t.Fatalf("after %d rows: %d bytes", i+1, out.Len())
		}
	}
	table.end()
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != most+3 || strings.Count(out.String(), "statement") != 1 {
		t.Fatalf("%d lines, the last %q", len(lines), lines[len(lines)-1])
	}
	for i, want := range map[int]string{
		0:        "id  speaker       statement",
		1:        "0   The ministry  The ferry runs again again again again ag…",
		most:     "9   The ministry  The ferry runs again again again again ag…",
		most + 1: "0   The ministry            The ferry runs again again agai…",
	} {
		if lines[i] != want {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
}
