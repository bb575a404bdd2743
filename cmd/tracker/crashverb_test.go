package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// crashRun is a verb that is killed, in a folder with book.db, and what must
// hold then.
type crashRun struct {
	name  string
	args  []string
	after func(c *crashDir, done bool)
}

// crashDir is the folder of one round.
type crashDir struct {
	*testing.T
	dir string
	// what journal export says of the book before, of the backup, and after undo
	before, backup, undone, report []byte
	site, smaller                  []byte // the sums of two sites
}

func (c *crashDir) path(name string) string { return filepath.Join(c.dir, name) }

// tracker is a run of the program in the folder.
func (c *crashDir) tracker(args ...string) *exec.Cmd {
	cmd := exec.Command("tracker", args...) // see TestMain
	cmd.Dir = c.dir
	cmd.Env = append(os.Environ(), "TRACKER_DB=book.db", "TMPDIR="+c.dir, "TRACKER_NOW=2025-08-06T12:00:00Z", "TRACKER_ZONE=UTC",
		"TRACKER_ACTOR=desk", "XDG_CONFIG_HOME="+c.dir)
	return cmd
}

func (c *crashDir) must(args ...string) []byte {
	c.Helper()
	var errs bytes.Buffer
	cmd := c.tracker(args...)
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		c.Fatalf("tracker %q: %v: %s", args, err, errs.String())
	}
	return out
}

// journal is what the journal of a book says, without the entries' ids of
// commands, which differ from run to run.
func (c *crashDir) journal(book string) []byte {
	c.Helper()
	c.must("--db", book, "check")
	return c.must("--db", book, "journal", "export")
}

// litter fails the test when a temporary file is left.
func (c *crashDir) litter() {
	c.Helper()
	for _, pattern := range []string{".tracker-*", "tracker-*"} {
		if found, err := filepath.Glob(c.path(pattern)); err != nil || len(found) > 0 {
			c.Errorf("left behind: %v, %v", found, err)
		}
	}
}

var crashRuns = []crashRun{
	{"restore", []string{"restore", "--yes", "backup.db"}, func(c *crashDir, done bool) {
		now := c.journal("book.db")
		if !bytes.Equal(now, c.backup) && (done || !bytes.Equal(now, c.before)) {
			c.Errorf("the book is neither what it was nor the backup (finished: %v)", done)
		}
		c.must("restore", "--yes", "backup.db")
		if !bytes.Equal(c.journal("book.db"), c.backup) {
			c.Error("restored again, it is not the backup")
		}
		kept, err := filepath.Glob(c.path("book-before-restore-*.db"))
		whole := 0
		for _, path := range kept {
			if bytes.Equal(c.journal(path), c.before) {
				whole++
			}
		}
		if err != nil || whole == 0 {
			c.Errorf("what was there is in none of %v, %v", kept, err)
		}
	}},
	{"undo", []string{"undo"}, func(c *crashDir, done bool) {
		now := c.journal("book.db")
		switch {
		case bytes.Equal(now, c.before) && !done:
			c.must("undo")
			if n := bytes.Count(c.journal("book.db"), []byte("\n")); n != bytes.Count(c.undone, []byte("\n")) {
				c.Errorf("undone again, there are %d entries", n)
			}
		case bytes.Count(now, []byte("\n")) != bytes.Count(c.undone, []byte("\n")):
			c.Errorf("undone by halves: %d entries (finished: %v)", bytes.Count(now, []byte("\n")), done)
		}
		if out := c.must("list", "--count"); string(out) != "1\n" {
			c.Errorf("%s claims are left of an import that was undone", out)
		}
	}},
	{"backup", []string{"backup", "new.db"}, func(c *crashDir, done bool) {
		if _, err := os.Stat(c.path("new.db")); err != nil {
			if done {
				c.Error("there is no backup")
			}
			c.must("backup", "new.db")
		} else {
			c.must("backup", "other.db")
		}
		if !bytes.Equal(c.journal("new.db"), c.before) {
			c.Error("the backup is not the book")
		}
	}},
	{"report", []string{"report", "-o", "report.md"}, func(c *crashDir, done bool) {
		text, err := os.ReadFile(c.path("report.md"))
		if err != nil || !bytes.Equal(text, c.report) && (done || string(text) != "old\n") {
			c.Errorf("the report is %.40q, %v (finished: %v)", text, err, done)
		}
		c.must("report", "-o", "report.md")
		if text, err := os.ReadFile(c.path("report.md")); err != nil || !bytes.Equal(text, c.report) {
			c.Errorf("written again, the report is %.40q, %v", text, err)
		}
	}},
	{"site", []string{"report", "--out", "site"}, func(c *crashDir, done bool) {
		if now := c.sum("site"); !bytes.Equal(now, c.site) && (done || !bytes.Equal(now, c.smaller)) {
			c.Errorf("the site is neither the one that stood nor the new one (finished: %v)", done)
		}
		c.must("report", "--out", "site")
		if !bytes.Equal(c.sum("site"), c.site) {
			c.Error("written again, the site is another one")
		}
	}},
}

