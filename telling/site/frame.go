package site

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"

	"tracker/telling/report"
)

var (
	//go:embed site.html
	siteHTML string
	//go:embed site.css
	siteCSS string
	//go:embed search.js
	searchScript string
)

// templates are those of the site over the pieces of a report.
func templates() *template.Template {
	return template.Must(report.Templates().Parse(siteHTML))
}

// about is what every page says of the site.
type about struct {
	Title, Base     string
	Whose           template.HTML // whose it is, in a paragraph
	Name, AsOf      string
	Events, Sources int // how many have a page
	Fates           any // outcomes that a reader can choose among
	masthead        string
	filter          string // of the claims on a page
}

// frame is what is around a page.
type frame struct {
	Site               *about
	Title, Says        string
	Kind               string // "website" or "article", as Open Graph has it
	Up                 string // the way to the first page
	Here               string // where the page stands
	Twin, Feed, Oembed string // beside it; "" for none
	Anchor             string // markup that stands before everything
}

// tell settles what every page says, before the first is written.
func (w *writer) tell() error {
	name := w.first.Desk.Name
	if name == "" {
		name = w.first.Title
	}
	w.about = &about{Title: w.first.Title, Base: w.Pages.base, Whose: w.below.Whose(), Name: name + ".", AsOf: report.DayWords(w.first.AsOf), Fates: w.first.FateWords(),
		Events: w.first.EventCount(), Sources: w.first.SourceCount()}
	w.about.masthead = w.about.mast()
	filter, err := w.drawn("filter", w.about)
	w.about.filter = string(filter)
	return err
}

// drawn is what a template makes of data.
func (w *writer) drawn(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	if err := w.pages.ExecuteTemplate(&b, name, data); err != nil {
		return nil, fmt.Errorf("draw %s: %w", name, err)
	}
	return b.Bytes(), nil
}

// draw writes a page.
func (w *writer) draw(name, template string, data any) error {
	text, err := w.drawn(template, data)
	if err != nil {
		return err
	}
	return w.file(name, text)
}

// twin writes the JSON beside a page.
func (w *writer) twin(d *desk, name string, data any) error {
	text, err := d.json.Document(data, 0)
	if err != nil {
		return err
	}
	return w.file(name, append(text, '\n'))
}
