package site

import (
	"bufio"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// kept lists the files that have not changed, in a file: only when another one
// has, and the site takes its place, are they needed again.
type kept struct {
	sync.Mutex
	f *os.File
	w *bufio.Writer
	n int
}

func newKept(dir string) (*kept, error) {
	f, err := os.Create(filepath.Join(dir, "kept"))
	if err != nil {
		return nil, err
	}
	return &kept{f: f, w: bufio.NewWriter(f)}, nil
}

func (k *kept) add(name string) error {
	k.Lock()
	defer k.Unlock()
	k.n++
	_, err := k.w.WriteString(name + "\n")
	return err
}

// each calls fn for every name.
func (k *kept) each(fn func(name string) error) error {
	if err := k.w.Flush(); err != nil {
		return err
	}
	if _, err := k.f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	names := bufio.NewScanner(k.f)
	for names.Scan() {
		if err := fn(names.Text()); err != nil {
			return err
		}
	}
	return names.Err()
}

func (k *kept) close() {
	if k != nil {
		k.f.Close()
	}
}

// again gives a file a second name, and copies it with its time where the file
// system cannot do that.
func again(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.WriteFile(to, text, 0o666); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}
