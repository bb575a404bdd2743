//go:build unix

package files

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tracker/claims"
)

func TestOpenDoesNotWaitForAPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	var refusal *claims.Error
	if _, _, _, err := Open(pipe, nil); !errors.As(err, &refusal) || refusal.Hint == "" {
		t.Errorf("%v", err)
	}
}

// What cannot be kept until it is written is told with where, and nothing else
// that goes wrong is taken for it.
func TestUnkept(t *testing.T) {
	full := &os.PathError{Op: "write", Path: filepath.Join(os.TempDir(), ".tracker-spill-1"), Err: syscall.ENOSPC}
	elsewhere := &os.PathError{Op: "open", Path: "/etc/evidence.pdf", Err: syscall.EACCES}
	for _, c := range []struct {
		err     error
		refused bool
	}{{full, true}, {fmt.Errorf("finish: %w", full), true}, {elsewhere, false}, {io.ErrShortWrite, false}} {
		err := Through(io.Discard, func(io.Writer) error { return c.err })
		var refusal *claims.Error
		if got := errors.As(err, &refusal); got != c.refused || got && !strings.Contains(refusal.Msg, "cannot be kept in "+os.TempDir()+": no space left") || !errors.Is(err, c.err) && !c.refused {
			t.Errorf("%v: %v", c.err, err)
		}
	}
}

func TestOpenReadsAPipeThatIsOpen(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if _, err := io.WriteString(w, "speaker,p,y\n"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f, _, size, err := Open(fmt.Sprintf("/dev/fd/%d", r.Fd()), nil)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no /dev/fd here")
	}
	if err != nil || size != -1 {
		t.Fatalf("size %d, %v", size, err)
	}
	defer f.Close()
	if text, err := io.ReadAll(f); string(text) != "speaker,p,y\n" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "table.csv")
	if err := os.WriteFile(path, []byte("speaker"), 0o600); err != nil {
		t.Fatal(err)
	}
	if f, name, size, err := Open(path, nil); err != nil || name != path || size != 7 {
		t.Errorf("%s, %d bytes, %v", name, size, err)
	} else {
		f.Close()
	}
	if f, name, size, err := Open("-", strings.NewReader("x")); err != nil || name != "stdin" || size != -1 {
		t.Errorf("%s, %d bytes, %v", name, size, err)
	} else {
		f.Close()
	}
	for _, bad := range []string{dir, filepath.Join(dir, "missing")} {
		if _, _, _, err := Open(bad, nil); err == nil {
			t.Errorf("%s is opened", bad)
		}
	}
}

// A full disk is mended by room, not by permissions.
func TestUnwritable(t *testing.T) {
	for cause, want := range map[error]string{syscall.ENOSPC: "make room, or name another place", syscall.EDQUOT: "make room", syscall.EACCES: "make it one that can be written"} {
		if got := Unwritable("r.html", &os.PathError{Op: "write", Path: "r.html", Err: cause}); !strings.Contains(got.Hint, want) {
			t.Errorf("%v: the hint is %q", cause, got.Hint)
		}
	}
}
