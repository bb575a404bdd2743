//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// unreadable makes what must not be read whole: a pipe that nobody writes to,
// an endless device, and 300 MB.
func unreadable(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	pipe, large := filepath.Join(dir, "pipe"), filepath.Join(dir, "large")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := f.Truncate(300 << 20); err != nil {
		t.Fatal(err)
	}
	return map[string]string{pipe: "is not a file", "/dev/zero": "is not a file", dir: "is a directory", large: "is longer than"}
}

// A lexicon, the configuration and the file an editor gives back are regular
// files of a bounded length; everything else is refused at once.
func TestFilesThatAreReadWholeAreBounded(t *testing.T) {
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--deadline", "next week")
	config := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "tracker", "config.toml")
	if err := os.MkdirAll(filepath.Dir(config), 0o700); err != nil {
		t.Fatal(err)
	}
	for path, why := range unreadable(t) {
		b.refused(3, why, "hedge", "likely", "--lexicon", path)
		b.refused(3, why, "add", "The bridge opens", "--speaker", "The ministry", "--lexicon", path)
		t.Setenv("EDITOR", "editor become "+path)
		b.refused(3, why, "amend", "1", "--edit")
		if path == "/dev/zero" && os.Getuid() != 0 {
			continue
		}
		if err := os.Symlink(path, config); err != nil {
			t.Fatal(err)
		}
		b.refused(2, why, "list")
		if err := os.Remove(config); err != nil {
			t.Fatal(err)
		}
	}
	if got := b.run(0, "history", "1"); strings.Count(got, "\n") != 1 {
		t.Errorf("the history is %q", got)
	}
}

// A configuration of very many keys is refused, by its length or by its first
// key.
func TestConfigurationOfManyKeys(t *testing.T) {
	b := newTestBook(t)
	config := filepath.Join(os.Getenv("XDG_CONFIG_HOME"), "tracker", "config.toml")
	if err := os.MkdirAll(filepath.Dir(config), 0o700); err != nil {
		t.Fatal(err)
	}
	for n, why := range map[int]string{200_000: "is longer than", 1_000: ":1: no setting is called k0"} {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, "k%d = 1\n", i)
		}
		if err := os.WriteFile(config, []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		b.refused(2, why, "list")
	}
}

// again is a text that comes over and over, without end.
type again struct {
	text string
	rest string
}

func (a *again) Read(p []byte) (int, error) {
	if a.rest == "" {
		a.rest = a.text
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// Standard input that does not end is refused while it comes, whether as one
// line or as many, and nothing of it stays.
func TestEndlessStandardInput(t *testing.T) {
	b := newTestBook(t)
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	const line = `{"statement":"The talks resume","speaker":"The ministry","stated_on":"2025-08-01"}` + "\n"
	for _, c := range []struct {
		text, why string
		args      []string
	}{
		{"x", "longer than 10 MB", []string{"import", "-"}},
		{"x", "longer than 10 MB", []string{"import", "-", "--skip-bad", "--dry-run"}},
		{"\x00", "is not text", []string{"import", "-"}},
		{line, "more than 10000 problems; what follows was not checked", []string{"import", "-"}},
		{"{}\n", "more than 10000 problems", []string{"import", "-"}},
		{"{}\n", "", []string{"journal", "import", "-"}},
		{"{\n", "stdin:1: ", []string{"deadline", "--jsonl"}},
	} {
		b.stdin = &again{text: strings.Repeat(c.text, 1+4096/len(c.text))}
		code, _, errs := b.try(t.Context(), c.args...)
		if code != exitRefused && c.args[len(c.args)-1] != "--dry-run" || !strings.Contains(errs, c.why) {
			t.Errorf("%s of %.20q without end: exit code %d: %.300s", c.args, c.text, code, errs)
		}
		if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
			t.Errorf("%s left %v, %v", c.args, left, err)
		}
	}
	if got := b.run(0, "list", "--count"); got != "0\n" {
		t.Errorf("%s claims were logged", got)
	}
}

// Nobody writes to the pipe: what opened it would wait for ever.
func TestNothingWaitsForANamedPipe(t *testing.T) {
	b := newTestBook(t)
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	b.refused(3, "is a pipe", "score", "--forecasts", pipe)
	b.refused(3, "is a pipe", "journal", "import", pipe)
	b.refused(3, "is not a file", "import", pipe)
}
