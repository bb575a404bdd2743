package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"tracker/claims"
	"tracker/intake"
	"tracker/store"
)

// desk is a home with a book in which programs are run beside each other.
type desk struct {
	*testing.T
	home, book string
	server     string // the URL of the book where it is not that file
}

// newDesk returns a home whose book is yet to be made.
func newDesk(t *testing.T) *desk {
	t.Helper()
	home := t.TempDir()
	return &desk{T: t, home: home, book: filepath.Join(home, "data", "tracker", "book.db")}
}

// tracker is a run of the program at a moment ("" for the present).
func (d *desk) tracker(now string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Args[0] = "tracker" // as which the test binary is the program
	cmd.Env = append(os.Environ(), "HOME="+d.home, "XDG_DATA_HOME="+filepath.Join(d.home, "data"), "XDG_CONFIG_HOME="+d.home,
		"TRACKER_NOW="+now, "TRACKER_ZONE=UTC", "TRACKER_ACTOR=desk", "TRACKER_DB="+d.server)
	return cmd
}

// run runs the program and returns what it printed and its exit code.
func (d *desk) run(now string, args ...string) (stdout, stderr string, code int) {
	d.Helper()
	var out, errs bytes.Buffer
	cmd := d.tracker(now, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		d.Errorf("%s: %v", args, err)
	}
	return out.String(), errs.String(), cmd.ProcessState.ExitCode()
}

// must runs the program, which must succeed, and returns its output.
func (d *desk) must(now string, args ...string) string {
	d.Helper()
	stdout, stderr, code := d.run(now, args...)
	if code != exitDone || strings.Contains(stderr, "lock") {
		d.Errorf("tracker %s: exit code %d\n%s", strings.Join(args, " "), code, stderr)
	}
	return stdout
}

// statements writes a file of n claims that fall due on 18 August 2025.
func (d *desk) statements(n int) string {
	d.Helper()
	var lines strings.Builder
	for i := range n {
		fmt.Fprintf(&lines, `{"statement":"The talks resume in round %d","speaker":"The ministry","stated_on":"2025-08-06",`+
			`"deadline_phrase":"next week","hedge":"likely"}`+"\n", i)
	}
	path := filepath.Join(d.home, fmt.Sprintf("%d.jsonl", n))
	if err := os.WriteFile(path, []byte(lines.String()), 0o600); err != nil {
		d.Fatal(err)
	}
	return path
}

// count is how many claims the book has; withdrawn ones count as well.
func (d *desk) count(b *store.Book) int {
	d.Helper()
	n, err := b.Count(d.Context(), claims.Filter{Statuses: claims.Statuses}, 0)
	if err != nil {
		d.Fatal(err)
	}
	return n
}

// open opens the book beside the programs.
func (d *desk) open() *store.Book {
	d.Helper()
	b, err := store.Open(d.Context(), cmp.Or(d.server, d.book))
	if err != nil {
		d.Fatal(err)
	}
	d.Cleanup(func() { b.Close() })
	return b
}

// Twenty programs add while others import, list, check, back up and remind:
// nothing is lost, and nobody is told that the book is locked.
func TestManyProgramsAtOnce(t *testing.T) {
	newDesk(t).manyAtOnce(20, 3, 5000)
}

// manyAtOnce runs programs that add, and one that imports, beside others that
// read.
func (d *desk) manyAtOnce(adders, each, imported int) {
	d.must("", "init")
	file := d.statements(imported)
	var writers, readers sync.WaitGroup
	written := make(chan struct{})
	writers.Go(func() { d.must("", "import", file) })
	for n := range adders {
		writers.Go(func() {
			for i := range each {
				d.must("", "add", fmt.Sprintf("Round %d of %d opens", i, n), "--speaker", fmt.Sprintf("Office %d", n), "--deadline", "next week")
			}
		})
	}
	for _, verb := range [][]string{{"check"}, {"list", "--json"}, {"due", "--limit", "3"}, {"remind"}} {
		readers.Go(func() {
			for again := true; again; {
				select {
				case <-written:
					again = false // once more, of the whole
				default:
				}
				d.must("2025-08-18", verb...)
			}
		})
	}
	readers.Go(func() { d.must("", "backup", filepath.Join(d.home, "copy.db")) })
	writers.Wait()
	close(written)
	readers.Wait()
	if n := d.count(d.open()); n != adders*each+imported {
		d.Errorf("%d claims, want %d", n, adders*each+imported)
	}
	d.must("", "check")
	d.must("", "--db", filepath.Join(d.home, "copy.db"), "check")
}

