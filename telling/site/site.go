package site

import (
	"context"
	"html/template"
	"path/filepath"
	"sync"

	"tracker/telling/report"
)

// Order is what a site is made of.
type Order struct {
	Report   report.Report // made with these Pages
	Pages    *Addresses
	Progress func(done, total int64) // how many pages are written, of claims and then of names
	Placing  func()                  // told that all are, and the site takes the place of the old one; nil for nobody
}

// writer is a site while it is written.
type writer struct {
	Order
	*place
	index *index
	shelf *shelf
	first report.Report // as the first page shows it
	below report.Report // as pages in folders do
	pages *template.Template
	about *about
	uids  map[string]map[string]bool // of the pages of names, by folder
	total int64

	inOrder map[string][]*named // the names that have a page, by folder

	opening  report.Front // of the first page
	drawable []chartLine  // the charts that have a page
	telling  sync.Mutex   // of how far it is
}

// Write writes a site into a folder: whole or not at all. A folder that holds
// something else than a site is refused.
func Write(ctx context.Context, dir string, o Order) (Tally, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return Tally{}, err
	}
	p, err := newPlace(abs, dir)
	if err != nil {
		return Tally{}, err
	}
	defer p.discard()
	defer spend()()
	w := &writer{Order: o, place: p, index: newIndex(), first: o.Report, below: o.Report.Below(), pages: templates(), uids: map[string]map[string]bool{}, inOrder: map[string][]*named{}, total: int64(o.Report.Denominator.Logged)}
	if w.shelf, err = newShelf(p.beside.Path()); err != nil {
		return Tally{}, unwritable(dir, err)
	}
	if err := w.all(ctx); err != nil {
		return Tally{}, err
	}
	if o.Placing != nil {
		o.Placing()
	}
	return p.done()
}

// all writes everything that the site has.
func (w *writer) all(ctx context.Context) error {
	defer w.shelf.close()
	if err := w.tell(); err != nil {
		return err
	}
	for _, write := range []func(context.Context) error{w.claims, w.known, together(w.names, w.charts, w.lists, w.search, w.moved), w.front} {
		if err := write(ctx); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// link is where a page stands for somebody far away: its whole address where
// the site has one, else the way from the pages in folders.
func (w *writer) link(page string) string {
	if w.Pages.base != "" {
		return w.Pages.base + page
	}
	return "../" + page
}

// frame begins a page in a folder.
func (w *writer) frame(here, kind string) frame {
	return frame{Site: w.about, Kind: kind, Up: "../", Here: here}
}

// here is where a page stands, for its twin.
func (f frame) here() string {
	if f.Site.Base != "" {
		return f.Site.Base + f.Here
	}
	return "../" + f.Here
}
