package sqlite

import (
	"os"
	"path/filepath"
)

// companions are the endings of the files that make a book with the one it
// is named after.
var companions = []string{"", "-wal", "-shm", "-journal"}

// Belongs reports whether path is a book's file or one of its companions, by
// whatever name, and also one that is not there yet: files are compared, not
// names.
func Belongs(book, path string) bool {
	book = resolved(book)
	for _, ending := range companions {
		if sameFile(book+ending, path) {
			return true
		}
	}
	return false
}

// sameFile compares two files, or the names that they would have.
func sameFile(a, b string) bool {
	x, xerr := os.Stat(a)
	y, yerr := os.Stat(b)
	if xerr == nil && yerr == nil {
		return os.SameFile(x, y)
	}
	return resolved(a) == resolved(b)
}

// resolved is the name behind all symbolic links, of a file that may not be
// there.
func resolved(path string) string {
	path = Target(path)
	if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(dir, filepath.Base(path))
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return path
}

// Target follows the symbolic links that path itself is, to the file that it
// stands for or would make.
func Target(path string) string {
	const most = 40 // as Linux has it
	for range most {
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		path = to
	}
	return path
}

// Unfinished names a companion with something in it that lies beside a file,
// "" for none: then the file alone is not the whole book.
func Unfinished(path string) string {
	for _, ending := range companions[1:] {
		if info, err := os.Stat(path + ending); err == nil && info.Size() > 0 && ending != "-shm" {
			return filepath.Base(path) + ending
		}
	}
	return ""
}
