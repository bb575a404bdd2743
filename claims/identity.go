package claims

import (
	"crypto/sha256"
	"hash/maphash"
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

// Identities finds what is there by identity: lines of a file, say, by number.
// It keeps hashes only. Make it with NewIdentities.
type Identities struct {
	seed maphash.Seed
	at   map[uint64]int
}

// NewIdentities returns an index in which nothing is there yet.
func NewIdentities() *Identities { return &Identities{maphash.MakeSeed(), map[uint64]int{}} }

// Add enters n under an identity. Of several under one the first is found.
func (s *Identities) Add(i Identity, n int) {
	for _, name := range []string{s.uid(i.UID), s.key(i.Key), s.digest(i)} {
		h := maphash.String(s.seed, name)
		if _, ok := s.at[h]; !ok && len(name) > 1 {
			s.at[h] = n
		}
	}
}

// Find returns what is there that i is, in the sense of Is.
func (s *Identities) Find(i Identity) (n int, ok bool) {
	switch {
	case i.UID != "":
		return s.find(s.uid(i.UID))
	case i.Key != "":
		return s.find(s.key(i.Key))
	}
	return s.find(s.digest(i))
}

// Named returns what is there with a uid, else with a key, of this name.
func (s *Identities) Named(name string) (n int, ok bool) {
	if n, ok = s.find(s.uid(UID(name))); ok {
		return n, ok
	}
	return s.ByKey(name)
}

// ByKey returns what is there with a key; no two may have the same.
func (s *Identities) ByKey(key string) (n int, ok bool) {
	if key == "" {
		return 0, false
	}
	return s.find(s.key(key))
}

func (s *Identities) find(name string) (n int, ok bool) {
	n, ok = s.at[maphash.String(s.seed, name)]
	return n, ok
}

func (s *Identities) uid(u UID) string         { return "u" + string(u) }
func (s *Identities) key(k string) string      { return "k" + k }
func (s *Identities) digest(i Identity) string { return "d" + string(i.Digest[:]) }
