package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"

	"tracker/store/sqlite"
)

// Every connection of both pools has every setting, held all at once so that
// none is the same one again.
func TestSettingsOfEveryConnection(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	want := map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1",
		"trusted_schema": "0", "cell_size_check": "1", "busy_timeout": "15000"}
	for name, pool := range map[string]*sql.DB{"writer": b.writer, "reader": b.reader} {
		most := pool.Stats().MaxOpenConnections
		if name == "reader" && most < 2 {
			t.Fatalf("only %d readers", most)
		}
		for i := range most {
			conn, err := pool.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			for pragma, value := range want {
				var got string
				if err := conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != value {
					t.Errorf("%s %d: %s = %q, %v, want %s", name, i, pragma, got, err, value)
				}
			}
		}
	}
}

func TestReadersCannotWrite(t *testing.T) {
	b := mustCreate(t)
	if _, err := b.reader.Exec("DELETE FROM heartbeat"); err == nil {
		t.Error("a reader deleted rows")
	}
}

// The book opens the file that is there and never makes one.
func TestOpenMakesNoFile(t *testing.T) {
	fileOnly(t)
	path := filepath.Join(t.TempDir(), "typo.db")
	b, err := Open(t.Context(), path)
	if err == nil {
		b.Close()
	}
	mustBeUnusable(t, err, path)
	for _, pool := range []*sql.DB{sqlite.Pool(path, false), sqlite.Pool(path, true)} {
		if err := pool.Ping(); err == nil {
			t.Error("a pool opened a file that is not there")
		}
		pool.Close()
	}
	if _, err := os.Lstat(path); !os.IsNotExist(err) {
		t.Errorf("the file was made: %v", err)
	}
}

// While a book is open its three files are its owner's only.
func TestFileModes(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(b.Path() + suffix)
		if err != nil || info.Mode() != 0o600 {
			t.Errorf("%s: %v, %v, want 0600", b.Path()+suffix, info.Mode(), err)
		}
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	if problems, err := b.Backup(t.Context(), copied, nil); err != nil || len(problems) > 0 {
		t.Fatalf("backup: %v, %v", problems, err)
	}
	if info, err := os.Stat(copied); err != nil || info.Mode() != 0o600 {
		t.Errorf("the backup: %v, %v, want 0600", info.Mode(), err)
	}
	mustHold(t, filepath.Dir(copied), "copy.db")
}

// mustHold fails the test unless a directory has these files and no others.
func mustHold(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	have := []string{}
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if fmt.Sprint(have) != fmt.Sprint(names) {
		t.Errorf("%s holds %q, want %q", dir, have, names)
	}
}

// A backup is whole while the book is being written, and replaces nothing.
func TestBackup(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	dir := t.TempDir()
	path := filepath.Join(dir, "copy.db")
	if _, err := b.Backup(t.Context(), path, nil); err != nil {
		t.Fatal(err)
	}
	mustAdd(t, b, plainClaim(2))
	if _, err := b.Backup(t.Context(), path, nil); err == nil {
		t.Error("a backup replaced a file")
	}
	mustHold(t, dir, "copy.db")
	copied, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	mustBeSound(t, copied)
	if c, err := copied.Claim(t.Context(), "1"); err != nil || c.Statement != plainClaim(1).Statement {
		t.Errorf("claim 1 of the backup: %v, %v", c.Statement, err)
	}
	if _, err := copied.Claim(t.Context(), "2"); !IsNotFound(err) {
		t.Errorf("claim 2 of the backup: %v, want not found", err)
	}
	missing := filepath.Join(dir, "no", "copy.db")
	_, err = b.Backup(t.Context(), missing, nil)
	mustBeUnusable(t, err, filepath.Dir(missing))
}

// A damaged book is not backed up under a good name.
func TestBackupOfDamage(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	exec(t, b.path, "UPDATE claims SET statement = 'something else'")
	dir := t.TempDir()
	problems, err := b.Backup(t.Context(), filepath.Join(dir, "copy.db"), nil)
	if err != nil || !damaged(problems) {
		t.Errorf("backup = %v, %v, want damage", problems, err)
	}
	mustHold(t, dir)
}

// Eight programs that start at once on a path where nothing is all get a
// book, and it is one.
func TestCreateAtOnce(t *testing.T) {
	for range 5 {
		path := bookName(filepath.Join(t.TempDir(), "book.db"))
		var started, finished sync.WaitGroup
		started.Add(1)
		for n := range 8 {
			finished.Go(func() {
				started.Wait()
				b, _, err := Create(t.Context(), path)
				if err != nil {
					t.Errorf("create: %v", err)
					return
				}
				defer b.Close()
				if _, err := b.Add(t.Context(), NewCommand("add", "desk", now), plainClaim(n)); err != nil {
					t.Errorf("add: %v", err)
				}
			})
		}
		started.Done()
		finished.Wait()
		b, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, b)
		if n := len(dump(t, b)["claims"]); n != 8 {
			t.Errorf("%d claims of 8", n)
		}
		b.Close()
	}
}

// The daemon stops when the name has become another file's.
func TestMoved(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	if err := b.Moved(); err != nil {
		t.Fatalf("nothing has moved: %v", err)
	}
	if err := os.Rename(b.path, b.path+".old"); err != nil {
		t.Fatal(err)
	}
	mustBeUnusable(t, b.Moved(), b.path)
	if err := os.WriteFile(b.path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	mustBeUnusable(t, b.Moved(), b.path)
}

// A book that somebody else holds for too long is refused in our words.
func TestBusyIsNeverShownAsSQLite(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	for _, code := range []sqlite3.ErrNo{sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrNotADB, sqlite3.ErrCorrupt, sqlite3.ErrReadonly,
		sqlite3.ErrFull, sqlite3.ErrIoErr, sqlite3.ErrCantOpen} {
		err := b.explain(fmt.Errorf("insert: %w", sqlite3.Error{Code: code}))
		mustBeUnusable(t, err, b.path)
		if err.Error() == "database is locked" {
			t.Error(err)
		}
	}
	if err := b.explain(fs.ErrInvalid); err != fs.ErrInvalid {
		t.Errorf("another error became %v", err)
	}
}

// Whoever is interrupted while a book is made, or checked, hears of that and
// not of what broke off.
func TestAnEndIsNoFault(t *testing.T) {
	fileOnly(t)
	full := filepath.Join(t.TempDir(), "full.db")
	if err := os.WriteFile(full, fullBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(ctx context.Context, n int) error {
		b, _, err := Create(ctx, filepath.Join(t.TempDir(), fmt.Sprintf("%d.db", n)))
		if err == nil {
			err = b.Close()
		}
		if err != nil {
			return err
		}
		if b, err = Open(ctx, full); err != nil {
			return err
		}
		defer b.Close()
		_, err = b.Check(ctx, nil)
		return err
	}
	start := time.Now()
	if err := run(t.Context(), 0); err != nil {
		t.Fatal(err)
	}
	const rounds = 24
	whole, ended := time.Since(start), 0
	for n := range rounds {
		ctx, end := context.WithCancel(t.Context())
		timer := time.AfterFunc(whole*time.Duration(n)/rounds, end)
		if err := run(ctx, n+1); errors.Is(err, context.Canceled) {
			ended++
		} else if err != nil {
			t.Errorf("ended after %d of %d parts of its time: %v", n, rounds, err)
		}
		timer.Stop()
		end()
	}
	if ended == 0 {
		t.Error("nothing was ended")
	}
}
