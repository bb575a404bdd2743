package hook

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"text/template"

	"tracker/remind"
)

// Body makes the body of a request out of a message.
type Body struct{ t *template.Template }

// functions are what a template has beside those of Go.
var functions = template.FuncMap{
	"json":      func(v any) (string, error) { text, err := json.Marshal(v); return string(text), err },
	"cut":       cut,
	"urlquery":  url.QueryEscape,
	"pathquote": url.PathEscape,
}

// cut is the first n characters of a text: many receivers take no more.
func cut(n int, s string) string {
	if runes := []rune(s); n >= 1 && len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return s
}

// Template reads a body template, such as {"text": {{json .Text}}}, and tries
// it.
func Template(text string) (*Body, error) {
	t, err := template.New("body").Funcs(functions).Option("missingkey=error").Parse(text)
	if err != nil {
		return nil, fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "template: "))
	}
	b := &Body{t}
	_, err = b.of(remind.Message{})
	return b, err
}

// of is the body for m; that of nil is the message as JSON.
func (b *Body) of(m remind.Message) ([]byte, error) {
	if b == nil {
		return m.JSON()
	}
	var out bytes.Buffer
	if err := b.t.Execute(&out, m); err != nil {
		return nil, fmt.Errorf("%s", strings.TrimPrefix(err.Error(), "template: "))
	}
	return out.Bytes(), nil
}
