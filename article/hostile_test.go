package article

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tracker/reading/clause"
)

const sentence = "The talks will resume by 15 August, the foreign ministry said on Wednesday after a long meeting."

// hostile are files that try to cost time or memory, or to hide something.
// Each holds the sentence, and it is found.
func hostile() map[string]string {
	p := "<p>" + sentence + "</p>"
	return map[string]string{
		"nested":       "<html>" + strings.Repeat("<div>", 100_000) + p,
		"nested, half": "<html>" + strings.Repeat("<div>", 100_000) + strings.Repeat("</p></span></table>", 100_000) + p,
		"mis-nested":   "<html>" + strings.Repeat("<b><a>", 20_000) + p,
		"lists":        "<html>" + strings.Repeat("<ul><li><p>", 50_000) + p + strings.Repeat("</li>", 200_000),
		"attribute":    `<html><div title="` + strings.Repeat("x", 5<<20) + `">` + p + "</div>",
		"attributes":   "<html><div " + strings.Repeat(`a="b" `, 300_000) + ">" + p + "</div>",
		"names":        "<html><div " + strings.Repeat(`abcdefgh0 `, 100_000) + ">" + p + "</div>",
		"unclosed":     "<html><p>" + sentence + `<a href="` + strings.Repeat("y", 1<<20),
		"comment":      "<html>" + p + "<!--" + strings.Repeat("-", 1<<20),
		"entities":     "<html>" + p + "<p>" + strings.Repeat("&amp;", 1<<18) + "&" + strings.Repeat("a", 1<<18),
		"cells":        "<html>" + p + "<table>" + strings.Repeat("<td>a", 200_000),
		"blocks":       "<html>" + strings.Repeat("<div>", 3_000) + strings.Repeat("<p>word", 100_000) + "<h1>" + p,
		"headings":     "<html>" + p + strings.Repeat("<h1>a</h1>", 50_000),
		"NUL":          "<html><p>" + strings.ReplaceAll(sentence, " ", " \x00") + "</p>",
		"JSON-LD":      `<html><script type="application/ld+json">` + strings.Repeat(`{"@graph":[`, 200_000) + `</script>` + p,
		"times":        "<html><article>" + strings.Repeat(`<time datetime="2025-01-01">`, 100_000) + p,
		"refresh":      `<html><meta http-equiv="refresh" content="0;url=http://127.0.0.1/">` + p,
		"UTF-7":        `<html><meta charset="utf-7">` + p + "<p>+ADw-script+AD4- caf\xe9</p>",
		"UTF-16":       `<html><meta charset="utf-16">` + p,
		"lies":         `<html><meta charset="shift_jis">` + p + "<p>caf\u00e9</p>",
		"mail":         "From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + strings.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 50_000) + "--b\n\n" + sentence + "\n",
		"heads":        "From: a\nMIME-Version: 1.0\n" + strings.Repeat("X: y\n z\n", 200_000) + "\n" + sentence + "\n",
		"base64":       "From: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + strings.Repeat("=\n", 200_000),
		"quoted":       "From: a\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\n" + sentence + strings.Repeat("=41=\n", 200_000),
		"marks":        "---\ntitle: x\n---\n" + sentence + "\n" + strings.Repeat("[", 50_000) + strings.Repeat("*a", 50_000),
		"encoded":      "<html>" + p + "<p>" + strings.Repeat("\xe9\xe8", 1<<19),
	}
}

// No file costs more than some times what a plain page of its length does.
func TestHostileFiles(t *testing.T) {
	length, spent := 0, time.Duration(0)
	for name, file := range hostile() {
		a, took, taken, err := cost(name, file)
		length, spent = length+len(file), spent+took
		if taken > len(file)*60+100<<20 {
			t.Errorf("%s: %d MB for %d bytes", name, taken>>20, len(file))
		}
		t.Logf("%-14s %8s %4d MB", name, took.Round(time.Millisecond), taken>>20)
		switch name {
		case "base64", "mail": // nothing in it, or too many parts before it
			if err == nil {
				t.Errorf("%s: read as %d bytes", name, len(a.Text))
			}
			continue
		}
		if err != nil || !strings.Contains(strings.Join(strings.Fields(a.Text), " "), sentence) {
			t.Errorf("%s: %v; the sentence is not in %d bytes of text", name, err, len(a.Text))
		}
		if name == "refresh" && a.URL.Value != "" {
			t.Errorf("an address out of a refresh: %v", a.URL)
		}
	}
	plain := "<html>" + strings.Repeat("<p>"+sentence+"</p>", length/(len(sentence)+7)/4) // the largest file there may be is 16 MB
	if _, took, _, err := cost("plain", plain); err != nil || spent > 4*took*60 {
		t.Errorf("%d bytes in %v, a quarter of them in plain paragraphs in %v (%v)", length, spent, took, err)
	}
}

