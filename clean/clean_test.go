package clean

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"plain, ünïcode, 日本": "plain, ünïcode, 日本",
		"\x1b]52;c;x\x07":    "\uFFFD]52;c;x\uFFFD",
		"a\rb\bc":            "a\uFFFDb\uFFFDc",
		"\u009b31m":          "\uFFFD31m",
		"x\u202ey\u2066z":    "x\uFFFDy\uFFFDz",
		"two\nlines":         "two\uFFFDlines",
		"bad \xff byte":      "bad \uFFFD byte",
		"zero\u200bwidth ok": "zero\u200bwidth ok",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCellRoundTrip(t *testing.T) {
	for _, s := range []string{"=cmd|' /C calc'!A0", "+1", "-2", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "''+1",
		"\u200b=1", "\x01=1", "\x08=1", "\x1b=1", "\u034f=1", "\u3164=1", "\u2800=1", "\u0301=1", "﹢1", "﹣1", "﹤1", "﹥1", "﹦1", "⁼1", "₊1", "−1", "％1", "｜1", "|x", "%x", "plain", "'quoted'", "", "a=b", "'"} {
		cell := Cell(s)
		if formula(cell) {
			t.Errorf("Cell(%q) = %q is still a formula", s, cell)
		}
		if got := Uncell(cell); got != s {
			t.Errorf("Uncell(Cell(%q)) = %q", s, got)
		}
	}
	for _, s := range []string{"plain", "'quoted'", "a=b"} {
		if Cell(s) != s {
			t.Errorf("Cell(%q) = %q, want it untouched", s, Cell(s))
		}
	}
}

// Every character that Unicode counts as a form of what starts a formula is
// one.
func TestFormsOfFormulaStarters(t *testing.T) {
	forms := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if form := norm.NFKC.String(string(r)); strings.ContainsAny(form[:1], "=+-@|%") && utf8.ValidRune(r) {
			forms++
			if !formula(string(r) + "1") {
				t.Errorf("%U, a form of %q, starts no formula", r, form)
			}
		}
	}
	if forms < 15 {
		t.Errorf("%d forms: nothing was tested", forms)
	}
}

func TestJSON(t *testing.T) {
	for in, want := range map[string]string{
		"{\"a\":\"plain\"}\n":               "{\"a\":\"plain\"}\n",
		"{\"a\":\"ünïcode 🙂\"}\n":           "{\"a\":\"ünïcode 🙂\"}\n",
		"{\"a\":\"\u009b31m\u202e\x7f\"}\n": `{"a":"\u009b31m\u202e\u007f"}` + "\n",
	} {
		if got := string(JSON([]byte(in))); got != want {
			t.Errorf("JSON(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzCell(f *testing.F) {
	f.Add("'=1")
	f.Fuzz(func(t *testing.T, s string) {
		if got := Uncell(Cell(s)); got != s {
			t.Errorf("Uncell(Cell(%q)) = %q", s, got)
		}
	})
}

func TestMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"[x](javascript:1)": `\[x\](javascript:1)`,
		"a|b\nc":            `a\|b c`,
		"<script>":          `\<script\>`,
	} {
		if got := Markdown(in); got != want {
			t.Errorf("Markdown(%q) = %q, want %q", in, got, want)
		}
	}
}
