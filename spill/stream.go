package spill

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"tracker/scratch"
)

// most is how many bytes stay in memory, and glance how many are read at once
// where little is wanted.
const most, glance = 1 << 20, 512

// stream are bytes one after the other: the last of them in memory, and what
// is more in a file.
type stream struct {
	memory []byte
	filed  int64              // how many are in the file
	file   *scratch.Temporary // nil while they fit into memory
	seen   []byte             // some of those in the file
	seenAt int64              // where they begin
}

// end is how many bytes there are.
func (s *stream) end() int64 { return s.filed + int64(len(s.memory)) }

// settle has bytes go to the file when there are too many in memory.
func (s *stream) settle() error {
	if len(s.memory) < most {
		return nil
	}
	if s.file == nil {
		var err error
		if s.file, err = scratch.File(os.TempDir(), "spill", 0o600); err != nil {
			return err
		}
	}
	n, err := s.file.Write(s.memory)
	s.filed += int64(n)
	s.memory = s.memory[:0]
	return err
}

// from returns the bytes from a place on, n at least unless they end before,
// valid until the next call. None lie on both sides of what is in the file.
func (s *stream) from(at int64, n int) ([]byte, error) {
	if at >= s.filed {
		return s.memory[at-s.filed:], nil
	}
	if have := s.seenAt + int64(len(s.seen)); at < s.seenAt || at+int64(n) > have && have < s.filed {
		want := int(min(int64(max(n, glance)), s.filed-at))
		s.seen, s.seenAt = slices.Grow(s.seen[:0], want)[:want], at
		if _, err := s.file.ReadAt(s.seen, at); err != nil {
			s.seen = s.seen[:0]
			if errors.Is(err, io.EOF) {
				err = errShort
			}
			return nil, err
		}
	}
	return s.seen[at-s.seenAt:], nil
}

// unread says that it was what is kept that could not be read.
func unread(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("read what was kept: %w", err)
}

// Close gives up what is kept.
func (s *stream) Close() {
	if s.file != nil {
		s.file.Discard()
	}
}