// cost reads a file, and tells how long it took and how much memory.
func cost(name, file string) (Article, time.Duration, int, error) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	a, err := Read(name, []byte(file))
	took := time.Since(began)
	runtime.ReadMemStats(&after)
	return a, took, int(after.TotalAlloc - before.TotalAlloc), err
}

func TestLongFilesAreRefused(t *testing.T) {
	if _, err := Read("a.txt", make([]byte, Max+1)); err == nil {
		t.Error("taken")
	}
}

// Every word stands in the file where its span says.
func TestSpansAreOfTheFile(t *testing.T) {
	words := regexp.MustCompile(`[A-Za-z0-9]{3,}`)
	for _, name := range []string{"agency.html", "paper_divs.html", "blog.html", "old_table.html", "saved.mhtml", "release.eml", "briefing.md", "cards.html"} {
		a, file := read(t, name)
		l, n := layer{a.Text, a.Pieces}, 0
		for _, at := range words.FindAllStringIndex(a.Text, -1) {
			n++
			s := l.file(clause.Span{Start: at[0], End: at[1]})
			in, word := file[s.Start:s.End], a.Text[at[0]:at[1]]
			if name == "release.eml" {
				text, _ := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(in), ""))
				in = string(text)
			} else if in = strings.ReplaceAll(in, "=\n", ""); len(in) > len(word)+2 {
				t.Errorf("%s: %q is %q", name, word, in)
			}
			if !strings.Contains(in, word) {
				t.Errorf("%s: %q stands in %q", name, word, in)
			}
		}
		if n < 20 {
			t.Errorf("%s: %d words", name, n)
		}
	}
}

func FuzzRead(f *testing.F) {
	n := 0
	for _, file := range hostile() {
		f.Add("a.html", []byte(file[:min(len(file), 400)]))
		n++
	}
	for _, name := range []string{"a.html", "a.eml", "a.md", "a.txt"} {
		f.Add(name, []byte("From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<p>caf=C3=A9 &eacute;<table><td>a<td>b</table>\n--x--"))
		f.Add(name, []byte("\xff\xfeT\x00h\x00e\x00 \x00e\x00n\x00d\x00"))
		f.Add(name, []byte("---\ndate: 2025-01-01\n---\n**a** [b](c) `d` \\* ![e](f)"))
		n += 3
	}
	if n < 30 {
		f.Fatalf("%d seeds", n)
	}
	f.Fuzz(func(t *testing.T, name string, file []byte) {
		a, err := Read(name, file)
		if err != nil {
			return
		}
		if !utf8.ValidString(a.Text) && utf8.Valid(file) {
			t.Errorf("the text of a file in UTF-8 is none")
		}
		l, last := layer{a.Text, a.Pieces}, 0
		for _, p := range a.Pieces {
			if p.Text.Start < last || p.Text.End <= p.Text.Start || p.Text.End > len(a.Text) || p.File.Start < 0 || p.File.End > len(file) || p.File.End < p.File.Start {
				t.Fatalf("piece %+v of %d bytes of %d", p, len(a.Text), len(file))
			}
			last = p.Text.End
		}
		for at := 0; at < len(a.Text); at += 1 + len(a.Text)/20 {
			s := l.file(clause.Span{Start: at, End: min(at+5, len(a.Text))})
			if s.Start < 0 || s.End > len(file) || s.End < s.Start {
				t.Fatalf("%d of %s is %+v of %d", at, fmt.Sprintf("%q", a.Text), s, len(file))
			}
		}
	})
}
