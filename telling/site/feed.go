package site

import (
	"time"

	"tracker/telling/report"
)

// feed writes the Atom feed of some claims: those that changed last.
func (w *writer) feed(stem, id, title string, places []int32) error {
	places = w.index.recent(places, report.MostEntries)
	h := report.FeedHead{ID: id, Title: title, Page: w.link(stem + ".html")}
	if len(places) > 0 {
		h.Updated = time.UnixMilli(w.index.claims[places[0]].changed)
	}
	text, err := w.taken(w.below.Feed(h), places, anEntry, "")
	if err != nil {
		return err
	}
	return w.file(stem+".xml", append(text, report.FeedEnd...))
}

// feedID is the lasting name of the feed of everything: the address of the
// site, or a name made of whose table it is.
func (w *writer) feedID() string {
	if w.Pages.base != "" {
		return w.Pages.base
	}
	return "urn:uuid:" + uidOf(false, "site: "+w.first.Desk.Name+": "+w.first.Title)
}
