package report

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/claims"
	"tracker/clean"
)

// hostile are texts that want to be something else: a spreadsheet formula, a
// script, a link, a table cell, a terminal escape.
var hostile = []string{
	"=cmd|' /C calc'!A0", "+1", "-2", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", `a","b`, "a\r\nb",
	"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "</style><script>", "javascript:alert(1)", "data:text/html,<b>x</b>", "{{.}}", "<!--", "]]>",
	"[x](javascript:alert(1))", "![x](https://evil.example/y.png)", "a|b\\|c\n|d|", "`code`", "<https://evil.example>", "# heading", "**bold** ~~gone~~ &copy;",
	strings.Repeat("W", 10_000), "\u202eevil\u202c", "</title><script>", "\"/><script xlink:href=x>",
	"\x1b]52;c;x\x07", "\x1b[2J", "\u009b31m", "a\u202eb\u2066c", "\u2028next",
}

// spoiltBook puts s into every text of three claims that make a chain and end
// unclear, withdrawn and scored.
func spoiltBook(s string) []claims.Claim {
	list := []claims.Claim{book[11].claim(11), book[12].claim(12), book[13].claim(13), book[13].claim(14)}
	for i := range list {
		c := &list[i]
		c.Statement, c.Quote, c.Speaker, c.Event, c.Key = s, s, s, s, s
		c.Criterion, c.Condition, c.Tags, c.Disputed = s, s, []string{s}, s
		c.Hedge.Words, c.Hedge.Map, c.Window.Phrase, c.Window.Rule, c.Window.Rules = s, s, s, s, s
		c.Appearances = []claims.Appearance{{Source: s, URL: s, ArchiveURL: s}, {Source: s + "2", URL: "https://example.org/" + s}}
		c.Attribution = []claims.Link{{Entity: s + "3", Role: claims.Relay}}
		v := *c.Verdict
		v.Note, v.Evidence = s, []claims.Evidence{{URL: s}, {URL: "http://example.org/?q=" + s}, {File: s, SHA256: s}}
		c.Verdict = &v
	}
	list[2].Verdict.Outcome, list[2].Verdict.Reason = claims.Unclear, s
	list[3].Withdrawn = s
	return list
}

func spoilt(s string) Report {
	r := New(scored(spoiltBook(s), board.BySpeaker, standard), Options{Title: s, Filter: s})
	r.PolicySentence += s
	return r
}

func TestHostileCSV(t *testing.T) {
	for _, s := range hostile {
		text := mustWrite(t, spoilt(s), CSV)
		noControls(t, "csv", strings.NewReplacer("\t", "", "\r", "", "\n", "").Replace(text))
		rows := csvRows(t, strings.ReplaceAll(text, "\r\n", "\n"))
		if len(rows) != 4 {
			t.Fatalf("%q gives %d rows, want 4", s, len(rows))
		}
		for name, got := range rows[0] {
			if reFormula.MatchString(got) && !reNumber.MatchString(got) {
				t.Errorf("%q: column %s is %q, which a spreadsheet may run", s, name, got)
			}
		}
		kept := strings.ReplaceAll(s, "\r\n", "\n") // the reader of this test normalises them
		if got := clean.Uncell(rows[0]["speaker"]); got != kept && !strings.ContainsRune(got, '\uFFFD') {
			t.Errorf("speaker %q comes back as %q", s, got)
		}
	}
}

var (
	reFormula = regexp.MustCompile(`^(?:[\t\r\n]|[\s\p{Cf}]*[=+\-@＝＋－＠|%])`) // what spreadsheets run
	reNumber  = regexp.MustCompile(`^-?\d+$`)                                // days early
)

