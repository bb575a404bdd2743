package report

import (
	"html/template"
	"strings"
)

// Markup is HTML that is written piece by piece: what stands on every page of a
// large site is not left to a template, which takes ten times as long. Texts are
// escaped by text alone, whatever they are.
type Markup struct{ b []byte }

// escapes are those of html/template, for texts and quoted attributes alike.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "+", "&#43;", "\x00", "\uFFFD")

// Raw writes markup of ours, and texts in between: every second one.
func (m *Markup) Raw(parts ...string) {
	for i, s := range parts {
		if i%2 == 0 {
			m.b = append(m.b, s...)
		} else {
			m.text(s)
		}
	}
}

// text writes a text on one line, without controls, escaped.
func (m *Markup) text(s string) {
	if even(s) {
		m.b = append(m.b, s...)
		return
	}
	m.escaped(oneLine(s))
}

func (m *Markup) escaped(s string) { _, _ = escapes.WriteString(m, s) }

// even reports whether a text is the same when it is put on a line, made harmless
// and escaped, as most are.
func even(s string) bool {
	space := true // where another one would be too many
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ', c >= 0x7f, c == '&', c == '<', c == '>', c == '"', c == '\'', c == '+':
			return false
		default:
			space = false
		}
	}
	return !space || s == ""
}

// Write takes text that is markup already.
func (m *Markup) Write(text []byte) (int, error) {
	m.b = append(m.b, text...)
	return len(text), nil
}

// Append adds what a function appends to what was written.
func (m *Markup) Append(more func([]byte) ([]byte, error)) (err error) {
	m.b, err = more(m.b)
	return err
}

// Bytes are what was written. They hold until Empty.
func (m *Markup) Bytes() []byte { return m.b }

// Empty makes room for another page.
func (m *Markup) Empty() { m.b = m.b[:0] }

// HTML is what was written.
func (m *Markup) HTML() template.HTML { return template.HTML(m.b) }
