package files

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/claims"
	"tracker/scratch"
)

// A File is one of several that are written together.
type File struct {
	Name  string // in the folder
	Write func(io.Writer) error
}

// Folder writes files into a folder. One that is not there yet appears when
// all of them are written; in one that stands, each takes its name when all
// are written, and everything else in it stays.
// Spare refuses paths that are not to be written.
func Folder(path string, list []File, spare func(path string) error) error {
	for _, f := range list {
		if err := spare(filepath.Join(path, f.Name)); err != nil {
			return err
		}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return newFolder(path, list)
	case err != nil:
		return unwritableFolder(path, err)
	case !info.IsDir():
		return claims.Refuse("", "%s is no folder", path).WithHint("--out DIR names a folder, one that is there or a new one")
	}
	return inFolder(path, path, list)
}

// newFolder writes the folder beside its name first.
func newFolder(path string, list []File) error {
	beside, err := scratch.Dir(filepath.Dir(filepath.Clean(path)), "folder")
	if err != nil {
		return unwritableFolder(path, err)
	}
	defer beside.Discard()
	inside := filepath.Join(beside.Path(), "new")
	if err := os.Mkdir(inside, 0o777); err != nil {
		return unwritableFolder(path, err)
	}
	if err := inFolder(path, inside, list); err != nil {
		return err
	}
	if err := errors.Join(os.Rename(inside, path), scratch.Flush(filepath.Dir(filepath.Clean(path)))); err != nil {
		return unwritableFolder(path, err)
	}
	return nil
}

// inFolder writes the files of the folder path, which stands at place.
func inFolder(path, place string, list []File) error {
	var written []*scratch.Temporary
	for _, x := range list {
		f, err := scratch.File(place, "output", 0o666)
		if err != nil {
			return unwritableFolder(path, err)
		}
		defer f.Discard()
		if err := Through(named{f, filepath.Join(path, x.Name), unwritableFolder}, x.Write); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return unwritableFolder(path, err)
		}
		if err := sameKind(f.Path(), filepath.Join(path, x.Name)); err != nil {
			return err
		}
		written = append(written, f)
	}
	for i, f := range written {
		if err := f.Name(filepath.Join(place, list[i].Name)); err != nil {
			return unwritableFolder(path, err)
		}
	}
	return nil
}

// sameKind refuses to write over a file that begins with another line: a table
// that somebody else keeps under the name.
func sameKind(written, there string) error {
	old, err := firstLine(there)
	if err != nil || old == "" {
		return nil // it is not there, or holds nothing
	}
	if line, err := firstLine(written); err != nil || line == old {
		return err
	}
	return claims.Refuse("", "%s is there, and another kind of table", there).WithHint("--out DIR names another folder, or move the file away")
}

func firstLine(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	line, err := bufio.NewReader(io.LimitReader(f, 1<<16)).ReadString('\n')
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return line, err
}

func unwritableFolder(path string, err error) *claims.Error {
	return claims.Refuse("", "%s cannot be written: %v", path, scratch.Pathless(err)).Because(err).WithHint("--out DIR names another folder")
}
