package site

import (
	"fmt"
	"html"

	"tracker/clean"
)

// The size of what is embedded, in pixels: a card is as wide as its column and
// scrolls where a quote is long.
const (
	embedWidth  = 640
	cardHeight  = 300
	chartHeight = 520
)

// iframe is what somebody puts into a page of their own.
func (w *writer) iframe(page, title string, height int) string {
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" style="border:0;max-width:100%%" loading="lazy"></iframe>`,
		html.EscapeString(w.Pages.base+page), html.EscapeString(clean.Line(title)), embedWidth, height)
}

// oembed is the answer of oEmbed 1.0 about a page.
type oembed struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	HTML         string `json:"html"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
}

// oembed writes that answer: it names whole addresses, so there is none where
// nobody said where the site stands.
func (w *writer) oembed(d *desk, stem, title, frame string, height int) error {
	if w.Pages.base == "" {
		return nil
	}
	return w.twin(d, stem+".oembed.json", oembed{"1.0", "rich", clean.Line(title), w.about.Name, w.Pages.base, frame, embedWidth, height})
}
