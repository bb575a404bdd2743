package site

import (
	"bytes"
	"errors"
	"os"
	"syscall"
)

// folder is one in which files are made, or looked into. Its files are named from
// it, and go round package os, which asks of each whether it could be waited for:
// with hundreds of thousands of files that is felt.
type folder struct{ fd int }

func newFolder(name string) (*folder, error) {
	if err := os.Mkdir(name, 0o777); err != nil {
		return nil, err
	}
	return openFolder(name)
}

// openFolder opens a folder that is there.
func openFolder(name string) (*folder, error) {
	fd, err := uninterrupted(func() (int, error) {
		return syscall.Open(name, syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
	})
	if err != nil {
		return nil, &os.PathError{Op: "open", Path: name, Err: err}
	}
	return &folder{fd}, nil
}

// write writes a new file.
func (f *folder) write(name string, text []byte) error {
	fd, err := uninterrupted(func() (int, error) {
		return syscall.Openat(f.fd, name, syscall.O_WRONLY|syscall.O_CREAT|syscall.O_EXCL|syscall.O_CLOEXEC, 0o666)
	})
	for err == nil && len(text) > 0 {
		var n int
		n, err = uninterrupted(func() (int, error) { return syscall.Write(fd, text) })
		text = text[max(n, 0):]
	}
	if fd >= 0 {
		if closed := syscall.Close(fd); err == nil {
			err = closed
		}
	}
	if err != nil {
		return &os.PathError{Op: "write", Path: name, Err: err}
	}
	return nil
}

// holds reports whether a file holds a text, and whether there is one; a folder
// that is not there has none.
func (f *folder) holds(name string, text []byte) (same, there bool) {
	if f == nil {
		return false, false
	}
	fd, err := uninterrupted(func() (int, error) {
		return syscall.Openat(f.fd, name, syscall.O_RDONLY|syscall.O_NOFOLLOW|syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	})
	if err != nil {
		return false, !errors.Is(err, syscall.ENOENT)
	}
	defer syscall.Close(fd)
	var room [16 << 10]byte
	for {
		n, err := uninterrupted(func() (int, error) { return syscall.Read(fd, room[:]) })
		if n == 0 && err == nil {
			return len(text) == 0, true
		}
		if err != nil || !bytes.HasPrefix(text, room[:n]) {
			return false, true
		}
		text = text[n:]
	}
}

// uninterrupted calls until no signal comes in between.
func uninterrupted(call func() (int, error)) (int, error) {
	for {
		if n, err := call(); !errors.Is(err, syscall.EINTR) {
			return n, err
		}
	}
}

func (f *folder) close() {
	if f != nil {
		syscall.Close(f.fd)
	}
}
