package claims

import (
	"strings"
	"testing"
)

// A text of ASCII is evened out as any other is.
func TestEvenASCII(t *testing.T) {
	for _, s := range []string{
		"", " ", "%", " % ", "a", " A  b\t\n\v\f\rC ", "Rates will rise by 5 % or 5  %.", "5 % %", "\x00 \x1f x\x7f", "It's \"NOT\" over - yet...", "% of it", "a\x00 %",
	} {
		want := evener.Replace(strings.Join(strings.Fields(Fold(s)), " "))
		if got := even(s); got != want {
			t.Errorf("%q becomes %q, want %q", s, got, want)
		}
		if _, is := evenASCII(s + "’"); is {
			t.Errorf("%q is taken for ASCII", s+"’")
		}
	}
}
