package main

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// testBook runs commands in this process on a book of its own, on Wednesday
// 6 August 2025 at noon.
type testBook struct {
	t     *testing.T
	stdin io.Reader // of the next command, empty when nil
}

func newTestBook(t *testing.T) *testBook {
	t.Helper()
	dir := t.TempDir()
	for name, value := range map[string]string{"TRACKER_DB": filepath.Join(dir, "book.db"), "TRACKER_NOW": "2025-08-06T12:00:00Z",
		"TRACKER_ZONE": "UTC", "TRACKER_ACTOR": "desk", "XDG_CONFIG_HOME": dir} {
		t.Setenv(name, value)
	}
	b := &testBook{t: t}
	b.run(0, "init")
	return b
}

// try carries out a command line without a terminal and returns its exit code
// and what it wrote.
func (b *testBook) try(ctx context.Context, args ...string) (code int, out, errs string) {
	var stdout, stderr strings.Builder
	e := newEnv()
	e.In, e.Out, e.Err = strings.NewReader(""), &stdout, &stderr
	if b.stdin != nil {
		e.In, b.stdin = b.stdin, nil
	}
	e.TTYIn, e.TTYOut, e.TTYErr = false, false, false
	root := newRoot(e, "")
	root.SetArgs(args)
	code = e.exit(root.ExecuteContext(ctx))
	e.nag(ctx, verbOf(args))
	e.close()
	return code, stdout.String(), stderr.String()
}

// run is try with an exit code that must be met; it returns the standard
// output.
func (b *testBook) run(want int, args ...string) string {
	b.t.Helper()
	code, out, errs := b.try(b.t.Context(), args...)
	if code != want {
		b.t.Fatalf("tracker %.200q: exit code %d, want %d: %s", args, code, want, errs)
	}
	return out
}

// refused is run for a command that must be refused with a message that holds
// some words, and a hint.
func (b *testBook) refused(want int, words string, args ...string) {
	b.t.Helper()
	code, out, errs := b.try(b.t.Context(), args...)
	msg, hint, _ := strings.Cut(errs, "\n")
	if code != want || out != "" || !strings.HasPrefix(msg, "tracker: ") || !strings.Contains(errs, words) || !strings.HasPrefix(hint, "tracker: hint: ") {
		b.t.Errorf("tracker %.200q: exit code %d, want %d with %q: %s%.500s", args, code, want, words, out, errs)
	}
}