func TestHostileMarkdown(t *testing.T) {
	want := skeleton(mustWrite(t, spoilt("plain"), Markdown))
	for _, s := range hostile {
		text := mustWrite(t, spoilt(s), Markdown)
		noControls(t, "md", strings.ReplaceAll(text, "\n", ""))
		if diff := cmp.Diff(want, skeleton(text)); diff != "" {
			t.Errorf("%q changes the shape of the page (-plain +now):\n%s", s, diff)
		}
		bare := strings.NewReplacer(`\\`, "", `\<`, "", `\[`, "", `\]`, "", `\*`, "", "\\`", "", "<br>", "").Replace(text)
		for _, markup := range []string{"<", "![", "**", "`", "](javascript", "](data"} {
			if strings.Contains(bare, markup) {
				t.Errorf("%q leaves %q unescaped", s, markup)
			}
		}
	}
}

// No cell of a workbook runs: there is no formula but the links that we made,
// which lead to web addresses or into the workbook.
func TestHostileXLSX(t *testing.T) {
	reMade := regexp.MustCompile(`^HYPERLINK\("(#Claims!A\d+|https?://[^"]*)",("[^"]*"|\d+)\)$`)
	for _, s := range hostile {
		var b bytes.Buffer
		if err := spoilt(s).Write(&b, XLSX); err != nil {
			t.Fatalf("%.20q: %v", s, err)
		}
		noControls(t, "xlsx", strings.ReplaceAll(strings.ReplaceAll(readBack(t, b.Bytes()), "\n", ""), "\t", ""))
		made := formulas(t, b.Bytes())
		for _, f := range made {
			if !reMade.MatchString(f) {
				t.Errorf("%.20q: the formula %.80s", s, f)
			}
		}
		if len(made) < 4 {
			t.Errorf("%.20q: only %d links", s, len(made))
		}
	}
}

// formulas are all formulas in the sheets of a workbook.
func formulas(t *testing.T, book []byte) (list []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		if !strings.HasPrefix(part.Name, "xl/worksheets/sheet") {
			continue
		}
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		d, in := xml.NewDecoder(f), false
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				in = e.Name.Local == "f"
			case xml.CharData:
				if in {
					list = append(list, string(e))
				}
			case xml.EndElement:
				in = false
			}
		}
	}
	return list
}

// skeleton is the number of cells of each line of a Markdown text.
func skeleton(text string) []int {
	var out []int
	for _, l := range strings.Split(text, "\n") {
		out = append(out, strings.Count(strings.NewReplacer(`\\`, "", `\|`, "").Replace(l), "|"))
	}
	return out
}

func TestHostileJSON(t *testing.T) {
	for _, s := range hostile {
		r := spoilt(s)
		text := mustWrite(t, r, JSON)
		noControls(t, "json", strings.ReplaceAll(text, "\n", ""))
		var got struct {
			Title  string `json:"title"`
			Claims []struct {
				Quote   string        `json:"quote"`
				Hedge   claims.Hedge  `json:"hedge"`
				Window  claims.Window `json:"window"`
				Verdict Verdict       `json:"verdict"`
			} `json:"claims"`
		}
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		c := got.Claims[0]
		if diff := cmp.Diff([]string{s, s, s, s, s}, []string{got.Title, c.Quote, c.Hedge.Words, c.Window.Phrase, c.Verdict.Note}); diff != "" {
			t.Error(diff)
		}
	}
}

func TestHostileHTML(t *testing.T) {
	want := elements(t, mustWrite(t, spoilt("plain"), HTML))
	if len(want) < 80 {
		t.Fatalf("only %d elements seen", len(want))
	}
	for _, s := range hostile {
		text := mustWrite(t, spoilt(s), HTML)
		noControls(t, "html", strings.ReplaceAll(text, "\n", ""))
		if diff := cmp.Diff(want, elements(t, text)); diff != "" {
			t.Errorf("%q changes the elements of the page (-plain +now):\n%s", s, diff)
		}
		if !strings.Contains(text, `http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;`) {
			t.Error("no content security policy")
		}
	}
}

