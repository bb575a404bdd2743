//go:build !linux

package site

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
)

// folder is one in which files are made, or looked into.
type folder struct{ name string }

func newFolder(name string) (*folder, error) { return &folder{name}, os.Mkdir(name, 0o777) }

// openFolder opens a folder that is there.
func openFolder(name string) (*folder, error) {
	if _, err := os.Stat(name); err != nil {
		return nil, err
	}
	return &folder{name}, nil
}

// write writes a new file.
func (f *folder) write(name string, text []byte) error {
	file, err := os.OpenFile(filepath.Join(f.name, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close())
}

// holds reports whether a file holds a text, and whether there is one; a folder
// that is not there has none.
func (f *folder) holds(name string, text []byte) (same, there bool) {
	if f == nil {
		return false, false
	}
	file := filepath.Join(f.name, name)
	info, err := os.Lstat(file)
	if err != nil || info.Size() != int64(len(text)) {
		return false, err == nil
	}
	have, err := os.ReadFile(file)
	return err == nil && bytes.Equal(have, text), true
}

func (f *folder) close() {}
