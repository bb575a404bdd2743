package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// scriptCommands are what the scripts can do besides running tracker:
//
//	exits CODE COMMAND ARG...    the command ends with that exit code
//	refused CODE COMMAND ARG...  likewise; it says so in one line, with a hint, and leaves every file as it was
//	unescape FILE...             turns \x1b, \r, \u202e ... in a file into what they stand for
//	damage FILE OLD NEW          overwrites a text in a book's tables, not in its journal
//	workbook OUT.xlsx SHEET...   makes a workbook of texts (scriptbook_test.go)
var scriptCommands = map[string]func(*testscript.TestScript, bool, []string){
	"exits":    cmdExits,
	"refused":  cmdRefused,
	"unescape": cmdUnescape,
	"damage":   cmdDamage,
	"workbook": cmdWorkbook,
}

func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARG...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func cmdRefused(ts *testscript.TestScript, neg bool, args []string) {
	before := fileSums(ts)
	cmdExits(ts, neg, args)
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile("stderr"), "\n"), "\n")
	if !strings.HasPrefix(lines[0], "tracker: ") || strings.HasPrefix(lines[0], "tracker: hint: ") {
		ts.Fatalf("the first line is no refusal: %q", lines[0])
	}
	if len(lines) != 2 || !strings.HasPrefix(lines[1], "tracker: hint: ") {
		ts.Fatalf("%d lines, want a refusal and a hint", len(lines))
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("refused, yet printed %q", out)
	}
	if after := fileSums(ts); !maps.Equal(before, after) {
		ts.Fatalf("refused, yet files changed: before %v, after %v",
			slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after)))
	}
}

// fileSums hashes every file that a script can see.
func fileSums(ts *testscript.TestScript) map[string][32]byte {
	sums := map[string][32]byte{}
	ts.Check(filepath.WalkDir(ts.Getenv("WORK"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		sums[path] = sha256.Sum256(text)
		return err
	}))
	return sums
}

func cmdUnescape(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		path := ts.MkAbs(name)
		lines := strings.SplitAfter(ts.ReadFile(name), "\n")
		for i, line := range lines {
			text, err := strconv.Unquote(`"` + strings.ReplaceAll(strings.TrimSuffix(line, "\n"), `"`, `\"`) + `"`)
			ts.Check(err)
			lines[i] = text + line[len(strings.TrimSuffix(line, "\n")):]
		}
		ts.Check(os.WriteFile(path, []byte(strings.Join(lines, "")), 0o600))
	}
}

func cmdDamage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 || len(args[1]) != len(args[2]) {
		ts.Fatalf("usage: damage FILE OLD NEW, OLD and NEW of one length")
	}
	path := ts.MkAbs(args[0])
	book, err := os.ReadFile(path)
	ts.Check(err)
	// In the journal a text stands in JSON, behind a quotation mark.
	quoted, aside := []byte(`"`+args[1]), []byte(`"`+strings.Repeat("\x00", len(args[1])))
	damaged := bytes.ReplaceAll(book, quoted, aside)
	damaged = bytes.ReplaceAll(damaged, []byte(args[1]), []byte(args[2]))
	damaged = bytes.ReplaceAll(damaged, aside, quoted)
	if bytes.Equal(book, damaged) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, damaged, 0o600))
}

// editorMain is an editor for amend --edit:
//
//	editor replace OLD NEW FILE, editor keep FILE, editor empty FILE, editor huge FILE, editor break FILE,
//	editor become OTHER FILE (which puts a link to OTHER in the place of FILE)
func editorMain() {
	args := os.Args[1:]
	path := args[len(args)-1]
	text, err := os.ReadFile(path)
	switch args[0] {
	case "become":
		if err := errors.Join(os.Remove(path), os.Symlink(args[1], path)); err != nil {
			fmt.Fprintln(os.Stderr, "editor:", err)
			os.Exit(1)
		}
		return
	case "replace":
		text = bytes.ReplaceAll(text, []byte(args[1]), []byte(args[2]))
	case "empty":
		text = nil
	case "huge":
		text = append(text, bytes.Repeat([]byte("# on and on\n"), 1<<16)...)
	case "break":
		text = append(text, "statement = [\n"...)
	}
	if err = errors.Join(err, os.WriteFile(path, text, 0o600)); err != nil {
		fmt.Fprintln(os.Stderr, "editor:", err)
		os.Exit(1)
	}
}