// sum is a sum over the names and the bytes of the files of a folder.
func (c *crashDir) sum(folder string) []byte {
	c.Helper()
	sum, n := sha256.New(), 0
	err := fs.WalkDir(os.DirFS(c.path(folder)), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		text, err := os.ReadFile(filepath.Join(c.path(folder), name))
		fmt.Fprintf(sum, "%s %d ", name, len(text))
		sum.Write(text)
		return err
	})
	if err != nil || n < 20 {
		c.Errorf("%d files in %s: %v", n, folder, err)
	}
	return sum.Sum(nil)
}

// Row 56: a verb that is killed at any moment has done all or nothing; the
// next run finishes the work and takes away what the first left.
func TestCrashOfVerbs(t *testing.T) {
	rounds := 2
	if os.Getenv("TRACKER_SOAK") == "1" {
		rounds = 125 // of each of five verbs
	}
	template := crashTemplate(t)
	for _, run := range crashRuns {
		t.Run(run.name, func(t *testing.T) {
			t.Parallel()
			bound, killed := crashOnce(t, template, run, 0), 0
			for range rounds {
				took := crashOnce(t, template, run, 1+time.Duration(rand.Int64N(int64(bound))))
				if took == 0 {
					killed++
				} else {
					bound = min(bound, took)
				}
			}
			t.Logf("%d of %d were killed before they had finished", killed, rounds)
		})
	}
}

// crashTemplate makes a book out of which an import has just been made, the
// backup from before a few changes, and what they say.
func crashTemplate(t *testing.T) *crashDir {
	t.Helper()
	c := &crashDir{T: t, dir: t.TempDir()}
	c.must("init")
	c.must("add", "The bridge opens", "--speaker", "City council", "--by", "2025-09-01")
	c.must("backup", "backup.db")
	var lines strings.Builder
	for n := range 60 {
		fmt.Fprintf(&lines, `{"statement":"The talks resume in round %d","speaker":"The ministry","stated_on":"2025-07-01","deadline_phrase":"next week","hedge":"likely"}`+"\n", n)
	}
	for name, text := range map[string]string{"claims.jsonl": lines.String(), "report.md": "old\n"} {
		if err := os.WriteFile(c.path(name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c.must("import", "claims.jsonl")
	c.before, c.backup, c.report = c.journal("book.db"), c.journal("backup.db"), c.must("report")
	c.must("report", "--out", "site")
	c.site = c.sum("site")
	c.must("report", "--out", "site", "speaker:council")
	c.smaller = c.sum("site")
	undone := c.copy(t)
	undone.must("undo")
	c.undone = undone.journal("book.db")
	return c
}

// copy is the folder once more.
func (c *crashDir) copy(t *testing.T) *crashDir {
	t.Helper()
	other := *c
	other.T, other.dir = t, t.TempDir()
	for _, name := range []string{"book.db", "backup.db", "report.md"} {
		text, err := os.ReadFile(c.path(name))
		if err == nil {
			err = os.WriteFile(other.path(name), text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(other.path("site"), os.DirFS(c.path("site"))); err != nil {
		t.Fatal(err)
	}
	return &other
}

// crashOnce runs a verb in a copy of the template and kills it after some
// time, 0 for never. It returns how long the verb took, 0 when it was killed.
func crashOnce(t *testing.T, template *crashDir, run crashRun, after time.Duration) (took time.Duration) {
	t.Helper()
	c := template.copy(t)
	defer os.RemoveAll(c.dir)
	cmd := c.tracker(run.args...)
	start := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		kill := time.AfterFunc(after, func() { cmd.Process.Kill() })
		defer kill.Stop()
	}
	err := cmd.Wait()
	if cmd.ProcessState.ExitCode() > 0 || after == 0 && err != nil {
		t.Fatalf("%s ended by itself: %v", run.name, err)
	}
	if err == nil {
		took = time.Since(start)
	}
	run.after(c, err == nil)
	c.litter()
	return took
}
