//go:build unix

package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// startDaemon starts a daemon on the test's book and waits for its first
// prompt.
func startDaemon(t *testing.T) (cmd *exec.Cmd, errs *bytes.Buffer) {
	t.Helper()
	cmd, errs = exec.CommandContext(t.Context(), "tracker", "daemon", "--every", "1s"), &bytes.Buffer{} // see TestMain
	cmd.Stderr = errs
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("the daemon says nothing: %v", err)
	}
	return cmd, errs
}

// Row 57: a book that is restored under a daemon is the backup, takes what is
// added after that, and the daemon goes on in it.
func TestRestoreUnderADaemon(t *testing.T) {
	b := newTestBook(t)
	backup := filepath.Join(t.TempDir(), "copy.db")
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-07-01", "--by", "2025-08-01")
	b.run(0, "backup", backup)
	b.run(0, "add", "The bridge opens", "--speaker", "City council", "--said", "2025-07-01", "--by", "2025-08-01")
	cmd, errs := startDaemon(t)
	b.run(0, "add", "The pool opens", "--speaker", "City council", "--by", "2025-09-01")
	b.run(0, "restore", "--yes", backup)
	if n := b.run(0, "list", "--count"); n != "1\n" {
		t.Errorf("%s claims after restore, want 1", n)
	}
	b.run(0, "add", "The library opens", "--speaker", "City council", "--by", "2025-09-01")
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || strings.Contains(errs.String(), "damaged") {
		t.Errorf("the daemon ended with %v: %s", err, errs.String())
	}
	b.run(0, "check")
	if n := b.run(0, "list", "--count"); n != "2\n" {
		t.Errorf("%s claims after the daemon, want 2", n)
	}
}

// Row 57: a daemon whose book is moved ends with a sentence, and every claim
// that was acknowledged is in the moved file, with the log that goes with it.
func TestMoveUnderADaemon(t *testing.T) {
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-07-01", "--by", "2025-08-01")
	cmd, errs := startDaemon(t)
	b.run(0, "add", "The bridge opens", "--speaker", "City council", "--by", "2025-09-01")
	book, moved := os.Getenv("TRACKER_DB"), filepath.Join(t.TempDir(), "moved.db")
	if err := os.Rename(book, moved); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil || cmd.ProcessState.ExitCode() != exitUnusable || !strings.Contains(errs.String(), "has been moved or replaced") {
		t.Errorf("the daemon ended with %v: %s", err, errs.String())
	}
	if log, err := os.Stat(book + "-wal"); err == nil && log.Size() > 0 {
		if !strings.Contains(errs.String(), book+"-wal") {
			t.Errorf("the log is not spoken of: %s", errs.String())
		}
		if err := os.Rename(book+"-wal", moved+"-wal"); err != nil {
			t.Fatal(err)
		}
	}
	if n := b.run(0, "--db", moved, "list", "--count"); n != "2\n" {
		t.Errorf("%s claims in the moved book, want 2", n)
	}
	b.run(0, "--db", moved, "check")
}
