package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

var restoredAt = time.Date(2025, 8, 18, 12, 0, 0, 0, time.UTC)

// mustBackUp copies a book to a new file.
func mustBackUp(t *testing.T, b *Book) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	if problems, err := b.Backup(t.Context(), path, nil); err != nil || damaged(problems) {
		t.Fatalf("backup: %v, %v", problems, err)
	}
	return path
}

// mustExamine opens a backup for a book.
func mustExamine(t *testing.T, backup, book string) *Examined {
	t.Helper()
	x, problems, err := Examine(t.Context(), backup, filepath.Dir(book), nil)
	if err != nil || damaged(problems) {
		t.Fatalf("examine: %v, %v", problems, err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func mustOpen(t *testing.T, path string) *Book {
	t.Helper()
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	return b
}

// Whoever has the book open while it is restored sees the backup, writes into
// it, and nothing that was in the log comes back.
func TestRow57RestoreUnderALiveBook(t *testing.T) {
	fileOnly(t)
	live := mustCreate(t)
	mustAdd(t, live, plainClaim(1))
	backup := mustBackUp(t, live)
	mustAdd(t, live, plainClaim(2)) // stands in the log alone
	b, x := mustOpen(t, live.path), mustExamine(t, backup, live.path)
	d, err := Compare(t.Context(), b, x.Book, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := Difference{Common: 1, Last: 2, Book: Side{Entries: 1, Claims: []claims.ID{2}, Verdicts: []claims.ID{}, Changes: []claims.ID{}, Last: now},
		Backup: Side{Claims: []claims.ID{}, Verdicts: []claims.ID{}, Changes: []claims.ID{}}}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("difference: %s", diff)
	}
	kept, err := x.Into(t.Context(), b, d.Last, restoredAt)
	if err != nil {
		t.Fatal(err)
	}
	mustHaveClaims(t, mustOpen(t, kept), 2)
	mustHaveClaims(t, live, 1)
	mustAdd(t, live, plainClaim(3))
	mustHaveClaims(t, live, 2)
	mustHaveClaims(t, mustOpen(t, live.path), 2)
	x.Close()
	mustHold(t, filepath.Dir(live.path), filepath.Base(kept), filepath.Base(kept)+"-shm", filepath.Base(kept)+"-wal", "book.db", "book.db-shm", "book.db-wal")
}

// A backup with pages of another size is restored as any other.
func TestRow57OtherPageSize(t *testing.T) {
	fileOnly(t)
	live := mustCreate(t)
	mustAdd(t, live, plainClaim(1))
	backup := mustBackUp(t, live)
	exec(t, backup, "PRAGMA journal_mode=DELETE", "PRAGMA page_size=8192", "VACUUM")
	mustAdd(t, live, plainClaim(2))
	if _, err := mustExamine(t, backup, live.path).Into(t.Context(), mustOpen(t, live.path), 2, restoredAt); err != nil {
		t.Fatal(err)
	}
	mustHaveClaims(t, live, 1)
	mustAdd(t, live, plainClaim(3))
	mustHaveClaims(t, live, 2)
}

// A book that has changed since it was compared is left alone, and so is one
// that another program is writing.
func TestRow57RestoreWaitsForNobodysWork(t *testing.T) {
	fileOnly(t)
	live := mustCreate(t)
	mustAdd(t, live, plainClaim(1))
	backup := mustBackUp(t, live)
	mustAdd(t, live, plainClaim(2))
	_, err := mustExamine(t, backup, live.path).Into(t.Context(), mustOpen(t, live.path), 1, restoredAt)
	mustBeUnusable(t, err, "has changed meanwhile")
	mustHaveClaims(t, live, 2)
	if os.Getenv("TRACKER_SOAK") != "1" {
		return // the rest waits for as long as tracker waits
	}
	tx, err := live.writer.Begin()
	if err != nil {
		t.Fatal(err)
	}
	_, err = mustExamine(t, backup, live.path).Into(t.Context(), mustOpen(t, live.path), 2, restoredAt)
	mustBeUnusable(t, err, "has held "+live.path+" for the 15 seconds that tracker waits")
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	mustHaveClaims(t, live, 2)
	if found, err := filepath.Glob(filepath.Join(filepath.Dir(live.path), "*before-restore*")); err != nil || len(found) > 0 {
		t.Errorf("kept %v, %v", found, err)
	}
}

// A backup that was copied over a book whose log stayed is damaged; restore
// brings it back whole, and keeps the damage.
func TestRow57StaleLog(t *testing.T) {
	fileOnly(t)
	live := mustCreate(t)
	for n := range 40 {
		mustAdd(t, live, plainClaim(n))
	}
	backup := mustBackUp(t, live)
	for n := range 400 {
		mustAdd(t, live, plainClaim(100+n))
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "book.db")
	for from, to := range map[string]string{backup: path, live.path + "-wal": path + "-wal"} {
		text, err := os.ReadFile(from)
		if err == nil {
			err = os.WriteFile(to, text, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	x := mustExamine(t, backup, path)
	var kept string
	b, err := Open(t.Context(), path)
	if err == nil {
		kept, err = x.Into(t.Context(), b, -1, restoredAt)
	} else if IsBroken(err) {
		kept, err = x.At(path, restoredAt)
	}
	if err != nil || kept == "" {
		t.Fatalf("kept %q, %v", kept, err)
	}
	mustHaveClaims(t, mustOpen(t, path), 40)
}

// What is acknowledged is in the file after a checkpoint; one that would have
// to wait does nothing.
func TestRow57Checkpoint(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	if err := b.Checkpoint(t.Context()); err != nil {
		t.Fatal(err)
	}
	if log, err := os.Stat(b.path + "-wal"); err != nil || log.Size() != 0 {
		t.Errorf("the log has %v bytes, %v", log.Size(), err)
	}
	text, err := os.ReadFile(b.path)
	if err != nil {
		t.Fatal(err)
	}
	alone := filepath.Join(t.TempDir(), "alone.db")
	if err := os.WriteFile(alone, text, 0o600); err != nil {
		t.Fatal(err)
	}
	mustHaveClaims(t, mustOpen(t, alone), 1)
	reading, err := b.reader.Begin()
	if err != nil {
		t.Fatal(err)
	}
	var n int
	if err := reading.QueryRow("SELECT count(*) FROM claims").Scan(&n); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, b, plainClaim(2))
	if err := errors.Join(b.Checkpoint(t.Context()), reading.Rollback()); err != nil {
		t.Fatal(err)
	}
	mustHaveClaims(t, b, 2)
}

// Nothing is written into a file that is not the book any more.
func TestRow57MovedBookTakesNothing(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	if err := os.Rename(b.path, b.path+".old"); err != nil {
		t.Fatal(err)
	}
	_, err := b.Add(context.Background(), NewCommand("add", "desk", now), plainClaim(2))
	mustBeUnusable(t, err, b.path)
	var refusal *claims.Error
	if !errors.As(err, &refusal) || !strings.Contains(refusal.Hint, b.path+"-wal") {
		t.Errorf("the hint does not name the log: %v", err)
	}
}
