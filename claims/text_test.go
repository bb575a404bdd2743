package claims

import (
	"strings"
	"testing"
)

func TestText(t *testing.T) {
	for s, words := range map[string]string{
		strings.Repeat("x", MaxName+1):       "257 bytes is too long",
		strings.Repeat("é", MaxName/2) + "x": "257 bytes is too long",
		"ab\xffcd":                           "invalid UTF-8 at byte 2",
		"é\xc3":                              "invalid UTF-8 at byte 2",
		"\xed\xa0\x80":                       "invalid UTF-8 at byte 0", // half a surrogate pair
		"ab\x00":                             "NUL at byte 2",
	} {
		refusal(t, Text("speaker", s, MaxName), "speaker", words)
	}
	for _, s := range []string{"", strings.Repeat("x", MaxName), "日本語 🙂 \x1b[2J \u202e", "\ufffd"} {
		if err := Text("speaker", s, MaxName); err != nil {
			t.Errorf("%q is refused: %v", s, err)
		}
	}
}

func TestBlank(t *testing.T) {
	for s, want := range map[string]bool{"": true, " \t\n": true, "\u200b\u2060\ufeff": true, "\u0301": true, "\u00a0\u3000": true,
		"x": false, " 日 ": false, "-": false, "🙂": false} {
		if got := Blank(s); got != want {
			t.Errorf("Blank(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestName(t *testing.T) {
	for in, want := range map[string]string{"  The   ministry ": "The ministry", "Rene\u0301": "Ren\u00e9", "a\tb\nc": "a b c"} {
		if got := Name(in); got != want {
			t.Errorf("Name(%q) = %q, want %q", in, got, want)
		}
	}
	for _, pair := range [][2]string{{"René", "RENE\u0301"}, {"The Ministry", "the ministry"}, {"ΣΟΦΟΣ", "σοφος"}} {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%q and %q are two names", pair[0], pair[1])
		}
	}
	if Fold("René") == Fold("Rene") {
		t.Error("an accent is lost")
	}
}

func TestCheckURL(t *testing.T) {
	for _, good := range []string{"", "https://example.org/1?a=b#c", "http://example.org"} {
		if err := checkURL("url", good); err != nil {
			t.Errorf("%q is refused: %v", good, err)
		}
	}
	for _, bad := range []string{"example.org", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "https://user:secret@example.org/",
		"http://x\r\nHost: y", "https://example.org/\x00"} {
		err := checkURL("url", bad)
		if err == nil {
			t.Errorf("%q is accepted", bad)
		} else if strings.Contains(err.Error(), "secret") {
			t.Errorf("%q is echoed with its password: %v", bad, err)
		}
	}
}
