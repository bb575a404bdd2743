// Package files reads the files that people name, whole, bounded, or refused
// in one sentence, and writes them in one step. It knows nothing of what is in them.
//
//	text, err := files.ReadWhole("desk.csv", 1<<20)
package files

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"tracker/claims"
	"tracker/scratch"
)

// ReadWhole reads a regular file of at most limit bytes. A pipe, a device and
// what is longer are refused at once: nothing waits, and nothing grows.
func ReadWhole(path string, limit int64) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe without a writer must not hang
	if err != nil {
		return nil, Missing(path, err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, Missing(path, err)
	case info.IsDir():
		return nil, claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	case !info.Mode().IsRegular():
		return nil, claims.Refuse("", "%s is not a file", path).WithHint("a pipe or a device is not read here: save it to a file first")
	}
	text, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, Missing(path, err)
	}
	if int64(len(text)) > limit {
		return nil, claims.Refuse("", "%s is longer than %d bytes", path, limit).WithHint("check the name: such a file is never that long")
	}
	return text, nil
}

// Missing says why a file cannot be read.
func Missing(path string, err error) *claims.Error {
	kind := claims.Refused
	if errors.Is(err, fs.ErrNotExist) {
		kind = claims.NotFound
	}
	return (&claims.Error{Kind: kind, Msg: fmt.Sprintf("%s cannot be read: %v", path, scratch.Pathless(err)), Cause: err}).
		WithHint("check the name; - is standard input")
}

// Unwritable says why a file cannot be written.
func Unwritable(path string, err error) *claims.Error {
	hint := "name another place, or make it one that can be written; - is standard output"
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		hint = "make room, or name another place; - is standard output"
	}
	return claims.Refuse("", "%s cannot be written: %v", path, scratch.Pathless(err)).Because(err).WithHint("%s", hint)
}

// Ending is what the name of a file says about its format: "csv".
func Ending(path string) string {
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
}
