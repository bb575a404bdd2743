package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"

	"tracker/claims"
)

// The longest files that are read whole, and the longest standard input that
// is kept, in bytes.
const (
	maxConfig  = 16 << 10
	maxLexicon = 1 << 20
	maxKept    = 4 << 30
)

// maxProblems is how many problems of one input are collected before the rest
// of it is left unread.
const maxProblems = 10_000

// readWhole reads a regular file of at most limit bytes. A pipe, a device and
// what is longer are refused at once: nothing waits, and nothing grows.
func readWhole(path string, limit int64) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe without a writer must not hang
	if err != nil {
		return nil, noFile(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, noFile(path, err)
	case info.IsDir():
		return nil, claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	case !info.Mode().IsRegular():
		return nil, claims.Refuse("", "%s is not a file", path).WithHint("a pipe or a device is not read here: save it to a file first")
	}
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, noFile(path, err)
	}
	if int64(len(text)) > limit {
		return nil, claims.Refuse("", "%s is longer than %d bytes", path, limit).WithHint("check the name: such a file is never that long")
	}
	return text, nil
}

// kept is standard input that is read a second time: what passes through is
// kept in a file meanwhile.
type kept struct {
	in   io.Reader
	file *os.File
	n    int64
}

// Read reads from standard input, up to maxKept bytes in all.
func (k *kept) Read(p []byte) (int, error) {
	n, err := k.in.Read(p)
	if k.n += int64(n); k.n > maxKept {
		return 0, claims.Refuse("", "standard input is longer than %d GB", maxKept>>30).WithHint("save it to a file and import that")
	}
	if _, werr := k.file.Write(p[:n]); errors.Is(werr, syscall.ENOSPC) {
		return 0, claims.Refuse("", "there is no room to keep standard input in %s", os.TempDir()).WithHint("set TMPDIR to a directory with room, or import a file")
	} else if werr != nil {
		return 0, fmt.Errorf("keep standard input: %w", werr)
	}
	return n, err
}
