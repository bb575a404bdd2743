package main

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"tracker/claims"
	"tracker/store"
)

// TestDaemonStopsWhenTold starts a daemon, waits for its first prompt and
// tells it to stop: exit code 0, and the prompt was made once.
func TestDaemonStopsWhenTold(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			b := newTestBook(t)
			b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-07-01", "--by", "2025-08-01")
			cmd := exec.CommandContext(t.Context(), "tracker", "daemon") // see TestMain
			var errs bytes.Buffer
			cmd.Stderr = &errs
			out, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			line, err := bufio.NewReader(out).ReadString('\n')
			if want := "1 claim waits for a verdict; none is new today\n"; line != want || err != nil {
				t.Errorf("the daemon says %q, %v; want %q", line, err, want)
			}
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			if err := cmd.Wait(); err != nil {
				t.Errorf("the daemon ended with %v: %s", err, errs.String())
			}
			if lines := strings.Split(errs.String(), "\n"); len(lines) != 3 || !strings.Contains(lines[0], "msg=watching") || !strings.HasSuffix(lines[1], "level=INFO msg=stopped") {
				t.Errorf("standard error is %q", errs.String())
			}
			if out := b.run(0, "remind"); out != "" {
				t.Errorf("prompted again: %q", out)
			}
		})
	}
}

// TestDueMissesTheDaemon: a daemon that once ran is missed after three hours,
// when something is due.
func TestDueMissesTheDaemon(t *testing.T) {
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-07-01", "--by", "2025-08-01")
	if _, _, errs := b.try(t.Context(), "due"); strings.Contains(errs, "daemon") {
		t.Errorf("a daemon that never ran is missed: %s", errs)
	}
	book, err := store.Open(t.Context(), os.Getenv("TRACKER_DB"))
	if err != nil {
		t.Fatal(err)
	}
	beat := time.Date(2025, 8, 6, 12, 0, 0, 0, time.UTC)
	if err := errors.Join(book.Beat(t.Context(), claims.At(beat), claims.At(beat)), book.Close()); err != nil {
		t.Fatal(err)
	}
	for now, warned := range map[string]bool{"2025-08-06T14:59:59Z": false, "2025-08-06T15:00:00Z": true} {
		t.Setenv("TRACKER_NOW", now)
		_, _, errs := b.try(t.Context(), "due")
		if got := strings.Contains(errs, "warning: no pass for 3 h (the last good one was 2025-08-06 12:00): start tracker daemon, or run tracker remind from cron; 1 prompt waits\n"); got != warned {
			t.Errorf("at %s due warns: %v, want %v: %s", now, got, warned, errs)
		}
	}
}

// TestFullDisk: what could not be written is not done.
func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skipf("this machine has no full device: %v", err)
	}
	defer full.Close()
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--by", "2025-09-01")
	for _, args := range []string{"list", "show 1", "list --json", "export", "report", "journal export", "score", "help deadlines"} {
		var errs bytes.Buffer
		cmd := exec.CommandContext(t.Context(), "tracker", strings.Fields(args)...)
		cmd.Stdout, cmd.Stderr = full, &errs
		var exit *exec.ExitError
		if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != exitFault || !strings.Contains(errs.String(), "write standard output: no space left on device") {
			t.Errorf("tracker %s: %v: %s", args, err, errs.String())
		}
	}
}
