package main

import (
	"bytes"
	"cmp"
	"log"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// took is what a command took: time, and processor time, which other work on
// the machine does not lengthen.
type took struct{ wall, cpu time.Duration }

// newYear is when nothing of the generated claims is out of the ordinary.
const newYear = "2026-01-01"

// run runs a command with an input and returns what it took.
func run(stdin []byte, name string, args ...string) took { return runAt(newYear, stdin, name, args...) }

// runAt is run at another instant.
func runAt(now string, stdin []byte, name string, args ...string) took {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "TRACKER_ZONE=UTC", "TRACKER_NOW="+now)
	cmd.Stdin = bytes.NewReader(stdin)
	return ran(cmd)
}

// ran runs a command that is made.
func ran(cmd *exec.Cmd) took {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	start := time.Now()
	if err := cmd.Run(); err != nil {
		log.Fatalf("%v: %v\n%s", cmd.Args, err, out.Bytes())
	}
	return took{time.Since(start), cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
}

// measured runs the program at an instant and returns what it took, and the
// memory it had at most, in bytes. It is started through this program anew: the
// memory of one that starts another counts until the other begins, and this one
// may have much. That start is in the time too: of what takes only some
// milliseconds, runAt says it.
func (b *bench) measured(at string, args ...string) (took, int64) {
	self, err := os.Executable()
	must(err)
	cmd := exec.Command(self, append([]string{"-memory", b.path("memory"), b.tracker}, args...)...)
	cmd.Env = append(os.Environ(), "TRACKER_ZONE=UTC", "TRACKER_NOW="+at)
	t := ran(cmd)
	text, err := os.ReadFile(b.path("memory"))
	must(err)
	most, err := strconv.ParseInt(string(text), 10, 64)
	must(err)
	return t, most
}

// note runs a command and writes the memory that it had at most, in bytes, into
// a file; 0 where nobody says.
func note(file string, command []string) error {
	cmd := exec.Command(command[0], command[1:]...)
	ran(cmd)
	most := int64(0)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		most = usage.Maxrss << 10 // in KB on Linux
	}
	return os.WriteFile(file, []byte(strconv.FormatInt(most, 10)), 0o600)
}

// median takes the middle of the times, and of the processor times.
func median(list []took) (m took) {
	slices.SortFunc(list, func(a, b took) int { return cmp.Compare(a.cpu, b.cpu) })
	m.cpu = list[len(list)/2].cpu
	slices.SortFunc(list, func(a, b took) int { return cmp.Compare(a.wall, b.wall) })
	m.wall = list[len(list)/2].wall
	return m
}
