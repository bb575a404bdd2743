package intake

import (
	"errors"
	"io"
	"os"
	"syscall"

	"tracker/claims"
	"tracker/scratch"
)

// maxKept is the longest standard input that is kept, in bytes.
const maxKept = 4 << 30

// unkept says why a line cannot be kept until it is written.
func unkept(err error) error {
	return claims.Refuse("", "what was read cannot be kept in %s: %v", os.TempDir(), scratch.Pathless(err)).Because(err).
		WithHint("nothing was written by this command; set TMPDIR to a directory with room")
}

// unkeepable is why something cannot be kept until it is asked for: no problem
// of its line.
type unkeepable struct{ error }

// keeping is what became of keeping something.
func keeping(err error) error {
	if err == nil {
		return nil
	}
	return unkeepable{err}
}

// stopped is why the first pass ends early.
func stopped(err error) error {
	var u unkeepable
	if errors.As(err, &u) {
		return unkept(u.error)
	}
	return err
}

// kept is standard input that is read a second time: what passes through is
// kept in a file meanwhile.
type kept struct {
	in   io.Reader
	file io.Writer
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
		return 0, unkept(werr)
	}
	return n, err
}
