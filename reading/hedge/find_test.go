package hedge

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// sample is a line of testdata/hedge/sentences.txt, whose head explains it.
type sample struct {
	line    int
	section string // of blind.txt, the batch
	want    string // words | p | root | polarity
	text    string
}

func samples(t testing.TB, file string) []sample {
	t.Helper()
	f, err := os.Open("../../testdata/hedge/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []sample
	section := ""
	in := bufio.NewScanner(f)
	for line := 1; in.Scan(); line++ {
		if name, ok := strings.CutPrefix(in.Text(), "# batch "); ok {
			section = name
		}
		if in.Text() == "" || in.Text()[0] == '#' {
			continue
		}
		at := strings.LastIndex(in.Text(), " | ")
		if at < 0 {
			t.Fatalf("%s:%d: no fields", file, line)
		}
		all = append(all, sample{line, section, in.Text()[:at], in.Text()[at+3:]})
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFindSentences(t *testing.T) {
	all := samples(t, "sentences.txt")
	if len(all) < 200 {
		t.Fatalf("%d sentences, want at least 200", len(all))
	}
	for _, s := range all {
		r := Builtin().Find(s.text)
		if got := written(r); got != s.want {
			t.Errorf("line %d: Find(%q)\n got %s\nwant %s", s.line, s.text, got, s.want)
		}
		if s.text[r.Start:r.End] == "" && r.Words != "" {
			t.Errorf("line %d: empty span for %q", s.line, r.Words)
		}
	}
}

// written writes a reading as the samples do.
func written(r Reading) string {
	words, p, root, polarity := r.Words, "-", r.Root, "+"
	if words == "" {
		words = "-"
	}
	if r.P != nil {
		p = strconv.FormatFloat(*r.P, 'g', 15, 64)
	}
	if root == "" {
		root = string(r.Kind)
	}
	switch {
	case r.WillNot && r.Negative:
		polarity = "both"
	case r.WillNot:
		polarity = "not"
	case r.Negative:
		polarity = "neg"
	}
	return strings.Join([]string{words, p, root, polarity}, " | ")
}
