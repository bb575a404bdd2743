package hedge

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func FuzzRead(f *testing.F) { fuzz(f, "readings.txt", Builtin().Read) }

func FuzzFind(f *testing.F) { fuzz(f, "sentences.txt", Builtin().Find) }

// fuzz holds a reader to what Reading promises, on any text.
func fuzz(f *testing.F, seeds string, read func(string) Reading) {
	for _, s := range samples(f, seeds) {
		f.Add(s.text)
	}
	f.Add("a\u2019t won\u2019 \xff% 1/0 0 in 0 1e999999% \u00a0-5-5-5–")
	f.Fuzz(func(t *testing.T, text string) {
		r := read(text)
		if diff := cmp.Diff(r, read(text)); diff != "" {
			t.Fatalf("two readings of %q differ:\n%s", text, diff)
		}
		checkNumbers(t, text, r)
		if r.Start < 0 || r.Start > r.End || r.End > len(text) {
			t.Fatalf("%q: span %d to %d", text, r.Start, r.End)
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[r.Start:r.End]+r.Words) {
			t.Fatalf("%q: span %d to %d or words %q split a character", text, r.Start, r.End, r.Words)
		}
		if r.Negative && r.WillNot {
			t.Fatalf("%q is denied twice: %+v", text, r)
		}
	})
}

func checkNumbers(t *testing.T, text string, r Reading) {
	t.Helper()
	if r.Kind == None {
		if r.P != nil || r.Low != nil || r.High != nil {
			t.Fatalf("%q: numbers of kind none", text)
		}
		return
	}
	if r.P == nil || r.Low == nil || r.High == nil {
		t.Fatalf("%q: kind %s without numbers", text, r.Kind)
	}
	if !(0 <= *r.Low && *r.Low <= *r.P && *r.P <= *r.High && *r.High <= 1) {
		t.Fatalf("%q: %v in [%v, %v]", text, *r.P, *r.Low, *r.High)
	}
}
