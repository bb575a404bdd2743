package site

import (
	"time"

	"tracker/telling/report"
)

// feed writes the Atom feed of some claims: those that changed last.
func (w *writer) feed(d *desk, stem, id, title string, places []int32) error {
	places = w.index.recent(places, report.MostEntries)
	h := report.FeedHead{ID: id, Title: title, Page: w.link(stem + ".html")}
	if len(places) > 0 {
		h.Updated = time.UnixMilli(w.index.claims[places[0]].changed)
	}
	var err error
	if d.text, err = w.taken(d, append(d.text[:0], w.below.Feed(h)...), places, anEntry, ""); err != nil {
		return err
	}
	d.text = append(d.text, report.FeedEnd...)
	return w.file(stem+".xml", d.text)
}

// feedID is the lasting name of the feed of everything: the address of the
// site, or a name made of whose table it is.
func (w *writer) feedID() string {
	if w.Pages.base != "" {
		return w.Pages.base
	}
	return "urn:uuid:" + uidOf(subject(false, "site: "+w.first.Desk.Name+": "+w.first.Title))
}
