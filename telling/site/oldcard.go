package site

import (
	"os"
	"path/filepath"
)

// cardEnding is how the addresses of cards ended when they were files of their
// own.
const cardEnding = "-card.html"

// oldCard keeps an address that a card had: whoever shows it there is led on.
func (w *writer) oldCard(stem, name string) error {
	if !w.old.cards {
		return nil
	}
	if _, err := os.Lstat(filepath.Join(w.dir, stem+cardEnding)); err != nil {
		return nil // it never stood there
	}
	return w.leadOn(stem+cardEnding, name+".html"+cardState, stem+".html")
}
