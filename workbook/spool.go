package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxHeld is how much of a part is held in memory; more goes to a temporary
// file.
const maxHeld = 16 << 20

// spool is a stream that can be read anywhere.
type spool struct {
	at   io.ReaderAt
	size int64
	temp *os.File
}

// fill takes in a stream of at most MaxFile bytes.
func (s *spool) fill(r io.Reader) error {
	var held bytes.Buffer
	n, err := io.Copy(&held, io.LimitReader(r, maxHeld))
	if err != nil {
		return err
	}
	if s.at, s.size = bytes.NewReader(held.Bytes()), n; n < maxHeld {
		return nil
	}
	if s.temp, err = tempFile(); err != nil {
		return err
	}
	n, err = io.Copy(s.temp, io.MultiReader(&held, io.LimitReader(r, MaxFile+1-maxHeld)))
	if s.at, s.size = s.temp, n; err == nil && n > MaxFile {
		err = fmt.Errorf("it is longer than %d MB", MaxFile>>20)
	}
	return err
}

func (s *spool) close() {
	if s.temp != nil {
		closeTemp(s.temp)
	}
}

// tempFile makes a file that is gone when it is closed, and where the system
// allows it with the program, however that ends.
func tempFile() (*os.File, error) {
	f, err := os.CreateTemp("", "tracker-workbook-")
	if err != nil {
		return nil, fmt.Errorf("no room beside memory: %w", err)
	}
	_ = os.Remove(f.Name()) // refused on some systems while it is open; closeTemp tries again
	return f, nil
}

func closeTemp(f *os.File) {
	_ = f.Close()
	if err := os.Remove(f.Name()); err != nil && !errors.Is(err, os.ErrNotExist) {
		return // the system clears its temporary files
	}
}

// stringTable are the shared strings of a workbook.
type stringTable struct {
	ends []uint32 // where each ends in the text
	text []byte   // the first maxHeld bytes
	rest *os.File // the others
	size int64
}

const maxStrings = 16 << 20 // 32,767 characters each at most, and 1 GB in all

func (t *stringTable) add(text []byte) error {
	if len(t.ends) == maxStrings {
		return fmt.Errorf("more than %d strings", maxStrings)
	}
	if t.rest == nil && t.size+int64(len(text)) > maxHeld {
		var err error
		if t.rest, err = tempFile(); err != nil {
			return err
		}
	}
	if t.rest != nil {
		if _, err := t.rest.Write(text); err != nil {
			return err
		}
	} else {
		t.text = append(t.text, text...)
	}
	t.size += int64(len(text))
	t.ends = append(t.ends, uint32(t.size))
	return nil
}

// get returns string i.
func (t *stringTable) get(i int) (string, error) {
	if i < 0 || i >= len(t.ends) {
		return "", fmt.Errorf("there is no shared string %d", i)
	}
	from, to := uint32(0), t.ends[i]
	if i > 0 {
		from = t.ends[i-1]
	}
	held := uint32(len(t.text))
	if to <= held {
		return string(t.text[from:to]), nil
	}
	b := make([]byte, to-from)
	_, err := t.rest.ReadAt(b, int64(from-held))
	return string(b), err
}

func (t *stringTable) close() {
	if t.rest != nil {
		closeTemp(t.rest)
	}
}

// readStrings reads the shared strings: their text in all its formats, without
// how it is pronounced.
func (f *File) readStrings(part string) error {
	var text []byte
	var fault error
	phonetic := false
	err := f.each(part, func(s *scanner) bool {
		switch {
		case s.kind == start && s.name == "si":
			text = text[:0]
		case s.name == "rPh":
			phonetic = s.kind == start
		case s.kind == chars && s.in == "t" && !phonetic:
			text = append(text, s.text...)
		case s.kind == end && s.name == "si":
			fault = f.strings.add(text)
		}
		return fault == nil
	})
	if err == nil {
		err = fault
	}
	return err
}
