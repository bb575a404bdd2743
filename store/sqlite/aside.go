package sqlite

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tracker/scratch"
	"tracker/store/dialect"
)

// copyRaw copies a book's file and its log as they are. The files stay open.
func copyRaw(path, kept string) (held []*os.File, err error) {
	for _, ending := range []string{"-wal", ""} {
		f, err := os.Open(resolved(path) + ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return held, dialect.Unusable("%s cannot be read: %v", path+ending, scratch.Pathless(err)).WithHint("check its permissions")
		}
		held = append(held, f)
		if err := pour(f, kept+ending); err != nil {
			return held, err
		}
	}
	return held, nil
}

// keptName is the name of a copy that is free, with its log's.
func keptName(path string, at time.Time) string {
	path = resolved(path)
	end := filepath.Ext(path)
	stem := fmt.Sprintf("%s-before-restore-%s", strings.TrimSuffix(path, end), at.Format("20060102-150405"))
	for n := 1; ; n++ {
		name := stem + end
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, end)
		}
		if Vacant(name) == nil && Vacant(name+"-wal") == nil {
			return name
		}
	}
}

// Set puts a backup, which nobody has open, where no book can be opened: where none is, or a damaged
// one, which is kept beside under its dated name together with its log. No
// log is left that SQLite could take for the backup's.
func Set(backup, path string, at time.Time) (kept string, err error) {
	path = resolved(path)
	name := keptName(path, at)
	if old, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		defer old.Close() // and so gives up the lock
		if who := alone(old); who != "" {
			return "", dialect.Unusable("%s has %s open", who, path).WithHint("end it first")
		}
		if err := os.Link(path, name); err != nil {
			return "", dialect.Unusable("%s cannot be made: %v", name, scratch.Pathless(err)).WithHint("check the directory's permissions")
		}
		kept = name
	} else if !errors.Is(err, fs.ErrNotExist) {
		return "", dialect.Unusable("%s cannot be written: %v", path, scratch.Pathless(err)).WithHint("check its permissions")
	}
	for _, ending := range companions[1:] {
		err := os.Rename(path+ending, name+ending)
		if ending == "-shm" {
			err = os.Remove(name + ending)
		}
		if err == nil && ending != "-shm" && kept == "" {
			kept = name + ending
		}
	}
	if err := scratch.Flush(backup); err != nil {
		return kept, err
	}
	if err := os.Rename(backup, path); err != nil {
		return kept, dialect.Unusable("%s cannot be made: %v", path, scratch.Pathless(err)).WithHint("check the directory's permissions")
	}
	return kept, scratch.Flush(filepath.Dir(path))
}
