package report

import (
	"html/template"
	"strings"
	"testing"
)

// uneven are texts that are not the same on a page as they came.
var uneven = []string{"", " ", "  ", "a", " a", "a ", " a  b ", "a\n\tb", "a\u00a0 \u2028b\u3000", "“Ünïcode” 日本", "<b>&amp;'\"+", "a\x00b\x1b[2J\x7f", "\u202eback\u2066", "bad \xff\xfe byte", "\ufffd", "\xc3",
	"\u0085x\u200bx", "tail \xe2\x80"}

// writes is what a function writes.
func writes(write func(*Markup)) string {
	var m Markup
	write(&m)
	return string(m.Bytes())
}

// A text is written as html/template escapes what oneLine and spaced make of it.
func TestTextIsWrittenAsTemplatesEscapeIt(t *testing.T) {
	escaped := template.Must(template.New("").Parse("{{.}}"))
	for _, s := range uneven {
		for _, x := range []struct {
			name, got, want string
		}{
			{"text", writes(func(m *Markup) { m.text(s) }), oneLine(s)},
			{"spaced", writes(func(m *Markup) { m.spaced(s) }), spaced(s)},
			{"text behind others", strings.TrimPrefix(writes(func(m *Markup) { m.Raw("<p>", s) }), "<p>"), oneLine(s)},
		} {
			var want strings.Builder
			if err := escaped.Execute(&want, x.want); err != nil {
				t.Fatal(err)
			}
			if x.got != want.String() {
				t.Errorf("%s of %q is %q, want %q", x.name, s, x.got, want.String())
			}
		}
	}
}

// What is written where there is room takes no memory: a site does so a hundred
// times a page.
func TestWritingTakesNoMemoryWhereThereIsRoom(t *testing.T) {
	var m Markup
	if n := testing.AllocsPerRun(100, func() {
		m.Empty()
		for _, s := range uneven {
			m.Raw("<p>", s, "</p>")
			m.spaced(s)
			m.Ours("<p>", "</p>")
		}
	}); n != 0 {
		t.Errorf("%v pieces of memory for texts", n)
	}
	var w Writing
	document := map[string][]string{"list": {"“Quoted”", "plain"}}
	used := testing.AllocsPerRun(100, func() { _, _ = w.Document(document, 2) })
	if unused := testing.AllocsPerRun(100, func() { _, _ = Document(document, 2) }); used+2 > unused {
		t.Errorf("a document takes %v pieces of memory in room that was used before, %v in none", used, unused)
	}
}
