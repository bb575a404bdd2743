package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"tracker/claims"
	"tracker/intake"
)

// These are the rows of bad input that need bytes or sizes no script can
// hold; testdata/scripts/row*.txtar has the others.

// TestBadBytesInEveryFlag gives bytes that are not UTF-8, and NUL, to
// every text that add takes: refused with field and offset, nothing logged.
func TestBadBytesInEveryFlag(t *testing.T) {
	b := newTestBook(t)
	for _, bad := range []string{"ab\xff", "ab\x00"} {
		b.refused(3, "byte 2", "add", bad, "--speaker", "The ministry")
		for _, flag := range textFlags() {
			args := []string{"add", "The talks resume", "--speaker", "The ministry", "--source", "Evening News"}
			b.refused(3, "", append(args, "--"+flag, bad)...)
		}
		b.refused(3, "byte 2", "list", bad)
		b.refused(3, "byte 2", "deadline", bad)
		b.refused(3, "byte 2", "hedge", bad)
	}
	if got := b.run(0, "list", "--count"); got != "0\n" {
		t.Errorf("%s claims were logged", got)
	}
	b.run(0, "check")
}

// textFlags lists the flags of add that take a text.
func textFlags() []string {
	var names []string
	newAdd(newEnv()).Flags().VisitAll(func(f *pflag.Flag) {
		if f.Value.Type() == "string" || f.Value.Type() == "stringArray" {
			names = append(names, f.Name)
		}
	})
	return names
}

// TestTooLong refuses texts over the limit, and stays within memory on
// endless input.
func TestTooLong(t *testing.T) {
	b := newTestBook(t)
	long := strings.Repeat("x", 1<<20)
	b.refused(3, "1048576 bytes is too long", "add", long, "--speaker", "The ministry")
	for _, flag := range []string{"speaker", "quote", "criterion", "notes", "event", "tag", "key", "if", "deadline", "hedge"} {
		b.refused(3, "too long", "add", "The talks resume", "--speaker", "The ministry", "--"+flag, long)
	}
	b.run(0, "add", strings.Repeat("x", 8<<10), "--speaker", "The ministry")
	b.refused(3, "8193 bytes is too long", "add", strings.Repeat("x", 8<<10+1), "--speaker", "The ministry")

	b.stdin = endless{}
	b.refused(3, "too long", "add", "-", "--speaker", "The ministry")
	b.stdin = endless{}
	b.refused(3, "longer than 2 MB", "deadline", "--jsonl")
	b.stdin = bytes.NewReader(bytes.Repeat([]byte("x"), 10<<20))
	b.refused(3, "", "import", "-")
	if got := b.run(0, "list", "--count"); got != "1\n" {
		t.Errorf("%s claims, want 1", got)
	}
}

// endless is a line that never ends.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// TestSQLInEveryFlag logs what would be SQL where SQL is pasted together:
// it is text like any other, and the tables stay whole.
func TestSQLInEveryFlag(t *testing.T) {
	b := newTestBook(t)
	for i, evil := range []string{"'; DROP TABLE claims;--", "1 OR 1=1", `") OR ("1"="1`, "x' UNION SELECT body FROM journal --"} {
		b.run(0, "add", evil, "--speaker", evil, "--quote", evil, "--event", evil, "--criterion", evil, "--if", evil,
			"--notes", evil, "--key", evil, "--source", evil, "--title", evil, "--origin", evil, "--hedge", evil,
			"--said", "2025-07-01", "--by", "2025-08-01", "--tag", strings.ReplaceAll(evil, " ", "_"))
		id := strconv.Itoa(i + 1)
		b.run(0, "resolve", id, "no", "--note", evil)
		b.run(0, "reopen", id, "--reason", evil)
		b.refused(4, "no claim has the id", "show", evil)
		b.refused(4, "", "undo", evil)
		for _, key := range []string{"speaker", "source", "event", "tag", "hedge", "class", "key", "text"} {
			b.run(0, "list", key+":"+evil)
		}
		if got := b.run(0, "list", "--count", "speaker:"+evil); got != "1\n" {
			t.Errorf("speaker:%s finds %s claims, want 1", evil, got)
		}
	}
	b.run(0, "check")
}

