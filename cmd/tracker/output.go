package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"tracker/claims"
)

// output hands write the standard output, or a new file beside path that
// takes its place when everything is written: a reader never sees half a
// file, and a failure leaves the old one.
func (e *env) output(path string, write func(io.Writer) error) (err error) {
	if path == "" || path == "-" {
		w := bufio.NewWriter(e.out)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return claims.Refuse("", "%s is a directory", path).WithHint("-o FILE names a file, - is standard output")
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-")
	if err != nil {
		return claims.Refuse("", "%s cannot be written: %v", path, pathless(err)).WithHint("-o FILE names another place, - is standard output")
	}
	defer os.Remove(f.Name()) // does nothing after the rename
	w := bufio.NewWriter(f)
	if err := errors.Join(write(w), w.Flush(), f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return fmt.Errorf("name the file: %w", err)
	}
	e.sayf("wrote %s", path)
	return nil
}

// ending is what the name of a file says about its format: "csv".
func ending(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}

// outlet is standard output. It keeps the first failure, so that what a full
// disk has swallowed does not count as done when the program ends.
type outlet struct {
	w   io.Writer
	err error
}

// Write writes to w, whatever has failed before: a disk that was full may
// have been freed.
func (o *outlet) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		err = fmt.Errorf("write standard output: %w", pathless(err))
		if o.err == nil {
			o.err = err
		}
	}
	return n, err
}

// fresh returns standard output without what it remembers: for a pass whose
// failure is reported and tried again, and must not outlive it.
func (e *env) fresh() io.Writer {
	if o, ok := e.out.(*outlet); ok {
		return &outlet{w: o.w}
	}
	return e.out
}

// pathless strips the path from err: the message around it names it.
func pathless(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
