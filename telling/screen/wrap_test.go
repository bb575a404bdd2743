package screen

import (
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
)

func TestWrap(t *testing.T) {
	for s, want := range map[string]string{
		"the talks resume soon":             "the talks\nresume\nsoon",
		"see https://example.org/a/b now":   "see\nhttps://example.org/a/b\nnow",
		"日本銀行は六月に政策金利を引き上げる":                "日本銀行は\n六月に政策\n金利を引き\n上げる",
		"「六月に、上げる」と言う":                      "「六月に、\n上げる」と\n言う",
		"GDP成長率は5%に":                        "GDP成長率\nは5%に",
		"ジャンプする、とっても":                       "ジャンプす\nる、とって\nも",
		"עיריית ירושלים תפתח":               "עיריית\nירושלים\nתפתח",
		"e\u0301te\u0301 e\u0301te\u0301 1": "e\u0301te\u0301 e\u0301te\u0301 1",
		"":                                  "",
	} {
		got := Wrap(s, 10)
		if got != want {
			t.Errorf("Wrap(%q) = %q, want %q", s, got, want)
		}
		for _, line := range strings.Split(got, "\n") {
			if text.StringWidth(line) > 10 && !strings.Contains(line, "://") {
				t.Errorf("%q is wider than ten columns", line)
			}
		}
	}
}
