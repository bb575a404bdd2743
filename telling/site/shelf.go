package site

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// shelf keeps what claims give to pages that list them, in a file.
type shelf struct {
	sync.Mutex
	f  *os.File
	w  *bufio.Writer
	at int64
}

// kind of a text on the shelf.
type kindOfText int

const (
	anItem  kindOfText = iota // of a list in HTML
	aRow                      // in JSON
	anEntry                   // of a feed
	aHit                      // of the search
	textKinds
)

// texts are those of a claim: where they begin, and how long each is.
type texts struct {
	at   int64
	size [textKinds]int32
}

func newShelf(dir string) (*shelf, error) {
	f, err := os.Create(filepath.Join(dir, "shelf"))
	if err != nil {
		return nil, err
	}
	return &shelf{f: f, w: bufio.NewWriterSize(f, 1<<18)}, nil
}

// put keeps the texts of a claim.
func (s *shelf) put(list [textKinds][]byte) (texts, error) {
	s.Lock()
	defer s.Unlock()
	t := texts{at: s.at}
	for i, text := range list {
		t.size[i] = int32(len(text))
		s.at += int64(len(text))
		if _, err := s.w.Write(text); err != nil {
			return t, err
		}
	}
	return t, nil
}

// full ends putting.
func (s *shelf) full() error { return s.w.Flush() }

// get appends a text to what is in b.
func (s *shelf) get(b []byte, t texts, k kindOfText) ([]byte, error) {
	from, to := t.bounds(k)
	return s.read(b, t.at+int64(from), to-from)
}

// all appends every text of a claim.
func (s *shelf) all(b []byte, t texts) ([]byte, error) {
	_, size := t.bounds(textKinds - 1)
	return s.read(b, t.at, size)
}

func (s *shelf) read(b []byte, at int64, size int) ([]byte, error) {
	n := len(b)
	b = slices.Grow(b, size)[:n+size]
	_, err := s.f.ReadAt(b[n:], at)
	return b, err
}

// bounds are where a text of a claim begins and ends among all of them.
func (t texts) bounds(k kindOfText) (from, to int) {
	for _, size := range t.size[:k] {
		from += int(size)
	}
	return from, from + int(t.size[k])
}

// part is a text of a claim, of all of them.
func (t texts) part(all []byte, k kindOfText) []byte {
	from, to := t.bounds(k)
	return all[from:to]
}

// close takes the file away, so that it is not brought to the disk with the site.
func (s *shelf) close() {
	s.f.Close()
	os.Remove(s.f.Name())
}
