package undertaking

import (
	"strings"
	"testing"
)

// The words that decide stand in the text, and only a forecast leaves another
// reading open.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "will", "We will", "we will, ", "is set to", "plans", "my pledge", "are going to", "by us", "have it", "The goal is to", "\xff we will build \xff"} {
		f.Add(seed, "The bridge opens", "City council", "institution")
	}
	f.Fuzz(func(t *testing.T, quote, statement, name, kind string) {
		r := Read(quote, statement, Speaker{name, kind})
		if text := quote; text != "" && !strings.Contains(text, r.Words) {
			t.Fatalf("%q: words %q do not stand in it", text, r.Words)
		}
		if r.Or != "" && r.Type != Forecast {
			t.Fatalf("%q: %s or %s", quote, r.Type, r.Or)
		}
	})
}