// TestManyFilters: up to the limit they work, beyond it one sentence says so.
func TestManyFilters(t *testing.T) {
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--tag", "t")
	for _, term := range []string{"talks", "speaker:ministry", "+t", "-u", "source:x", "event:x", "hedge:likely", "key:k", "id:1", "status:open"} {
		for _, verb := range []string{"list", "due", "score", "export"} {
			args := []string{verb, "--"}
			for range claims.MaxFilters {
				args = append(args, term)
			}
			if code, _, errs := b.try(t.Context(), args...); code != exitDone {
				t.Errorf("%s with %d times %s: exit code %d: %.200s", verb, claims.MaxFilters, term, code, errs)
			}
			b.refused(2, "501 filters are too many", append(args, term)...)
		}
	}
}

// TestWideCSV refuses a header of a million columns without taking long
// or much.
func TestWideCSV(t *testing.T) {
	b := newTestBook(t)
	path := filepath.Join(t.TempDir(), "wide.csv")
	if err := os.WriteFile(path, []byte("statement"+strings.Repeat(",x", 1e6)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.refused(3, "wide.csv:1:", "import", path)
}

// TestLargeJSON refuses JSON that is too deep, and numbers that are too
// long.
func TestLargeJSON(t *testing.T) {
	b := newTestBook(t)
	for name, text := range map[string]string{
		"deep.jsonl":   `{"statement":` + strings.Repeat("[", 1e5) + strings.Repeat("]", 1e5) + "}",
		"number.jsonl": `{"statement":"x","speaker":"y","stated_on":"2025-08-06","baseline_p":0.` + strings.Repeat("1", 1e6) + "}",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		b.refused(3, name+":1:", "import", path)
	}
	b.run(0, "check")
}

// countdown is a context that ends when its error has been asked for n times:
// a Ctrl-C at a place in the program that the test chooses.
type countdown struct {
	context.Context
	cancel context.CancelFunc
	n      *int
}

func (c countdown) Err() error {
	if *c.n--; *c.n <= 0 {
		c.cancel()
	}
	return c.Context.Err()
}

// TestInterruptedImport stops an import at many places: the book holds
// whole batches, and the same command again adds the rest, once.
func TestInterruptedImport(t *testing.T) {
	const lines = 2*intake.BatchSize + 500
	path := filepath.Join(t.TempDir(), "claims.jsonl")
	var text bytes.Buffer
	for i := range lines {
		fmt.Fprintf(&text, `{"key":"k%d","statement":"Gate %d opens","speaker":"The harbour","stated_on":"2025-07-01","window":{"earliest":"2025-07-01","latest":"2025-09-01"}}`+"\n", i, i)
	}
	if err := os.WriteFile(path, text.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	calls := 1 << 30 // what an import that nobody stops counts down from
	b := newTestBook(t)
	if code, _, errs := b.try(countdown{t.Context(), func() {}, &calls}, "import", path); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	calls = 1<<30 - calls

	partly := 0
	for _, stop := range []int{100, calls - 21, calls - 17, calls - 15, calls - 13, calls - 11, calls - 9, calls - 7, calls - 5, calls - 3, calls - 1} {
		b := newTestBook(t)
		ctx, cancel := context.WithCancel(t.Context())
		n := stop
		code, _, errs := b.try(countdown{ctx, cancel, &n}, "import", path)
		cancel()
		held, err := strconv.Atoi(strings.TrimSpace(b.run(0, "list", "--count")))
		if err != nil {
			t.Fatal(err)
		}
		if code == exitDone && held == lines {
			continue // the stop came when all had been added
		}
		if code != exitInterrupted {
			t.Fatalf("stop %d of %d: exit code %d: %s", stop, calls, code, errs)
		}
		if held%intake.BatchSize != 0 {
			t.Errorf("stop %d of %d: the book holds %d claims, not whole batches", stop, calls, held)
		}
		if held > 0 {
			partly++
		}
		b.run(0, "import", path)
		if got := b.run(0, "list", "--count"); got != strconv.Itoa(lines)+"\n" {
			t.Errorf("stop %d of %d: %s claims after the rerun, want %d", stop, calls, strings.TrimSpace(got), lines)
		}
	}
	if partly == 0 {
		t.Error("no stop fell between two batches: nothing was tested")
	}
}
