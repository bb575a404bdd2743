//go:build unix

package sqlite

import "syscall"

// onFixed reports whether a file is on a file system that cannot be written.
func onFixed(path string) bool {
	const toWrite = 2 // W_OK
	return syscall.Access(path, toWrite) == syscall.EROFS
}
