//go:build linux || darwin

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// terminal is a program that runs on a terminal of its own, before somebody
// who reads and types.
type terminal struct {
	*testing.T
	before string // the files of its folder before it began
	cmd    *exec.Cmd
	tty    *os.File
	shows  chan string // nil once the program has ended
	screen string      // all that was shown
	read   int         // how much of it was looked for already
}

// onTerminal starts the program on a terminal so many columns wide.
func (d *desk) onTerminal(columns uint16, now string, args ...string) *terminal {
	d.Helper()
	w := &terminal{T: d.T, cmd: d.tracker(now, args...), shows: make(chan string)}
	w.cmd.Dir, w.before = d.home, names(d.T, d.home)
	w.cmd.Env = append(w.cmd.Env, "TERM=xterm", "NO_COLOR=")
	var err error
	if w.tty, err = pty.StartWithSize(w.cmd, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
		d.Fatal(err)
	}
	d.Cleanup(func() { w.tty.Close() })
	go func() {
		defer close(w.shows)
		for buf := make([]byte, 4096); ; {
			n, err := w.tty.Read(buf)
			if n > 0 {
				w.shows <- string(buf[:n])
			}
			if err != nil {
				return // the program has ended
			}
		}
	}()
	return w
}

// patience is how long a terminal may show nothing new before a test fails.
const terminalPatience = time.Minute

// more waits for the program to show more, and reports whether it did.
func (w *terminal) more() bool {
	select {
	case text, ok := <-w.shows:
		w.screen += text
		return ok
	case <-time.After(terminalPatience):
		w.cmd.Process.Kill()
		w.Fatalf("nothing more is shown after\n%s", w.screen)
		return false
	}
}

// until waits for something to be shown that was not looked for before.
func (w *terminal) until(pattern string) {
	w.Helper()
	if !w.comes(pattern) {
		w.Fatalf("it ended without %q:\n%s", pattern, w.screen)
	}
}

// comes waits likewise, and reports false when the program ends without it.
func (w *terminal) comes(pattern string) bool {
	w.Helper()
	wanted := regexp.MustCompile(pattern)
	for {
		if at := wanted.FindStringIndex(w.screen[w.read:]); at != nil {
			w.read += at[1]
			return true
		}
		if !w.more() {
			return false
		}
	}
}

// types answers a question when it is asked.
func (w *terminal) types(question, answer string) {
	w.Helper()
	w.until(question)
	if _, err := w.tty.WriteString(answer + "\r"); err != nil {
		w.Fatal(err)
	}
}

const ctrlC = "\x03"

// ends waits for the program to end with an exit code.
func (w *terminal) ends(code int) {
	w.Helper()
	for w.more() {
	}
	w.cmd.Wait() // the exit code says it
	if got := w.cmd.ProcessState.ExitCode(); got != code {
		w.Errorf("exit code %d, want %d:\n%s", got, code, w.screen)
	}
}

// interrupted types Ctrl-C once something is shown: the program ends with a line
// that says so, and leaves no file behind. It reports false when the program was
// done before Ctrl-C came, or before it had shown that: progress is shown ten
// times a second at most.
func (w *terminal) interrupted(shown string) (inTime bool) {
	w.Helper()
	w.comes(shown)
	_, err := w.tty.WriteString(ctrlC)
	for w.more() {
	}
	w.cmd.Wait() // the exit code says it
	switch code := w.cmd.ProcessState.ExitCode(); {
	case code == exitDone:
		return false
	case code != exitInterrupted || err != nil:
		w.Errorf("exit code %d, want %d (%v):\n%s", code, exitInterrupted, err, w.screen)
	}
	if !strings.HasSuffix(w.screen, "tracker: interrupted\r\n") {
		w.Errorf("it says at last %.200q", w.screen[max(0, len(w.screen)-200):])
	}
	if after := names(w.T, w.cmd.Dir); after != w.before {
		w.Errorf("the folder was\n%s\nand is\n%s", w.before, after)
	}
	return true
}

// copied is a desk with the same files.
func (d *desk) copied(t *testing.T) *desk {
	t.Helper()
	c := newDesk(t)
	if err := os.CopyFS(c.home, os.DirFS(d.home)); err != nil {
		t.Fatal(err)
	}
	return c
}

// interrupt types Ctrl-C in a run on a copy of the desk, and again on another
// when that run was done before it came: a busy machine may hold this test up
// for longer than the work lasts.
func (d *desk) interrupt(t *testing.T, columns uint16, now, shown string, args ...string) (*desk, *terminal) {
	t.Helper()
	for range 20 {
		c := d.copied(t)
		if w := c.onTerminal(columns, now, args...); w.interrupted(shown) {
			if logs, err := filepath.Glob(c.book + "-*"); err != nil || len(logs) > 0 {
				t.Errorf("%q stand beside the book, %v", logs, err)
			}
			return c, w
		}
	}
	t.Fatalf("%q ends before Ctrl-C, always", args)
	return nil, nil
}

