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

// piece is a text on the shelf.
type piece struct {
	at   int64
	size int32
}

func newShelf(dir string) (*shelf, error) {
	f, err := os.Create(filepath.Join(dir, "shelf"))
	if err != nil {
		return nil, err
	}
	return &shelf{f: f, w: bufio.NewWriterSize(f, 1<<18)}, nil
}

// put keeps texts.
func (s *shelf) put(texts ...[]byte) ([]piece, error) {
	list := make([]piece, len(texts))
	for i, text := range texts {
		list[i] = piece{s.at, int32(len(text))}
		s.at += int64(len(text))
		if _, err := s.w.Write(text); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// full ends putting.
func (s *shelf) full() error { return s.w.Flush() }

// get takes a text down.
func (s *shelf) get(p piece) ([]byte, error) {
	b := make([]byte, p.size)
	_, err := s.f.ReadAt(b, p.at)
	return b, err
}

func (s *shelf) close() { s.f.Close() }