// Programs that start at once where there is no book yet share the one that
// the first of them makes.
func TestFirstUseAtOnce(t *testing.T) {
	for range 3 {
		d := newDesk(t)
		var running sync.WaitGroup
		for n := range 8 {
			running.Go(func() { d.must("", "add", fmt.Sprintf("Round %d opens", n), "--speaker", "The ministry") })
		}
		running.Wait()
		if n := d.count(d.open()); n != 8 {
			t.Errorf("%d claims of 8", n)
		}
		if info, err := os.Stat(filepath.Dir(d.book)); err != nil || info.Mode().Perm() != 0o700 {
			t.Errorf("the data directory: %v, %v, want 0700", info.Mode(), err)
		}
		d.must("", "check")
	}
}

var prompted = regexp.MustCompile(`(?m)^(\d+)  The ministry, `)

// Passes that run at once, their clocks a little apart, prompt for each
// claim once between them.
func TestRemindersAtOnce(t *testing.T) {
	d := newDesk(t)
	d.must("2025-08-06", "import", d.statements(50))
	prompts := map[string]int{}
	var mu sync.Mutex
	var running sync.WaitGroup
	for n := range 6 {
		running.Go(func() {
			out := d.must(fmt.Sprintf("2025-08-18T12:00:%02dZ", 10-n), "remind")
			mu.Lock()
			defer mu.Unlock()
			for _, m := range prompted.FindAllStringSubmatch(out, -1) {
				prompts[m[1]]++
			}
		})
	}
	running.Wait()
	for id, n := range prompts {
		if n != 1 {
			t.Errorf("claim %s was prompted for %d times", id, n)
		}
	}
	if len(prompts) != 50 {
		t.Errorf("%d of 50 claims were prompted for", len(prompts))
	}
	for _, now := range []string{"2025-08-18T13:00:00Z", "2025-08-17T23:00:00Z", "2025-08-20T23:59:59Z"} {
		if out := d.must(now, "remind"); out != "" {
			t.Errorf("prompted again at %s: %.100s", now, out)
		}
	}
}

// A pass that is killed while it sends leaves its prompts to the pass that
// comes when its lease is over, and only to that one.
func TestRemindIsKilled(t *testing.T) {
	const due = 1000 // more than a pipe holds, so that sending has to wait
	d := newDesk(t)
	d.must("2025-08-06", "import", d.statements(due))
	pass := d.tracker("2025-08-18T12:00:00Z", "remind")
	out, err := pass.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := pass.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 1)); err != nil { // the first byte: it has taken and is sending
		t.Fatal(err)
	}
	if err := pass.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := pass.Wait(); !errors.As(err, &exit) {
		t.Fatalf("the pass was over before it was killed: %v", err)
	}
	for _, tc := range []struct {
		now  string
		want int
	}{{"2025-08-18T12:01:00Z", 0}, {"2025-08-18T12:06:00Z", due}, {"2025-08-18T12:12:00Z", 0}, {"2025-08-21T00:00:00Z", due}} {
		if n := len(prompted.FindAllString(d.must(tc.now, "remind"), -1)); n != tc.want {
			t.Errorf("%s: %d prompts, want %d", tc.now, n, tc.want)
		}
	}
	d.must("", "check")
}

