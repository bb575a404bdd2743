//go:build unix

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tracker/store"
	"tracker/telling/report"
)

// dueBook is a book with n claims that wait for a verdict.
func dueBook(t *testing.T, n int) *testBook {
	t.Helper()
	b := newTestBook(t)
	var text strings.Builder
	for i := range n {
		fmt.Fprintf(&text, `{"key":"k%d","statement":"Gate %d of the harbour opens to the public","speaker":"The harbour","stated_on":"2025-07-01","window":{"earliest":"2025-07-01","latest":"2025-08-01"}}`+"\n", i, i)
	}
	path := filepath.Join(t.TempDir(), "due.jsonl")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	b.run(0, "import", path)
	return b
}

// stillWaiting makes a pass at once, which must prompt for all n claims.
func (b *testBook) stillWaiting(n int) {
	b.t.Helper()
	want := report.Count(n, "claim") + " wait"
	if got := b.run(0, "remind"); !strings.HasPrefix(got, want) {
		b.t.Errorf("the next pass says %.60q, want %q: prompts were lost", got, want)
	}
}

// lastBeat is when the daemon last made a good pass, as the book has it.
func lastBeat(t *testing.T) string {
	t.Helper()
	book, err := store.Open(t.Context(), os.Getenv("TRACKER_DB"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	at, _, err := book.LastBeat(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return at.String()
}

// A standard output that is closed, or opened for reading only, is found
// before anything is taken from the outbox: the next pass prompts at once.
func TestNothingIsPromptedToAClosedOutput(t *testing.T) {
	for _, command := range []string{"remind >&-", "daemon >&-", "remind 1</dev/null", "daemon --every 1s 1</dev/null"} {
		t.Run(command, func(t *testing.T) {
			b := dueBook(t, 1)
			cmd := exec.CommandContext(t.Context(), "sh", "-c", "exec tracker "+command)
			errs, err := cmd.CombinedOutput()
			if cmd.ProcessState.ExitCode() != exitUsage || !strings.Contains(string(errs), "standard output is closed") {
				t.Errorf("ended with %v: %s", err, errs)
			}
			if beat := lastBeat(t); beat != "" {
				t.Errorf("the daemon beat at %s", beat)
			}
			b.stillWaiting(1)
		})
	}
}

// To the null device a person may prompt: it is open.
func TestTheNullDeviceIsAnOutput(t *testing.T) {
	b := dueBook(t, 1)
	if out, err := exec.CommandContext(t.Context(), "sh", "-c", "exec tracker remind >/dev/null").CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
	if got := b.run(0, "remind"); got != "" {
		t.Errorf("prompted again: %q", got)
	}
}

// What a reader that has gone did not take is given back. A pass says nothing
// of it; the daemon, which ends by itself, says why.
func TestPromptsToAReaderThatHasGoneAreGivenBack(t *testing.T) {
	for _, verb := range []string{"remind", "daemon"} {
		t.Run(verb, func(t *testing.T) {
			b := dueBook(t, 1)
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			r.Close()
			var errs bytes.Buffer
			cmd := exec.CommandContext(t.Context(), "tracker", verb)
			cmd.Stdout, cmd.Stderr = w, &errs
			err = cmd.Run()
			w.Close()
			if code := cmd.ProcessState.ExitCode(); code != exitUnread || strings.Contains(errs.String(), "nobody reads standard output any more") != (verb == "daemon") {
				t.Errorf("ended with %v and said %q", err, errs.String())
			}
			b.stillWaiting(1)
		})
	}
}

// A pass that a full disk has stopped is reported, is no heartbeat, and does
// not stop the next one, which finds room.
func TestDaemonRecoversWhenTheDiskIsFreed(t *testing.T) {
	const limit = 8 << 20 // of every file the daemon writes, more than the book needs
	dueBook(t, 2)
	path := filepath.Join(t.TempDir(), "prompts.txt")
	out, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := out.Truncate(limit); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", fmt.Sprintf("ulimit -f %d; exec tracker daemon --every 1s", limit/512))
	cmd.Stdout = out
	errs, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewScanner(errs)
	if said.Scan(); !said.Scan() || !strings.Contains(said.Text(), `level=ERROR msg="pass failed" error="write standard output: `) {
		t.Fatalf("the daemon says %q", said.Text())
	}
	if beat := lastBeat(t); beat != "" {
		t.Errorf("a pass that failed beat at %s", beat)
	}
	if err := os.Truncate(path, 0); err != nil {
		t.Fatal(err)
	}
	for lastBeat(t) == "" { // a good pass comes within a second
		if t.Context().Err() != nil || cmd.Process.Signal(syscall.Signal(0)) != nil {
			t.Fatal("the daemon has gone")
		}
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for said.Scan() {
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("the daemon ended with %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || strings.Count(string(got), "2 claims wait") != 1 {
		t.Errorf("the daemon wrote %.200q, %v", got, err)
	}
}

// A full pipe that nobody reads does not keep the program: it ends within ten
// seconds, and what the pipe may not have taken is prompted for again.
func TestBlockedOutputEndsWhenTold(t *testing.T) {
	const n = 1500 // more than any pipe holds
	for verb, sig := range map[string]syscall.Signal{"remind": syscall.SIGHUP, "daemon": syscall.SIGTERM} {
		t.Run(verb+" "+sig.String(), func(t *testing.T) {
			b := dueBook(t, n)
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			r, w, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			cmd := exec.CommandContext(ctx, "tracker", verb)
			cmd.Stdout, cmd.Stderr = w, w // nobody reads its sentences either
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			w.Close()
			first := make([]byte, len(strconv.Itoa(n)))
			if _, err := io.ReadFull(r, first); err != nil {
				t.Fatal(err)
			}
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			err = cmd.Wait()
			var exit *exec.ExitError
			if ctx.Err() != nil || err != nil && !errors.As(err, &exit) || cmd.ProcessState.ExitCode() < 0 {
				t.Errorf("ended with %v, killed: %v", err, ctx.Err())
			}
			b.stillWaiting(n)
		})
	}
}
