package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"tracker/clean"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed page.css
	pageCSS string
)

// pageTemplate draws a page; a test executes it. It is parsed when the first
// page is drawn, because every other command would wait for it too.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Funcs(template.FuncMap{"line": oneLine, "mark": mark}).Parse(pageHTML))
})

// html renders the page as one file: no script, no font, no picture and
// nothing fetched. Its content security policy allows the one style sheet, by
// its hash, and nothing else.
func (r Report) html() ([]byte, error) {
	sum := sha256.Sum256([]byte(pageCSS))
	var b bytes.Buffer
	err := pageTemplate().Execute(&b, map[string]any{
		"Page":   r.page(),
		"Style":  template.CSS(pageCSS),
		"Policy": "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'",
	})
	if err != nil {
		return nil, fmt.Errorf("render the report as HTML: %w", err)
	}
	return b.Bytes(), nil
}

// oneLine is text from outside as one line without controls; the template
// escapes it for its place.
func oneLine(s string) string { return clean.Line(strings.Join(strings.Fields(s), " ")) }

// mark is the sign and the style of a call. Signs differ in shape, so that
// nothing hangs on colour; unclear and void share neither with wrong.
func mark(c call) (m struct{ Sign, Class string }) {
	switch c {
	case callRight:
		m.Sign, m.Class = "✓", "right"
	case callWrong:
		m.Sign, m.Class = "✗", "wrong"
	case callUnclear:
		m.Sign, m.Class = "?", "aside"
	case callVoid:
		m.Sign, m.Class = "∅", "aside"
	default:
		m.Sign, m.Class = "·", "none"
	}
	return m
}