// A chart that stands alone is well-formed, leads nowhere and runs nothing,
// whatever the names in it are.
func TestHostileCharts(t *testing.T) {
	drawn := 0
	for _, s := range hostile {
		r := spoilt(s)
		for _, name := range ChartNames {
			c := r.Chart(name)
			if c.Empty() {
				continue
			}
			drawn++
			text := string(c.File(r.ChartSource()))
			noControls(t, name, strings.ReplaceAll(text, "\n", ""))
			if len(text) > 200_000 {
				t.Errorf("%s of %.20q has %d bytes", name, s, len(text))
			}
			d := xml.NewDecoder(strings.NewReader(text))
			for {
				token, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s of %.20q: %v", name, s, err)
				}
				e, ok := token.(xml.StartElement)
				if ok && !slices.Contains([]string{"svg", "title", "desc", "style", "rect", "text", "path", "circle", "g"}, e.Name.Local) {
					t.Errorf("%s of %.20q has an element %s", name, s, e.Name.Local)
				}
			}
		}
	}
	if drawn < 2*len(hostile) {
		t.Errorf("only %d charts drawn", drawn)
	}
}

// TestPolicyAllowsTheStyle holds the hash of the policy against the style as
// it stands in the page.
func TestPolicyAllowsTheStyle(t *testing.T) {
	page := mustWrite(t, spoilt("plain"), HTML)
	_, style, _ := strings.Cut(page, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(html.UnescapeString(page), want) {
		t.Errorf("the policy does not allow %s", want)
	}
	_, script, _ := strings.Cut(page, "<script>")
	script, _, _ = strings.Cut(script, "</script>")
	sum = sha256.Sum256([]byte(script))
	if want := "script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(html.UnescapeString(page), want) {
		t.Errorf("the policy does not allow %s", want)
	}
}

// elements lists the elements of a page with the names of their attributes,
// and checks that every address is a web address or an anchor. Lines of cells
// are left out: what is no web address is a line more and a link less.
func elements(t *testing.T, page string) []string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var out []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		name := e.Name.Local
		for _, a := range e.Attr {
			name += " " + a.Name.Local
			if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "https://") && !strings.HasPrefix(a.Value, "http://") && !strings.HasPrefix(a.Value, "#") {
				t.Errorf("address %q", a.Value)
			}
			if slices.Contains([]string{"src", "style"}, a.Name.Local) || strings.HasPrefix(a.Name.Local, "on") {
				t.Errorf("attribute %s", a.Name.Local)
			}
		}
		if !slices.Contains([]string{"div", "div class", "a href rel dir", "a href rel dir class"}, name) {
			out = append(out, name)
		}
	}
}

// noControls finds characters that act on a terminal.
func noControls(t *testing.T, where, text string) {
	t.Helper()
	if i := strings.IndexFunc(text, func(r rune) bool { return clean.Harmful(string(r)) }); i >= 0 {
		t.Errorf("%s holds a control: %q", where, text[max(0, i-20):min(len(text), i+20)])
	}
}

func TestWebURL(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a?b=1&c=2":         "https://example.org/a?b=1&c=2",
		"https://example.org/a(b)|c d":          "https://example.org/a%28b%29%7Cc%20d",
		"https://example.org/?q=<x>\"'`\\[y]":   "https://example.org/?q=%3Cx%3E%22%27%60%5C%5By%5D",
		"https://example.org/caf\u00e9":         "https://example.org/caf%C3%A9",
		"https://example.org/%41":               "https://example.org/%41",
		"javascript:alert(1)":                   "",
		"JavaScript://example.org/%0aalert(1)":  "",
		"data:text/html,x":                      "",
		"//example.org/x":                       "",
		"/x":                                    "",
		"https://":                              "",
		"https://user:secret@example.org/":      "",
		"https://example.org/\r\nSet-Cookie: x": "",
		" https://example.org/":                 "",
		"ftp://example.org/":                    "",
	} {
		if got := webURL(in); got != want {
			t.Errorf("webURL(%q) = %q, want %q", in, got, want)
		}
	}
}
