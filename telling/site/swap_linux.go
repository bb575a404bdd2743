package site

import (
	"errors"
	"runtime"
	"syscall"
	"unsafe"
)

// renameat2 is the number of that call, which package syscall does not have.
var renameat2 = map[string]uintptr{"amd64": 316, "arm64": 276, "riscv64": 276, "loong64": 276, "386": 353, "arm": 382, "ppc64le": 357, "s390x": 347}[runtime.GOARCH]

// exchange swaps two names in one step; errors.ErrUnsupported where the kernel
// or the file system cannot.
func exchange(a, b string) error {
	x, err := syscall.BytePtrFromString(a)
	if err != nil {
		return err
	}
	y, err := syscall.BytePtrFromString(b)
	if err != nil || renameat2 == 0 {
		return errors.Join(err, errors.ErrUnsupported)
	}
	const here, both = ^uintptr(99), 2 // AT_FDCWD, RENAME_EXCHANGE
	_, _, no := syscall.Syscall6(renameat2, here, uintptr(unsafe.Pointer(x)), here, uintptr(unsafe.Pointer(y)), both, 0)
	switch no {
	case 0:
		return nil
	case syscall.ENOSYS, syscall.EINVAL:
		return errors.ErrUnsupported
	}
	return no
}

// flush brings what was written to the disk, so that no name is given to a page
// that is not there after a power cut.
func flush() { syscall.Sync() }