// names are the files of a folder, without those that SQLite has beside a book
// that is open.
func names(t *testing.T, folder string) string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(folder, "*"))
	hidden, herr := filepath.Glob(filepath.Join(folder, ".*"))
	if err != nil || herr != nil {
		t.Fatal(err, herr)
	}
	return strings.Join(append(list, hidden...), "\n")
}

// written are the lines that progress writes over each other.
var written = regexp.MustCompile(`\r\x1b\[K([^\r\n\x1b]*)`)

// Long work shows how far it is, on one line of a narrow terminal, and Ctrl-C
// ends it: nothing is half written, the book is as it was, and an undo says how
// it goes on.
func TestLongWorkOnATerminal(t *testing.T) {
	const now, columns = "2025-08-18T12:00:00Z", 40
	d := newDesk(t)
	d.must(now, "init")
	d.must(now, "import", d.statements(2500))
	journal := d.must(now, "journal", "export")
	d.must(now, "journal", "export", "-o", filepath.Join(d.home, "journal.jsonl"))
	d.must(now, "backup", filepath.Join(d.home, "copy.db"))
	d.must(now, "init", "--db", filepath.Join(d.home, "empty.db"))
	for _, tt := range []struct {
		shows string
		args  []string
	}{
		{`replaying entries: 1000`, []string{"check"}},
		{`reading claims: \d`, []string{"score", "--sensitivity"}},
		{`reading claims: \d`, []string{"compare", "--all"}},
		{`reading claims: \d`, []string{"report", "-o", "report.html"}},
		{`writing claims: \d`, []string{"report", "-o", "report.json"}},
		{`writing claims: \d`, []string{"report", "-o", "report.xlsx"}},
		{`writing pages: \d`, []string{"report", "--out", "site"}},
		{`replaying entries: 1000`, []string{"backup", "again.db"}},
		{`replaying entries: 1000`, []string{"check", "--against", "copy.db"}},
		{`replaying entries: 1000`, []string{"restore", "--yes", "copy.db"}},
		{`replaying entries: 1000`, []string{"--db", "missing.db", "restore", "--yes", "copy.db"}},
		{`replaying entries: \d`, []string{"--db", "empty.db", "journal", "import", "journal.jsonl"}},
		{`looking through claims: 1000`, []string{"list", "--count", "standing:kept"}},
		{`looking through claims: 1000`, []string{"list", "standing:kept"}},
		{`looking through claims: 1000`, []string{"remind"}},
		{`checking lines: \d`, []string{"--db", "empty.db", "import", "2500.jsonl"}},
		{`writing claims: \d`, []string{"export", "-o", "again.jsonl"}},
	} {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			d, w := d.interrupt(t, columns, now, tt.shows, tt.args...)
			lines := written.FindAllStringSubmatch(w.screen, -1)
			for _, line := range lines {
				if len(line[1]) >= columns {
					t.Errorf("%q does not fit %d columns", line[1], columns)
				}
			}
			if len(lines) == 0 || d.must(now, "journal", "export") != journal {
				t.Errorf("%d lines of progress; the journal is another", len(lines))
			}
			if n := d.must(now, "--db", filepath.Join(d.home, "empty.db"), "journal", "export"); n != "" {
				t.Error("something was kept in another book")
			}
		})
	}
	if _, errs, _ := d.run(now, "check"); errs != "tracker: the tables are what the journal says\n" {
		t.Errorf("where nobody watches, check says %q", errs)
	}

	d = newDesk(t) // with so much to undo that it lasts
	d.must(now, "init")
	d.must(now, "import", d.statements(6_000))
	d, w := d.interrupt(t, 80, now, `taking back changes: \d+000 of 6000 \(\d+ %\)`, "undo")
	goOn := regexp.MustCompile(`tracker: \d+000 of 6000 changes of import are taken back, and stay so: tracker undo (\S+) takes back the rest`).FindStringSubmatch(w.screen)
	if goOn == nil {
		t.Fatalf("it does not say how it goes on:\n%s", w.screen)
	}
	d.must(now, "check")
	d.must(now, "undo", goOn[1])
	if n := d.must(now, "list", "--count"); n != "0\n" {
		t.Errorf("%s claims are left of an import that was undone", n)
	}
	d.must(now, "check")
}

