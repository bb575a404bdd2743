//go:build unix

package screen

import (
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/sys/unix"
)

// hearBrokenPipe turns the end of a pipe's reader from the end of the program
// into an error of the write. The signal is heard, by nobody, and not ignored:
// the programs that this one starts would ignore it too.
func hearBrokenPipe() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }

// closed reports whether the program was started without a standard output
// that it can write to. Go puts the null device in the place of one that is
// closed, and opens it for reading too, which >/dev/null does not.
func (o *Outlet) closed() bool {
	w, ok := o.w.(*impatient)
	if !ok {
		return false
	}
	f, ok := w.out.(*os.File)
	if !ok {
		return false
	}
	flags, err := unix.FcntlInt(f.Fd(), unix.F_GETFL, 0)
	switch mode := flags & unix.O_ACCMODE; {
	case err != nil || mode == unix.O_RDONLY:
		return true
	case mode == unix.O_RDWR:
		return isNull(f)
	}
	return false
}

// isNull reports whether f is the null device.
func isNull(f *os.File) bool {
	have, err := f.Stat()
	if err != nil {
		return true
	}
	null, err := os.Stat(os.DevNull)
	return err == nil && os.SameFile(have, null)
}