// An import that is interrupted leaves whole batches; the same command again
// adds the rest, and undo takes all of it back.
func TestImportIsInterrupted(t *testing.T) {
	const lines = 5 * intake.BatchSize
	d := newDesk(t)
	d.must("", "init")
	b, file := d.open(), d.statements(lines)
	var errs bytes.Buffer
	cmd := d.tracker("", "import", file)
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	over := make(chan error, 1)
	go func() { over <- cmd.Wait() }()
	for d.count(b) == 0 { // until the first batch is there
		select {
		case err := <-over:
			t.Fatalf("the import is over with nothing imported: %v\n%s", err, errs.String())
		default:
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	<-over
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(errs.String(), "the same command again adds the rest") {
		t.Errorf("interrupted: exit code %d\n%s", code, errs.String())
	}
	left := d.count(b)
	if left == 0 || left == lines || left%intake.BatchSize != 0 {
		t.Errorf("%d claims are left, want some whole batches of %d", left, intake.BatchSize)
	}
	d.must("", "check")
	d.must("", "import", file)
	if n := d.count(b); n != lines {
		t.Errorf("%d claims of %d after the second run", n, lines)
	}
	d.must("", "undo")
	if n, err := b.Count(t.Context(), claims.Filter{}, 0); err != nil || n != 0 {
		t.Errorf("%d claims stand after undo, %v", n, err)
	}
	d.must("", "check")
}

// A book that cannot be used is refused by every verb that needs one, in one
// line and a hint, with its bytes untouched and nothing made beside it.
func TestUnusableBooks(t *testing.T) {
	d := newDesk(t)
	d.must("", "init")
	book, err := os.ReadFile(d.book)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(book)
	newer[63] = 99 // the last byte of the schema's version
	for name, content := range map[string][]byte{"text.db": []byte("Dear diary,\n"), "empty.db": nil, "short.db": {0}, "cut.db": book[:5000], "newer.db": newer} {
		if err := os.WriteFile(filepath.Join(d.home, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.ReadDir(d.home)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"text.db", "empty.db", "short.db", "cut.db", "newer.db", ".", "missing.db", "missing/book.db", "text.db/book.db"} {
		path := filepath.Join(d.home, name)
		content, _ := os.ReadFile(path) // none for what is no file
		for _, verb := range [][]string{{"list"}, {"add", "X", "--speaker", "Y"}, {"check"}, {"undo"}} {
			stdout, stderr, code := d.run("", append([]string{"--db", path}, verb...)...)
			lines := strings.Split(strings.TrimSpace(stderr), "\n")
			if code != exitUnusable || stdout != "" || len(lines) != 2 || !strings.HasPrefix(lines[1], "tracker: hint: ") {
				t.Errorf("%s of %s: exit code %d, printed %q, said %q", verb[0], name, code, stdout, lines)
			}
		}
		if now, _ := os.ReadFile(path); !bytes.Equal(now, content) {
			t.Errorf("%s has been changed", name)
		}
	}
	if after, err := os.ReadDir(d.home); err != nil || len(after) != len(before) {
		t.Errorf("the directory had %v and has %v, %v", before, after, err)
	}
}

// The daemon stops when its book is gone, and makes no other.
func TestDaemonLosesItsBook(t *testing.T) {
	d := newDesk(t)
	d.must("2025-08-06", "import", d.statements(1))
	var errs bytes.Buffer
	daemon := d.tracker("2025-08-18", "daemon", "--every", "1s")
	daemon.Stderr = &errs
	out, err := daemon.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(out, make([]byte, 1)); err != nil { // it has made its first pass
		t.Fatal(err)
	}
	if err := os.Rename(d.book, d.book+".old"); err != nil {
		t.Fatal(err)
	}
	daemon.Wait()
	if code := daemon.ProcessState.ExitCode(); code != exitUnusable || !strings.Contains(errs.String(), "has been moved or replaced") {
		t.Errorf("exit code %d\n%s", code, errs.String())
	}
	if _, err := os.Stat(d.book); !os.IsNotExist(err) {
		t.Errorf("there is a book again: %v", err)
	}
	if err := os.Rename(d.book+".old", d.book); err != nil {
		t.Fatal(err)
	}
	d.must("", "check")
}
