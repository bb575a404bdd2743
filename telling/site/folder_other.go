//go:build !linux

package site

import (
	"errors"
	"os"
	"path/filepath"
)

// folder is one in which files are made.
type folder struct{ name string }

func newFolder(name string) (*folder, error) { return &folder{name}, os.Mkdir(name, 0o777) }

// write writes a new file.
func (f *folder) write(name string, text []byte) error {
	file, err := os.OpenFile(filepath.Join(f.name, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	return errors.Join(err, file.Close())
}

func (f *folder) close() {}
