package site

import (
	"bytes"
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
	for k := range w.searchParts(len(all)) {
		var b bytes.Buffer
		b.WriteString("trackerClaims([\n")
		for _, at := range part(all, k, mostFound) {
			text, err := w.shelf.get(w.index.claims[at].found)
			if err != nil {
				return err
			}
			b.Write(append(text, ",\n"...))
		}
		b.WriteString("]);\n")
		if err := w.file(fmt.Sprintf("%s/%d.js", inSearch, k+1), b.Bytes()); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}
