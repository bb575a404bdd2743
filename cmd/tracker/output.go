package main

import (
	"context"
	"io"
	"io/fs"
	"os"

	"tracker/claims"
	"tracker/files"
	"tracker/store"
	"tracker/telling/screen"
)

// output hands write the standard output, what stands at path and is no
// regular file (a pipe, a device), or a new file that takes the place of the
// one at path, or of the one that a link at path means, when everything is
// written: a reader never sees half a file, and a failure leaves the old one.
// The book's own files are refused.
func (e *env) output(ctx context.Context, path string, write func(io.Writer) error) error {
	until := func(w io.Writer) error { return write(screen.Wanted{Context: ctx, Out: w}) }
	out, err := os.Stdout.Stat()
	if path == "" || path == "-" {
		if err == nil && out.Mode().IsRegular() && e.isBook(out) {
			return claims.Refuse("", "standard output is the book itself").WithHint("-o FILE names another file")
		}
		return files.Through(e.Legible(), until)
	}
	if err := e.spareBook(path); err != nil {
		return err
	}
	err = files.To(path, store.Target(path), e.Out, out, until)
	if err == nil {
		e.Sayf("wrote %s", path)
	}
	return err
}

// folder writes files into a folder, none over a file of the book.
func (e *env) folder(path string, list []files.File) error {
	err := files.Folder(path, list, e.spareBook)
	if err == nil {
		e.Sayf("wrote %s", path)
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
