package main

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/claims"
	"tracker/files"
	"tracker/scratch"
	"tracker/store"
)

// output hands write the standard output, what stands at path and is no
// regular file (a pipe, a device), or a new file that takes the place of the
// one at path, or of the one that a link at path means, when everything is
// written: a reader never sees half a file, and a failure leaves the old one.
// The book's own files are refused.
func (e *env) output(path string, write func(io.Writer) error) error {
	out, err := os.Stdout.Stat()
	if path == "" || path == "-" {
		if err == nil && out.Mode().IsRegular() && e.isBook(out) {
			return claims.Refuse("", "standard output is the book itself").WithHint("-o FILE names another file")
		}
		return through(e.Out, write)
	}
	if err := e.spareBook(path); err != nil {
		return err
	}
	info, serr := os.Stat(path)
	switch {
	case serr != nil && !errors.Is(serr, fs.ErrNotExist):
		return files.Unwritable(path, serr)
	case serr == nil && info.IsDir():
		return claims.Refuse("", "%s is a directory", path).WithHint("-o FILE names a file, - is standard output")
	case serr == nil && err == nil && os.SameFile(info, out):
		return through(e.Out, write)
	case serr == nil && !info.Mode().IsRegular():
		err = pour(path, write)
	default:
		err = replace(path, info, write)
	}
	if err == nil {
		e.sayf("wrote %s", path)
	}
	return err
}

// isBook reports whether a file is that of the book of this run.
func (e *env) isBook(file fs.FileInfo) bool {
	book, err := e.bookPath()
	if err != nil {
		return false
	}
	info, err := os.Stat(book)
	return err == nil && os.SameFile(info, file)
}

// spareBook refuses a path at which the book of this run or one of its
// companions stands, or would.
func (e *env) spareBook(path string) error {
	book, err := e.bookPath()
	if err != nil || !store.Belongs(book, path) {
		return nil // without a book there is nothing to spare
	}
	return claims.Refuse("", "%s is the book itself, or belongs to it", path).WithHint("-o FILE names another file, - is standard output")
}

// through writes to w, in larger pieces.
func through(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// pour writes into what stands at path.
func pour(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return files.Unwritable(path, err)
	}
	defer f.Close()
	return errors.Join(through(named{f, path}, write), f.Close())
}

// replace writes a file beside the one at path and gives it its name and,
// where old is one, its mode and owner.
func replace(path string, old fs.FileInfo, write func(io.Writer) error) error {
	place, mode := store.Target(path), fs.FileMode(0o666)
	if old != nil {
		mode = 0o600
	}
	f, err := scratch.File(filepath.Dir(place), "output", mode)
	if err != nil {
		return files.Unwritable(path, err)
	}
	defer f.Discard()
	if err := through(named{f, path}, write); err != nil {
		return err
	}
	if old != nil {
		keepOwner(f.File, old)
		err = f.Chmod(old.Mode().Perm())
	}
	if err := errors.Join(err, f.Sync()); err != nil {
		return files.Unwritable(path, err)
	}
	if err := f.Name(place); err != nil {
		return files.Unwritable(path, err)
	}
	return nil
}

// named is a file that is written for a path: its refusals name that.
type named struct {
	w    io.Writer
	path string
}

// Write writes to the file.
func (n named) Write(p []byte) (int, error) {
	done, err := n.w.Write(p)
	if err != nil {
		err = files.Unwritable(n.path, err)
	}
	return done, err
}
