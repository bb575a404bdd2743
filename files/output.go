package files

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tracker/claims"
	"tracker/scratch"
)

// Through writes to w, in larger pieces.
func Through(w io.Writer, write func(io.Writer) error) error {
	b := bufio.NewWriter(w)
	if err := write(b); err != nil {
		return unkept(err)
	}
	return b.Flush()
}

// unkept refuses what cannot be kept in the folder for temporary files until
// it is written; another error stays as it is.
func unkept(err error) error {
	var p *fs.PathError
	var refusal *claims.Error
	if errors.As(err, &refusal) || !errors.As(err, &p) || filepath.Dir(p.Path) != filepath.Clean(os.TempDir()) {
		return err
	}
	return claims.Refuse("", "what is not finished cannot be kept in %s: %v", os.TempDir(), p.Err).Because(err).
		WithHint("nothing was written; set TMPDIR to a directory with room")
}

// To writes what stands at path and is no regular file (a pipe, a device), or a
// new file at place, which path means when all links are followed. Where path
// is what stdout is, nil for unknown, it writes to out.
func To(path, place string, out io.Writer, stdout fs.FileInfo, write func(io.Writer) error) error {
	info, err := os.Stat(path)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return Unwritable(path, err)
	case err == nil && info.IsDir():
		return claims.Refuse("", "%s is a directory", path).WithHint("-o FILE names a file, - is standard output")
	case err == nil && stdout != nil && os.SameFile(info, stdout):
		return Through(out, write)
	case err == nil && !info.Mode().IsRegular():
		return Pour(path, write)
	}
	return Replace(path, place, info, write)
}

// Pour writes into what stands at path.
func Pour(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return Unwritable(path, err)
	}
	defer f.Close()
	return errors.Join(Through(named{f, path, Unwritable}, write), f.Close())
}

// Replace writes a file for path beside the one at place, which path means
// when all links are followed, and gives it its name and, where old is one,
// its mode and owner: a reader never sees half a file.
func Replace(path, place string, old fs.FileInfo, write func(io.Writer) error) error {
	mode := fs.FileMode(0o666)
	if old != nil {
		mode = 0o600
	}
	f, err := scratch.File(filepath.Dir(place), "output", mode)
	if err != nil {
		return Unwritable(path, err)
	}
	defer f.Discard()
	if err := Through(named{f, path, Unwritable}, write); err != nil {
		return err
	}
	if old != nil {
		keepOwner(f.File, old)
		err = f.Chmod(old.Mode().Perm())
	}
	if err := errors.Join(err, f.Sync()); err != nil {
		return Unwritable(path, err)
	}
	if err := f.Name(place); err != nil {
		return Unwritable(path, err)
	}
	return nil
}

// named is a file that is written for a path: its refusals name that.
type named struct {
	w       io.Writer
	path    string
	refusal func(path string, err error) *claims.Error
}

// Write writes to the file.
func (n named) Write(p []byte) (int, error) {
	done, err := n.w.Write(p)
	if err != nil {
		err = n.refusal(n.path, err)
	}
	return done, err
}
