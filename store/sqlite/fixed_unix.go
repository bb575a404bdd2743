//go:build unix

package sqlite

import "syscall"

// whyNot says why what is at path cannot be written, "" where it can be.
func whyNot(path string) string {
	const toWrite = 2 // W_OK
	switch syscall.Access(path, toWrite) {
	case syscall.EROFS:
		return "is on a file system that cannot be written"
	case syscall.EACCES, syscall.EPERM:
		return "may not be written by you"
	}
	return ""
}
