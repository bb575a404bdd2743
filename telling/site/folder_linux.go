package site

import (
	"errors"
	"os"
	"syscall"
)

// folder is one in which files are made. Its files are named from it, and go
// round package os, which asks of each whether it could be waited for: with
// hundreds of thousands of files that is felt.
type folder struct{ fd int }

func newFolder(name string) (*folder, error) {
	if err := os.Mkdir(name, 0o777); err != nil {
		return nil, err
	}
	fd, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_DIRECTORY|syscall.O_CLOEXEC, 0)
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
