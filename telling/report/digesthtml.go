package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"sync"
)

//go:embed digest.html
var digestHTML string

var digestTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("digest").Parse(digestHTML))
})

// HTML is the digest as a page for a mail: nothing fetched, nothing run.
func (d Digest) HTML() (string, error) {
	type item struct {
		ID       any
		Sentence string
		Notes    []note
	}
	items := make([]item, len(d.Asked))
	for i, a := range d.Asked {
		items[i] = item{a.ID, a.sentence(), a.notes()}
	}
	var b bytes.Buffer
	err := digestTemplate().Execute(&b, map[string]any{"Subject": d.Subject(), "Dated": d.dated(), "Items": items, "Rest": d.rest()})
	if err != nil {
		return "", fmt.Errorf("render the digest as HTML: %w", err)
	}
	return b.String(), nil
}
