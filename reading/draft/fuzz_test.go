package draft

import (
	"math/rand/v2"
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
	for _, s := range []string{"", "\"", "“We will", "will", "X: will it?", "| 5 May | \n5 May | vote", "will will will will", "Mr. will. Will", strings.Repeat("said he would, ", 50), "\xff\xfe will open on 5 May", "5 May:", "he said \"", "NAME:\nNAME:",
		"By the editor\n\nI think it will open in May.", "Q. When?\n\nA. We will open it.\n\nA. ", "16:05 16:05 The mayor: it will open", "\"It will open,'' he said. ``It will''", "In \"May\", it will", "💬 The head of the port: it will", "Today: dry. It will rain.", "By then he would. In 1962 he said it would"} {
		f.Add(s)
	}
	r := reader(f)
	said := deadline.Said{On: day(f, "2025-08-06")}
	f.Fuzz(func(t *testing.T, text string) {
		check(t, text, r.Read(Article{Text: text, Said: said, Source: "Evening News"}))
		check(t, text, r.Read(Article{Text: text, Said: said, Source: "Port Authority", Author: "Columnist"}))
	})
}

// check holds drafts of a text to what every caller relies on.
func check(t *testing.T, text string, drafts []Draft) {
	t.Helper()
	for _, d := range drafts {
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
}

// TestMutations reads articles of the development set after somebody has cut and
// scribbled in them.
func TestMutations(t *testing.T) {
	r := reader(t)
	said := deadline.Said{On: day(t, "2025-08-06")}
	all := articles(t)
	rng := rand.New(rand.NewPCG(1, 10))
	bits := []string{"\"", "“", "”", "\n", "\n\n", ":", "|", " will ", " said ", ", ", ". ", "?", "’", "\t", "5 May", "'s ", " and ", "\xff", "(", "- ", "X: "}
	for k := 0; k < 300; k++ {
		b := []byte(all[rng.IntN(len(all))].text)
		for m := 0; m < 1+rng.IntN(30); m++ {
			i := rng.IntN(len(b) + 1)
			switch rng.IntN(3) {
			case 0:
				x := bits[rng.IntN(len(bits))]
				b = append(b[:i], append([]byte(x), b[i:]...)...)
			case 1:
				j := min(len(b), i+rng.IntN(40))
				b = append(b[:i], b[j:]...)
			case 2:
				if i < len(b) {
					b[i] = byte(rng.IntN(256))
				}
			}
		}
		check(t, string(b), r.Read(Article{Text: string(b), Said: said, Source: "Evening News"}))
	}
}

// A long article of one kind of thing costs no more than its length.
func TestLongArticles(t *testing.T) {
	r := reader(t)
	said := deadline.Said{On: day(t, "2025-08-06")}
	for _, part := range []string{"\"We will,\" he said. ", "will ", "said the minister, ", "The ministry said the bridge will open in May. ", "“", "5 May | vote\n", "NAME: we will\n\n", " will open by June ", "A, B, C and D of the E, said F, "} {
		text := strings.Repeat(part, 100_000/len(part))
		check(t, text, r.Read(Article{Text: text, Said: said, Source: "Evening News"}))
	}
}
