//go:build unix

package sqlite

import (
	"fmt"
	"io"
	"os"
	"syscall"
)

// The bytes on which SQLite programs lock a file: whoever has it open has a
// shared lock there.
const lockFrom, lockLength = 0x40000000, 512

// alone takes the lock that keeps everybody else out of a file until it is
// closed; otherwise it says who has the file open.
func alone(f *os.File) (who string) {
	want := syscall.Flock_t{Type: syscall.F_WRLCK, Whence: io.SeekStart, Start: lockFrom, Len: lockLength}
	if err := syscall.FcntlFlock(f.Fd(), syscall.F_SETLK, &want); err == nil {
		return ""
	}
	if err := syscall.FcntlFlock(f.Fd(), syscall.F_GETLK, &want); err == nil && want.Type != syscall.F_UNLCK && want.Pid > 0 {
		return fmt.Sprintf("process %d", want.Pid)
	}
	return "another program"
}
