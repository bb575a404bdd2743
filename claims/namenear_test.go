package claims

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLookAlikes(t *testing.T) {
	for _, c := range []struct {
		why   string
		names []string
		want  [][]string
	}{
		{"an article", []string{"The Gazette", "Gazette", "The Herald"}, [][]string{{"The Gazette", "Gazette"}}},
		{"accents", []string{"Café du Port", "Cafe du Port"}, [][]string{{"Café du Port", "Cafe du Port"}}},
		{"stops and dashes", []string{"U.S. Treasury", "b", "US-Treasury", "us treasury"}, [][]string{{"U.S. Treasury", "US-Treasury", "us treasury"}}},
		{"widths", []string{"ＢＢＣ", "BBC"}, [][]string{{"ＢＢＣ", "BBC"}}},
		{"two groups, by their first", []string{"b!", "a", "A.", "b"}, [][]string{{"b!", "b"}, {"a", "A."}}},
		{"another word", []string{"Gazette", "Gazette Online", "Theatre", "atre"}, nil},
		{"nothing to compare", []string{"!!!", "???", "—"}, nil},
		{"other alphabets", []string{"日本", "日本。", "中国"}, [][]string{{"日本", "日本。"}}},
		{"vowel signs", []string{"की", "का"}, nil},
	} {
		if diff := cmp.Diff(c.want, LookAlikes(c.names)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestNear(t *testing.T) {
	known := []string{"The ministry", "Ministry of Health", "The gazette", "Evening News", "River Board"}
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"ministry", []string{"The ministry", "Ministry of Health"}},
		{"the minstry", []string{"The ministry"}},
		{"Evening Mews", []string{"Evening News"}},
		{"evening", []string{"Evening News"}},
		{"Gazete", []string{"The gazette"}},
		{"Harbour Office", nil},
		{"x", nil},
		{"", nil},
	} {
		if diff := cmp.Diff(c.want, Near(c.typed, known)); diff != "" {
			t.Errorf("Near(%q) (-want +got):\n%s", c.typed, diff)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "", 3}, {"kitten", "sitting", 3}, {"abc", "acb", 2}, {"é", "e", 1}} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestMisspelt(t *testing.T) {
	known := []string{"City council", "Ada Lovelace", "midterms 2022", "NATO", "The ministry", "Summit"}
	for typed, want := range map[string]string{"City counsil": "City council", "Ada Lovelcae": "Ada Lovelace", "midterms 2023": "", "NATA": "NATO",
		"EU": "", "Ministry": "The ministry", "Sumit": "Summit", "City": "", "Road council": ""} {
		got := ""
		if near := Misspelt(typed, known); len(near) > 0 {
			got = near[0]
		}
		if got != want {
			t.Errorf("Misspelt(%q) = %q, want %q", typed, got, want)
		}
	}
}
