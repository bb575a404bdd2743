package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/cobra"
)

// outputs says how each command with -o is run here. A command that is not
// in it fails TestEveryOutput: it has to go through env.output.
var outputs = map[string][]string{
	"tracker export":         {"export", "--format", "jsonl"},
	"tracker journal export": {"journal", "export"},
	"tracker report":         {"report", "--format", "md"},
}

// outputTest is a book with one claim, and a folder for what is written.
type outputTest struct {
	*testing.T
	book string
	args []string
	want []byte // what the command writes
}

// everyOutput runs fn for every command that has -o.
func everyOutput(t *testing.T, fn func(*outputTest)) {
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--by", "2025-09-01")
	var found []string
	everyCommand(newRoot(newEnv(), ""), func(c *cobra.Command) {
		if c.Flags().ShorthandLookup("o") != nil {
			found = append(found, c.CommandPath())
		}
	})
	if known := slices.Sorted(maps.Keys(outputs)); !slices.Equal(slices.Sorted(slices.Values(found)), known) {
		t.Fatalf("commands with -o are %q, tested are %q", found, known)
	}
	for _, name := range found {
		t.Run(name, func(t *testing.T) {
			o := &outputTest{T: t, book: os.Getenv("TRACKER_DB"), args: outputs[name]}
			o.want = o.must(o.args...)
			if len(o.want) == 0 {
				t.Fatal("it writes nothing")
			}
			fn(o)
		})
	}
}

// command is the program itself: what it does to its own standard output is
// part of the test.
func (o *outputTest) command(args ...string) *exec.Cmd {
	return exec.CommandContext(o.Context(), "tracker", args...)
}

func (o *outputTest) must(args ...string) []byte {
	o.Helper()
	var errs bytes.Buffer
	cmd := o.command(args...)
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		o.Errorf("tracker %q: %v: %s", args, err, errs.String())
	}
	return out
}

// to runs the command with -o.
func (o *outputTest) to(path string) { o.Helper(); o.must(append(slices.Clone(o.args), "-o", path)...) }

// refused runs the command with -o and wants a refusal.
func (o *outputTest) refused(path string) {
	o.Helper()
	var errs bytes.Buffer
	cmd := o.command(append(slices.Clone(o.args), "-o", path)...)
	cmd.Stderr = &errs
	cmd.Run()
	if code := cmd.ProcessState.ExitCode(); code != exitRefused || !strings.Contains(errs.String(), "tracker: hint: -o FILE names another file") {
		o.Errorf("-o %s: exit code %d, %s", path, code, errs.String())
	}
}