// What is written to a file, and what is put in a book's place, shows how far it
// is; output that a terminal shows is not written over.
func TestOutputOnATerminal(t *testing.T) {
	const now = "2025-08-18T12:00:00Z"
	d := newDesk(t)
	d.must(now, "init")
	d.must(now, "import", d.statements(20))
	d.must(now, "backup", filepath.Join(d.home, "copy.db"))
	for _, tt := range []struct {
		shows string
		args  []string
	}{
		{`writing claims: 1\b`, []string{"export", "-o", "claims.jsonl"}},
		{`writing entries: 1\b`, []string{"journal", "export", "-o", "journal.jsonl"}},
		{`copying the book\r`, []string{"backup", "again.db"}},
		{`(?s)copying the backup, MB.*only in the book: nothing|hold the same`, []string{"restore", "--yes", "copy.db"}},
	} {
		t.Run(strings.Join(tt.args, " "), func(t *testing.T) {
			w := (&desk{T: t, home: d.home, book: d.book}).onTerminal(80, now, tt.args...)
			w.ends(exitDone)
			if !regexp.MustCompile(tt.shows).MatchString(w.screen) {
				t.Errorf("it does not show %q:\n%q", tt.shows, w.screen)
			}
			for line := range strings.Lines(w.screen) {
				if at := strings.LastIndex(line, "\r\x1b[K"); strings.HasSuffix(line, "\n") && at >= 0 && !strings.HasPrefix(line[at+4:], "tracker: ") {
					t.Errorf("a line of progress stays: %q", line)
				}
			}
		})
	}
	for _, args := range [][]string{{"export"}, {"journal", "export"}, {"export", "-o", "-"}} {
		w := d.onTerminal(80, now, args...)
		w.ends(exitDone)
		if lines := strings.Count(w.screen, "\n"); strings.Contains(w.screen, "writing") || lines < 20 {
			t.Errorf("%q shows %d lines:\n%q", args, lines, w.screen)
		}
	}
}

// A reporter goes through an article on a terminal: what is answered before
// Ctrl-C stands.
func TestDraftsOnATerminal(t *testing.T) {
	const now = "2025-08-10T12:00:00Z"
	d := newDesk(t)
	d.must(now, "init")
	article := "Talks have stalled. \"We expect a first meeting by 15 August,\" a spokesman told reporters.\n\nThe mayor has promised to open the new bridge by the end of the year.\n"
	if err := os.WriteFile(filepath.Join(d.home, "article.txt"), []byte(article), 0o600); err != nil {
		t.Fatal(err)
	}
	w := d.onTerminal(40, now, "draft", "article.txt", "--said", "2025-08-06", "--source", "Evening News")
	w.until(`1 of 2`)
	w.types(`\(accept, `, "why")
	w.types(`(?s)worth it.*\(accept, `, "accept")
	w.types(`At which URL`, "")
	w.until(`logged 1: `)
	w.until(`2 of 2`)
	w.types(`\(accept, `, "perhaps")
	w.until(`"perhaps" is no`)
	w.types(`\(accept, `, ctrlC)
	w.ends(exitInterrupted)
	if list := d.must(now, "list"); strings.Count(list, "\n") != 1 || !strings.Contains(list, "a first meeting by 15 August") {
		t.Errorf("the book has\n%s", list)
	}
	w = d.onTerminal(80, now, "draft", "article.txt", "--said", "2025-08-06", "--source", "Evening News")
	w.until(`1 of 2 were answered before`)
	w.types(`\(accept, `, "drop")
	w.ends(exitDone)
	d.must(now, "check")
}

// Somebody judges what is due on a terminal: what is given before Ctrl-C, or
// before the terminal is closed, stands.
func TestVerdictsOnATerminal(t *testing.T) {
	const now = "2025-08-18T12:00:00Z"
	d := newDesk(t)
	d.must(now, "init")
	d.must(now, "import", d.statements(3))
	w := d.onTerminal(40, now, "resolve")
	w.until(`1 of 3`)
	w.types(`Did it happen\?`, "yes")
	w.types(`(?i)on which day`, "15 Aug")
	w.types(`(?i)evidence|what did you see`, "seen at the table")
	w.until(`2 of 3`)
	w.types(`Did it happen\?`, "no")
	w.types(`(?i)evidence|what did you see`, ctrlC)
	w.ends(exitInterrupted)
	if n := d.must(now, "list", "status:due", "--count"); n != "2\n" {
		t.Errorf("%s wait after one verdict of three", n)
	}
	w = d.onTerminal(40, now, "resolve")
	w.until(`1 of 2`)
	if err := w.cmd.Process.Signal(syscall.SIGHUP); err != nil { // as when its window is closed
		t.Fatal(err)
	}
	w.ends(exitInterrupted)
	if n := d.must(now, "list", "status:due", "--count"); n != "2\n" {
		t.Errorf("%s wait after the terminal was closed", n)
	}
	d.must(now, "check")
}
