package draft

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tracker/reading/deadline"
)

// Whatever is read, spans lie inside the article, quotes stand in it verbatim
// and nobody is left without a name.
func FuzzRead(f *testing.F) {
	all := articles(f)
	for i := range all {
		f.Add(all[i].text)
	}
	for _, s := range []string{"", "\"", "“We will", "will", "X: will it?", "| 5 May | \n5 May | vote", "will will will will", "Mr. will. Will", strings.Repeat("said he would, ", 50), "\xff\xfe will open on 5 May", "5 May:", "he said \"", "NAME:\nNAME:"} {
		f.Add(s)
	}
	r := reader(f)
	said := deadline.Said{On: day(f, "2025-08-06")}
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range r.Read(Article{Text: text, Said: said, Source: "Evening News"}) {
			if d.Span.Start < d.Within.Start && !strings.Contains("$€£¥", text[d.Span.Start:d.Within.Start]) || d.Span.End > len(text) || d.Within.End > len(text) || d.Span.Start >= d.Span.End || d.Span.Start < 0 {
				t.Fatalf("spans %v in %v of %d bytes", d.Span, d.Within, len(text))
			}
			if text[d.Span.Start:d.Span.End] != d.Quote {
				t.Fatalf("the quote is %q, and %q stands there", d.Quote, text[d.Span.Start:d.Span.End])
			}
			if d.Speaker == "" || d.Statement == "" || len(d.Why) < 2 || d.Score < 0 || d.Score > 1 {
				t.Fatalf("left out: %+v", d)
			}
			if utf8.ValidString(text) && !utf8.ValidString(d.Statement+d.Quote+d.Sentence+d.Speaker) {
				t.Fatalf("a character is cut: %+v", d)
			}
			if w := d.Window; w.Latest != 0 && w.Latest < d.Said {
				t.Fatalf("the window ends before it was said: %+v", w)
			}
		}
	})
}
