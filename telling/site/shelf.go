package site

import (
	"bufio"
	"os"
	"path/filepath"
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
	for _, size := range t.size[:k] {
		t.at += int64(size)
	}
	n := len(b)
	b = append(b, make([]byte, t.size[k])...)
	_, err := s.f.ReadAt(b[n:], t.at)
	return b, err
}

func (s *shelf) close() { s.f.Close() }
