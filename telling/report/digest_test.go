package report

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
	"tracker/claims"
)

// asked are the claims of ownWords as a digest has them.
func asked(list []claims.Claim) (out []Asked) {
	for i, c := range list {
		out = append(out, Asked{View: c.View(0), Ahead: i%5 == 4})
	}
	return out
}

func textOf(d Digest) string {
	var b strings.Builder
	d.Write(&b)
	return b.String()
}

func TestDigestSubject(t *testing.T) {
	for want, d := range map[string]Digest{
		"4 claims wait for a verdict; 1 is new today":                               {Waiting: 4, New: 1},
		"1 claim waits for a verdict; 1 is new today":                               {Waiting: 1, New: 1},
		"2 claims wait for a verdict; 2 are new today":                              {Waiting: 2, New: 2},
		"1 claim waits for a verdict; none is new today":                            {Waiting: 1},
		"no claim waits for a verdict; 1 window is about to close":                  {Asked: []Asked{{Ahead: true}}},
		"3 claims wait for a verdict; 1 is new today; 2 windows are about to close": {Waiting: 3, New: 1, Asked: []Asked{{Ahead: true}, {}, {Ahead: true}}},
	} {
		if got := d.Subject(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The digest says as many claims as wait, and of those it does not name that
// there are more.
func TestDigestGolden(t *testing.T) {
	d := Digest{Asked: asked(ownWords()[20:]), Waiting: 30, New: 2, Today: calendar.Date(2025, 8, 18), Zone: "Europe/London"}
	path := filepath.Join("..", "..", "testdata", "report", "digest.txt")
	if *update {
		if err := os.WriteFile(path, []byte(textOf(d)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), textOf(d)); diff != "" {
		t.Errorf("-golden +now\n%s", diff)
	}
}

// Nobody is quoted who did not say it, in a mail either, and both parts say
// the same.
func TestDigestQuotesAndParts(t *testing.T) {
	quoted := 0
	for _, c := range ownWords() {
		d := Digest{Asked: asked([]claims.Claim{c}), Waiting: 1, New: 1, Today: calendar.Date(2025, 8, 18), Zone: "UTC"}
		page, err := d.HTML()
		if err != nil {
			t.Fatal(err)
		}
		words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		plain := words(textOf(d))
		shown := words(html.UnescapeString(regexp.MustCompile(`(?s)<title>.*?</title>|<[^>]*>`).ReplaceAllString(page, " ")))
		if plain != shown {
			t.Errorf("plain %q\nHTML  %q", plain, shown)
		}
		for line := range strings.SplitSeq(textOf(d), "\n") {
			for _, part := range quotedParts(t, line) {
				if quoted++; !claims.Quoted(c.Quote, part) {
					t.Errorf("%q stands in quotation marks and was not said: %s", part, line)
				}
			}
		}
	}
	if quoted < 10 {
		t.Errorf("only %d quotations", quoted)
	}
}

// Whatever a claim says, a digest of it has the same lines, and its page runs
// and fetches nothing.
func TestDigestIsHarmless(t *testing.T) {
	c := ownWords()[20]
	lines := func(c claims.Claim) (string, int) {
		d := Digest{Asked: asked([]claims.Claim{c}), Waiting: 1, Today: calendar.Date(2025, 8, 18), Zone: "UTC"}
		page, err := d.HTML()
		if err != nil {
			t.Fatal(err)
		}
		return textOf(d) + page, strings.Count(textOf(d), "\n")
	}
	c.Criterion, c.Appearances = "seen", []claims.Appearance{{Source: "The gazette", URL: "https://example.org/"}}
	_, want := lines(c)
	for _, evil := range []string{"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a\r\nb\nc\x1b[2J", "\u202Eabc", "</p></body>"} {
		c.Statement, c.Speaker, c.Criterion, c.Quote, c.Window.Phrase = evil, evil, evil, evil, evil
		c.Appearances = []claims.Appearance{{Source: evil, URL: "javascript:alert(1)"}}
		text, n := lines(c)
		if n != want {
			t.Errorf("%q: %d lines, want %d:\n%s", evil, n, want, text)
		}
		_, page, _ := strings.Cut(text, "<!DOCTYPE")
		if strings.ContainsAny(text, "\x1b\r\u202E") || strings.Contains(page, evil) || strings.Contains(page, `href="javascript`) || strings.Contains(page, "<img") {
			t.Errorf("%q: %s", evil, text)
		}
	}
}
