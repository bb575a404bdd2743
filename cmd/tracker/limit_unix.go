//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreFileLimit turns a file that may not grow (ulimit -f) from the end of
// the program into an error that it can report.
func ignoreFileLimit() { signal.Ignore(syscall.SIGXFSZ) }
