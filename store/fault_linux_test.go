package store

import (
	"bytes"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/mattn/go-sqlite3"

	"tracker/claims"
	"tracker/store/sqlite"
)

// mount mounts a small file system of its own; the returned function changes
// its options. Without the right to do so the test is skipped, but not where
// CI is set.
func mount(t *testing.T, options string) (dir string, remount func(flags uintptr, options string)) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("mount: %v", err)
		}
		t.Skipf("a file system of its own cannot be mounted: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	return dir, func(flags uintptr, options string) {
		t.Helper()
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
			t.Fatalf("remount: %v", err)
		}
	}
}

// addUntilRefused adds claims until one is refused, which must be a refusal
// of the book, and returns how many were acknowledged.
func addUntilRefused(t *testing.T, b *Book) (acknowledged int) {
	t.Helper()
	for n := range 100000 {
		if _, err := b.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(n)); err != nil {
			mustBeUnusable(t, err, b.path)
			return n
		}
	}
	t.Fatal("nothing was refused")
	return 0
}

// mustHaveClaims fails the test unless a book is sound and has n claims.
func mustHaveClaims(t *testing.T, b *Book, n int) {
	t.Helper()
	if have := len(dump(t, b)["claims"]); have != n {
		t.Errorf("%d claims, want %d", have, n)
	}
	mustBeSound(t, b)
}

// A full disk refuses, loses nothing that was acknowledged, and the book goes
// on when there is room again.
func TestFullDisk(t *testing.T) {
	fileOnly(t)
	dir, remount := mount(t, "size=1m")
	b, _, err := Create(t.Context(), filepath.Join(dir, "book.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { b.Close() }()
	n := addUntilRefused(t, b)
	mustHaveClaims(t, b, n)
	_, err = b.Backup(t.Context(), filepath.Join(dir, "copy.db"), nil)
	mustBeUnusable(t, err, filepath.Join(dir, "copy.db"))
	mustHold(t, dir, "book.db", "book.db-shm", "book.db-wal")
	if err := b.Close(); err != nil {
		t.Logf("close on the full disk: %v", err)
	}
	remount(0, "size=16m")
	if b, err = Open(t.Context(), filepath.Join(dir, "book.db")); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, b, plainClaim(n))
	mustHaveClaims(t, b, n+1)
}

// A book that could not be made for want of room is made when there is some.
func TestCreateOnFullDisk(t *testing.T) {
	fileOnly(t)
	dir, remount := mount(t, "size=16k")
	path := filepath.Join(dir, "book.db")
	_, _, err := Create(t.Context(), path)
	mustBeUnusable(t, err, path)
	remount(0, "size=16m")
	b, _, err := Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	mustAdd(t, b, plainClaim(1))
	mustHaveClaims(t, b, 1)
}

func TestFileSizeLimit(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	restore := limit(t, syscall.RLIMIT_FSIZE, 300<<10)
	n := addUntilRefused(t, b)
	restore()
	mustHaveClaims(t, b, n)
	mustAdd(t, b, plainClaim(n))
	mustHaveClaims(t, b, n+1)
}

// limit lowers a limit of this process until the returned function is called.
func limit(t *testing.T, resource int, value uint64) (restore func()) {
	t.Helper()
	var before syscall.Rlimit
	if err := syscall.Getrlimit(resource, &before); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Setrlimit(resource, &syscall.Rlimit{Cur: value, Max: before.Max}); err != nil {
		t.Fatal(err)
	}
	restore = func() { syscall.Setrlimit(resource, &before) }
	t.Cleanup(restore)
	return restore
}

// A book on a read-only file system is read, refuses to be written, and its bytes
// stay as they are.
func TestReadOnlyFileSystem(t *testing.T) {
	fileOnly(t)
	dir, remount := mount(t, "size=16m")
	path, book := filepath.Join(dir, "book.db"), fullBook(t)
	if err := os.WriteFile(path, book, 0o600); err != nil {
		t.Fatal(err)
	}
	remount(syscall.MS_RDONLY, "")
	for _, open := range []func() (*Book, error){
		func() (*Book, error) { return Open(t.Context(), path) },
		func() (*Book, error) { b, _, err := Create(t.Context(), path); return b, err },
	} {
		b, err := open()
		if err != nil {
			t.Fatal(err)
		}
		mustHaveClaims(t, b, 4)
		_, err = b.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(9))
		mustBeUnusable(t, err, path)
		if want := "is on a file system that cannot be written"; b.Fixed() != want || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("it %q: %v", b.Fixed(), err)
		}
		b.Close()
	}
	_, _, err := Create(t.Context(), filepath.Join(dir, "new.db"))
	mustBeUnusable(t, err, filepath.Join(dir, "new.db"))
	if still, err := os.ReadFile(path); err != nil || !bytes.Equal(still, book) {
		t.Errorf("the file has changed (%v)", err)
	}
	mustHold(t, dir, "book.db")
	remount(0, "")
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	mustAdd(t, b, plainClaim(9))
	mustHaveClaims(t, b, 5)
}

// A process that may open no more files is refused, and the same book works
// when it may again.
func TestNoMoreFiles(t *testing.T) {
	fileOnly(t)
	open, fresh := mustCreate(t), mustCreate(t)
	mustAdd(t, open, plainClaim(1))
	fresh.reader.Close() // its next reader has to be opened
	fresh.reader = sqlite.Pool(fresh.path, true)
	limit(t, syscall.RLIMIT_NOFILE, 128)
	var held []*os.File
	for {
		f, err := os.Open(os.DevNull)
		if errors.Is(err, syscall.EMFILE) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		held = append(held, f)
	}
	_, err := Open(t.Context(), open.path)
	mustBeUnusable(t, err, open.path)
	_, err = fresh.Claim(t.Context(), "1")
	mustBeUnusable(t, err, fresh.path)
	added, err := open.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(2))
	for _, f := range held {
		f.Close()
	}
	want := 1
	if err == nil { // its connections were open already
		want = int(added.ID)
	}
	mustHaveClaims(t, open, want)
	if _, err := fresh.Claim(t.Context(), "1"); !IsNotFound(err) {
		t.Errorf("the claim of an empty book: %v", err)
	}
}

// When the folder for temporary files is full, that is said, and not that the
// book's disk is.
func TestFullFolderForTemporaryFiles(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	backup := filepath.Join(t.TempDir(), "copy.db")
	if _, err := b.Backup(t.Context(), backup, nil); err != nil {
		t.Fatal(err)
	}
	dir, _ := mount(t, "size=32k")
	t.Setenv("TMPDIR", dir)
	want := "the disk of " + dir + ", where temporary files are, is full"
	mustSay := func(what string, err error, text string) {
		t.Helper()
		var refusal *claims.Error
		if !errors.As(err, &refusal) || refusal.Kind != claims.Unusable || !strings.Contains(refusal.Msg, text) || !strings.Contains(refusal.Hint, "set TMPDIR") {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := b.Check(t.Context(), nil)
	mustSay("check", err, want)
	mustSay("a step of the book", b.engine.Explain(sqlite3.Error{Code: sqlite3.ErrFull}), want)
	_, _, err = Examine(t.Context(), backup, t.TempDir(), nil)
	mustSay("restore", err, "the backup cannot be used: "+want)
	t.Setenv("TMPDIR", t.TempDir())
	if err := b.engine.Explain(sqlite3.Error{Code: sqlite3.ErrFull}); strings.Contains(err.Error(), "temporary") {
		t.Errorf("a full disk: %v", err)
	}
	mustBeSound(t, b)
}
