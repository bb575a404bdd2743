package claims

import (
	"crypto/sha256"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Identity is what makes a claim the same as another, wherever the two are
// compared: two lines of a file, a line and the book, two claims of the book.
// The speaker counts as people see it, in whatever case.
type Identity struct {
	UID    UID    // "" in a file that has none
	Key    string // the importer's own name for it, "" for none
	Digest [sha256.Size]byte
}

// Identity returns the identity of c, whose names are as people see them.
func (c *Claim) Identity() Identity {
	parts := []string{Fold(c.Speaker), string(c.StatedOn), c.Statement, c.Quote, c.Window.Phrase}
	return Identity{c.UID, c.Key, sha256.Sum256(norm.NFC.Bytes([]byte(strings.Join(parts, "\x00"))))}
}

// Is reports whether what i names is a claim that is there, with the identity
// there: by the uid when i has one, else by the key, else by what was said.
func (i Identity) Is(there Identity) bool {
	switch {
	case i.UID != "":
		return i.UID == there.UID
	case i.Key != "":
		return i.Key == there.Key
	}
	return i.Digest == there.Digest
}
