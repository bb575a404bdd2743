package report

import (
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/clean"
)

// Markup is HTML that is written piece by piece: what stands on every page of a
// large site is not left to a template, which takes ten times as long. Texts are
// escaped by text alone, whatever they are.
type Markup struct{ b []byte }

// escapes are those of html/template, for texts and quoted attributes alike.
var escapes = [utf8.RuneSelf]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", '+': "&#43;"}

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

// Ours writes markup of ours and nothing else.
func (m *Markup) Ours(parts ...string) {
	for _, s := range parts {
		m.b = append(m.b, s...)
	}
}

// text writes a text on one line, without controls, escaped.
func (m *Markup) text(s string) {
	if even(s) {
		m.b = append(m.b, s...)
		return
	}
	m.b = appendLine(m.b, s)
}

// spaced is text that keeps a space at its beginning and its end.
func (m *Markup) spaced(s string) {
	from := len(m.b)
	if strings.HasPrefix(s, " ") {
		m.b = append(m.b, ' ')
	}
	m.text(s)
	if strings.HasSuffix(s, " ") && string(m.b[from:]) != " " {
		m.b = append(m.b, ' ')
	}
}

// appendLine appends a text as oneLine has it, escaped, in one pass.
func appendLine(b []byte, s string) []byte {
	begin, gap := len(b), false
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		if unicode.IsSpace(r) {
			gap = len(b) > begin
			continue
		}
		if gap {
			b, gap = append(b, ' '), false
		}
		if r < utf8.RuneSelf && escapes[r] != "" {
			b = append(b, escapes[r]...)
		} else {
			b = utf8.AppendRune(b, clean.Rune(r))
		}
	}
	return b
}

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
