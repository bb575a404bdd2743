// Package scratch makes files and folders that stand beside a name until they
// are finished and take it. Each is held while its program lives: what a
// killed run left behind, nobody holds, and the next one of the same purpose
// in the same folder takes it away. It knows nothing of what is in them.
//
//	f, err := scratch.File("reports", "output", 0o666)
//	defer f.Discard() // does nothing after Name
//	…
//	err = f.Name("reports/board.html")
package scratch

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
)

// A Temporary is a file or a folder that is not finished.
type Temporary struct {
	*os.File // open: for reading and writing when it is a file
	path     string
	named    bool
}

// Path is where it stands now.
func (t *Temporary) Path() string { return t.path }

// File makes a file in dir for a purpose, one lower-case word, with a mode
// that the umask narrows, and takes away what is stale of that purpose.
func File(dir, purpose string, mode fs.FileMode) (*Temporary, error) {
	return temporary(dir, purpose, func(path string) (*os.File, error) {
		return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	})
}

// Dir makes a folder in dir for a purpose, its owner's only, and takes away
// what is stale of that purpose.
func Dir(dir, purpose string) (*Temporary, error) {
	return temporary(dir, purpose, func(path string) (*os.File, error) {
		if err := os.Mkdir(path, 0o700); err != nil {
			return nil, err
		}
		f, err := os.Open(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			err = errSwept
		case err != nil:
			os.Remove(path) // nobody would hold it
		}
		return f, err
	})
}

// errSwept is a folder that another program has taken for stale before it
// could be held.
var errSwept = errors.New("it was taken for stale")

// temporary makes one that nobody takes for stale: it is held, and stands
// under its name after that.
func temporary(dir, purpose string, create func(path string) (*os.File, error)) (*Temporary, error) {
	sweep(dir, purpose)
	for range 1000 {
		path := filepath.Join(dir, fmt.Sprintf(".tracker-%s-%d", purpose, rand.Uint64()))
		f, err := create(path)
		if errors.Is(err, fs.ErrExist) || errors.Is(err, errSwept) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !errors.Is(hold(f), errTaken) && stands(f, path) {
			return &Temporary{File: f, path: path}, nil
		}
		f.Close() // another program has just taken it for stale
	}
	return nil, fmt.Errorf("no name in %s is free", dir)
}

// Name gives the temporary its name, in place of what has it; the folder is
// brought to the disk.
func (t *Temporary) Name(path string) error {
	if err := os.Rename(t.path, path); err != nil {
		return err
	}
	t.named = true
	return errors.Join(t.Close(), Flush(filepath.Dir(path)))
}

// Discard removes the temporary unless it has been named.
func (t *Temporary) Discard() {
	if !t.named {
		os.RemoveAll(t.path)
		t.Close()
	}
}

// Around is the folder in which the temporary stands that a path is in or is;
// ok is false where it is in none.
func Around(path string) (dir string, ok bool) {
	temporary := regexp.MustCompile(`^\.tracker-[a-z]+-[0-9]+$`)
	for at := filepath.Clean(path); ; at = filepath.Dir(at) {
		if temporary.MatchString(filepath.Base(at)) {
			return filepath.Dir(at), true
		}
		if at == filepath.Dir(at) {
			return "", false
		}
	}
}

// Flush brings a file's bytes, or a folder's names, to the disk.
func Flush(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// errTaken is the answer of hold when another program has marked the file.
var errTaken = errors.New("another program holds it")

// sweep takes away the temporaries of a purpose that nobody holds. What it
// may not remove, it leaves.
func sweep(dir, purpose string) {
	pattern := regexp.MustCompile(`^\.tracker-` + purpose + `-[0-9]+$`)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if pattern.MatchString(e.Name()) && (e.Type().IsRegular() || e.IsDir()) {
			removeStale(filepath.Join(dir, e.Name()))
		}
	}
}

func removeStale(path string) {
	f, err := os.Open(path)
	if err != nil {
		return
	}
	defer f.Close()
	if hold(f) == nil && stands(f, path) {
		os.RemoveAll(path)
	}
}

// stands reports whether the path is still f's.
func stands(f *os.File, path string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(mine, there)
}
