package workbook

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
)

// FuzzScanner: where both our scanner and the library's accept a text, they
// see the same elements.
func FuzzScanner(f *testing.F) {
	for _, seed := range []string{
		`<a b="c>d"><e/>text &amp; <!-- x --><![CDATA[y]]></a>`, `<?xml version="1.0"?><x:a xmlns:x="u" x:b='1'/>`, "<a>\r\n</a> ", `<a b=c>`, `<!DOCTYPE a>`, `<a>&#x110000;</a>`, "\xef\xbb\xbf<a/>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var ours []string
		s := newScanner(strings.NewReader(text))
		for s.next() {
			if s.kind == start {
				ours = append(ours, s.name)
			}
		}
		if s.fault != nil {
			return
		}
		var theirs []string
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				return
			}
			if element, ok := token.(xml.StartElement); ok {
				theirs = append(theirs, element.Name.Local)
			}
		}
		if !slices.Equal(ours, theirs) {
			t.Errorf("%q: %q, and the library sees %q", text, ours, theirs)
		}
	})
}
