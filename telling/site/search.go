package site

import (
	"context"
	"fmt"
)

// mostFound is how many claims one file of the search has: the first can be
// looked through before the last is read.
const mostFound = 5000

func (w *writer) searchParts(total int) int { return pagesOf(total, mostFound) }

// search writes what the search reads: scripts that hand over lists, because a
// page that is opened as a file may not read another one.
func (w *writer) search(ctx context.Context) error {
	all := w.index.all()
	return each(ctx, w.searchParts(len(all)), func(d *desk, k int) error {
		text, err := w.taken(d, append(d.text[:0], "trackerClaims([\n"...), part(all, k, mostFound), aHit, ",\n")
		if err != nil {
			return err
		}
		if len(all) > 0 {
			text = append(text, ",\n"...)
		}
		d.text = text
		return w.file(fmt.Sprintf("%s/%d.js", inSearch, k+1), append(text, "]);\n"...))
	})
}