// holds fails the test unless a file has what the command writes, and a mode.
func (o *outputTest) holds(path string, mode fs.FileMode) {
	o.Helper()
	text, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(text, o.want) {
		o.Errorf("%s holds %.60q, %v", path, text, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != mode {
		o.Errorf("%s has mode %v, want %v (%v)", path, info.Mode(), mode, err)
	}
}

// No command writes into the open book or what belongs to it, whatever it is
// called and whether it is there yet.
func TestEveryOutput(t *testing.T) {
	everyOutput(t, func(o *outputTest) {
		dir := o.TempDir()
		link, hard, folder := filepath.Join(dir, "link"), filepath.Join(dir, "hard"), filepath.Join(dir, "folder")
		wal, chain := filepath.Join(dir, "wal"), filepath.Join(dir, "chain")
		for _, err := range []error{os.Symlink(o.book, link), os.Link(o.book, hard), os.Symlink(filepath.Dir(o.book), folder),
			os.Symlink(o.book+"-wal", wal), os.Symlink("link", chain)} {
			if err != nil {
				o.Fatal(err)
			}
		}
		before, err := os.ReadFile(o.book)
		if err != nil {
			o.Fatal(err)
		}
		for _, path := range []string{o.book, o.book + "-wal", o.book + "-shm", o.book + "-journal", link, hard, chain, wal,
			filepath.Join(folder, "book.db"), filepath.Join(folder, "book.db-shm"),
			filepath.Join(filepath.Dir(o.book), ".", "..", filepath.Base(filepath.Dir(o.book)), "book.db")} {
			o.refused(path)
		}
		o.Chdir(filepath.Dir(o.book))
		o.refused("book.db")
		o.refused("book.db-wal")
		if after, err := os.ReadFile(o.book); err != nil || !bytes.Equal(before, after) {
			o.Errorf("the book has changed (%v)", err)
		}
		out, err := os.OpenFile(o.book, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			o.Fatal(err)
		}
		defer out.Close()
		cmd := o.command(o.args...)
		cmd.Stdout = out
		if err := cmd.Run(); err == nil {
			o.Error("the book was standard output, and that was taken")
		}
		o.must("check")
	})
}

// A link stays a link, a mode a mode, and a new file has what the umask
// leaves.
func TestKeepsLinksAndModes(t *testing.T) {
	everyOutput(t, func(o *outputTest) {
		dir := o.TempDir()
		secret, open, link, dangling := filepath.Join(dir, "secret"), filepath.Join(dir, "open"), filepath.Join(dir, "link"), filepath.Join(dir, "dangling")
		for path, mode := range map[string]fs.FileMode{secret: 0o600, open: 0o664} {
			if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
				o.Fatal(err)
			}
			if err := os.Chmod(path, mode); err != nil {
				o.Fatal(err)
			}
		}
		for link, to := range map[string]string{link: "secret", dangling: filepath.Join(dir, "made")} {
			if err := os.Symlink(to, link); err != nil {
				o.Fatal(err)
			}
		}
		for _, path := range []string{secret, open, link, dangling} {
			o.to(path)
		}
		o.holds(secret, 0o600)
		o.holds(open, 0o664)
		for _, path := range []string{link, dangling} {
			if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeSymlink == 0 {
				o.Errorf("%s is no link any more (%v)", path, err)
			}
		}
		defer syscall.Umask(syscall.Umask(0o077))
		o.to(filepath.Join(dir, "new"))
		o.holds(filepath.Join(dir, "new"), 0o600)
		syscall.Umask(0o022)
		o.to(filepath.Join(dir, "other"))
		o.holds(filepath.Join(dir, "other"), 0o644)
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 7 {
			o.Errorf("the folder holds %v, %v", entries, err)
		}
	})
}

// A pipe and a device are written into and stay what they are.
func TestWritesThrough(t *testing.T) {
	everyOutput(t, func(o *outputTest) {
		dir := o.TempDir()
		pipe := filepath.Join(dir, "pipe")
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			o.Fatal(err)
		}
		read := make(chan []byte)
		go func() {
			text, _ := os.ReadFile(pipe)
			read <- text
		}()
		o.to(pipe)
		if text := <-read; !bytes.Equal(text, o.want) {
			o.Errorf("the pipe gave %.60q", text)
		}
		mustBe(o.T, pipe, fs.ModeNamedPipe)
		for _, args := range [][]string{{"-o", "/dev/stdout"}, {"-o", "/proc/self/fd/1"}, {"-o", "-"}} {
			if out := o.must(append(slices.Clone(o.args), args...)...); !bytes.Equal(out, o.want) {
				o.Errorf("%q wrote %.60q", args, out)
			}
		}
		// Standard output that is a file is appended to, not replaced.
		out, err := os.OpenFile(filepath.Join(dir, "log"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o640)
		if err != nil {
			o.Fatal(err)
		}
		defer out.Close()
		if _, err := out.WriteString("before\n"); err != nil {
			o.Fatal(err)
		}
		cmd := o.command(append(slices.Clone(o.args), "-o", "/dev/stdout")...)
		cmd.Stdout = out
		if err := cmd.Run(); err != nil {
			o.Error(err)
		}
		if text, err := os.ReadFile(out.Name()); err != nil || string(text) != "before\n"+string(o.want) {
			o.Errorf("the file holds %.60q, %v", text, err)
		}
	})
}

// Devices of its own are what only root can make.
func TestDevices(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can make a device")
	}
	everyOutput(t, func(o *outputTest) {
		null := filepath.Join(o.TempDir(), "null")
		if err := syscall.Mknod(null, syscall.S_IFCHR|0o666, 1<<8|3); err != nil {
			o.Skipf("no device can be made here: %v", err)
		}
		link := filepath.Join(o.TempDir(), "link")
		if err := os.Symlink(null, link); err != nil {
			o.Fatal(err)
		}
		o.to(null)
		o.to(link)
		mustBe(o.T, null, fs.ModeDevice|fs.ModeCharDevice)
		mustBe(o.T, "/dev/null", fs.ModeDevice|fs.ModeCharDevice)
		mustBe(o.T, link, fs.ModeSymlink)
	})
}

// What cannot be written is refused in one line, and leaves nothing.
func TestCannotBeWritten(t *testing.T) {
	everyOutput(t, func(o *outputTest) {
		dir := o.TempDir()
		loop := filepath.Join(dir, "loop")
		if err := os.Symlink("loop", loop); err != nil {
			o.Fatal(err)
		}
		paths := []string{filepath.Join(dir, "missing", "x"), filepath.Join(o.book, "x"), dir, loop}
		if _, err := os.Stat("/dev/full"); err == nil {
			paths = append(paths, "/dev/full")
		}
		for _, path := range paths {
			cmd := o.command(append(slices.Clone(o.args), "-o", path)...)
			if out, _ := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != exitRefused || strings.Count(string(out), "\n") != 2 {
				o.Errorf("-o %s: %v, %s", path, cmd.ProcessState, out)
			}
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
			o.Errorf("the folder holds %v, %v", entries, err)
		}
	})
}

func mustBe(t *testing.T, path string, mode fs.FileMode) {
	t.Helper()
	if info, err := os.Lstat(path); err != nil || info.Mode().Type() != mode {
		t.Errorf("%s is %v, want %v (%v)", path, info.Mode().Type(), mode, err)
	}
}
