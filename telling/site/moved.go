package site

import (
	"context"
)

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
			p := movedPage{m.page + ".html", w.Pages.base + k.folder + "/" + m.page + ".html"}
			if w.Pages.base == "" {
				p.Canonical = p.Href
			}
			if err := w.draw(k.folder+"/"+m.uid+".html", "moved", p); err != nil {
				return err
			}
		}
	}
	return nil
}
