package files

import (
	"io"
	"io/fs"
	"os"
	"strings"

	"tracker/claims"
)

// Open opens a file that is read once; - is in, the standard input. Size is
// its length in bytes, -1 where nobody knows it. A pipe with a name is refused,
// because it would be waited for until somebody writes to it; one that is
// handed over open, as by <(command), is read.
func Open(path string, in io.Reader) (f io.ReadCloser, name string, size int64, err error) {
	if path == "-" {
		return io.NopCloser(in), "stdin", -1, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, "", 0, Missing(path, err)
	case info.IsDir():
		return nil, "", 0, claims.Refuse("", "%s is a directory", path).WithHint("name a file in it")
	case info.Mode()&fs.ModeNamedPipe != 0 && !isOpen(path):
		return nil, "", 0, claims.Refuse("", "%s is a pipe", path).WithHint("- < %s reads it as standard input", path)
	}
	f, err = os.Open(path)
	if err != nil {
		return nil, "", 0, Missing(path, err)
	}
	if size = info.Size(); !info.Mode().IsRegular() {
		size = -1
	}
	return f, path, size, nil
}

// isOpen reports whether a path names a file that this program was started
// with.
func isOpen(path string) bool {
	return strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/") || path == "/dev/stdin"
}
