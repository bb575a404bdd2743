package site

import "context"

// movedPage leads from an address to another.
type movedPage struct{ Href, Canonical string }

// moved writes the pages that lead on from what a name was called, or is called
// too, to where its page stands.
func (w *writer) moved(context.Context) error {
	for _, m := range w.Pages.moved {
		for _, k := range kinds {
			if (k.folder == inEvents) != m.event || !w.uids[k.folder][m.page] || w.uids[k.folder][m.uid] {
				continue
			}
			if err := w.leadOn(k.folder+"/"+m.uid+".html", m.page+".html", k.folder+"/"+m.page+".html"); err != nil {
				return err
			}
		}
	}
	return nil
}

// leadOn writes a page that leads on to another, to be kept in its stead; href is
// the way there, whole its address from the first page.
func (w *writer) leadOn(from, href, whole string) error {
	p := movedPage{href, w.Pages.base + whole}
	if w.Pages.base == "" {
		p.Canonical = href
	}
	return w.draw(from, "moved", p)
}
