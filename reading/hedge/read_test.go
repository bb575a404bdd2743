package hedge

import (
	"fmt"
	"strings"
	"testing"
)

func TestReadWords(t *testing.T) {
	all := samples(t, "readings.txt")
	if len(all) < 90 {
		t.Fatalf("%d readings, want at least 90", len(all))
	}
	for _, s := range all {
		r := Builtin().Read(s.text)
		if got := numbers(r); got != s.want {
			t.Errorf("line %d: Read(%q)\n got %s\nwant %s", s.line, s.text, got, s.want)
		}
		if r.Words != s.text || r.WillNot || r.Source == "" {
			t.Errorf("line %d: Read(%q) = words %q, will-not %v, source %q", s.line, s.text, r.Words, r.WillNot, r.Source)
		}
	}
}

// numbers writes a reading as readings.txt does.
func numbers(r Reading) string {
	p, root, polarity := "-", "-", "+"
	if r.P != nil {
		p = fmt.Sprintf("%.15g %.15g %.15g", *r.P, *r.Low, *r.High)
	}
	if r.Root != "" {
		root = r.Root
	}
	if r.Negative {
		polarity = "neg"
	}
	return strings.Join([]string{p, string(r.Kind), root, polarity}, " | ")
}

// A derived reading says by which rule it comes from which entry.
func TestSourceNamesRootAndRule(t *testing.T) {
	for words, want := range map[string][]string{
		"likely":         {"CAPphrase 2026"},
		"not likely":     {"1 − ", "“likely” 0.729", "CAPphrase 2026"},
		"perhaps":        {"“perhaps” taken as ", "“maybe” 0.438", "Mauboussin 2018"},
		"very probable":  {"halves", "“probable” 0.717"},
		"fairly certain": {"a quarter of the way", "“certain” 0.97", "ASSUMED"},
		"3-to-1 odds":    {"for or against unsaid", "bookmakers"},
		"at least 70%":   {"lower bound"},
		"not certain":    {"“certain”", "nobody has put a number on it"},
		"cannot":         {"denies without saying how surely"},
		"less likely":    {"compares"},
		"bananas":        {"tracker-2026.3"},
	} {
		got := Builtin().Read(words).Source
		for _, part := range want {
			if !strings.Contains(got, part) {
				t.Errorf("Read(%q).Source = %q, want %q in it", words, got, part)
			}
		}
	}
}
