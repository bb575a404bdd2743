package sqlite

import (
	"fmt"
	"os"
	"strings"
	"syscall"

	"tracker/clean"
)

// holder says who has the write lock of a book: the kernel lists locks, and
// SQLite's is byte 120 of the -shm file. Opening that file to ask would give
// up the locks that this program has on it.
func holder(path string) string {
	const anybody = "another program"
	info, err := os.Stat(resolved(path) + "-shm")
	locks, lerr := os.ReadFile("/proc/locks")
	if err != nil || lerr != nil {
		return anybody
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return anybody
	}
	for line := range strings.Lines(string(locks)) {
		var pid int
		var n, kind, way, mode, file string
		var from int64
		if _, err := fmt.Sscan(line, &n, &kind, &way, &mode, &pid, &file, &from); err != nil || mode != "WRITE" || from != 120 || pid == os.Getpid() {
			continue
		}
		name, err := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
		if err == nil && strings.HasSuffix(file, fmt.Sprintf(":%d", stat.Ino)) {
			return fmt.Sprintf("process %d (%s)", pid, clean.Line(strings.TrimSpace(string(name))))
		}
	}
	return anybody
}
