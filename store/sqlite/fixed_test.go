package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tracker/store/dialect"
)

// What was read from a file as it is counts when it has stayed so.
func TestUntouched(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"nothing":  func(string) error { return nil },
		"a log":    func(path string) error { return os.WriteFile(path+"-wal", nil, 0o600) },
		"its time": func(path string) error { return os.Chtimes(path, time.Time{}, time.Unix(1, 0)) },
		"its size": func(path string) error { return os.Truncate(path, 512) },
		"its end":  os.Remove,
	} {
		f, err := At(filepath.Join(t.TempDir(), "book.db"))
		if err != nil {
			t.Fatal(err)
		}
		o, err := f.Open(t.Context(), dialect.Opening{Make: true, Schema: dialect.Schema{Steps: []string{"CREATE TABLE t (n INTEGER) STRICT"}, After: func(context.Context, *sql.Tx, int) error { return nil }}})
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(o.Reader.Close(), o.Writer.Close()); err != nil {
			t.Fatal(err)
		}
		if f.info, err = os.Stat(f.path); err != nil {
			t.Fatal(err)
		}
		f.fixed = "is on a disc"
		var rows int
		pool := f.pool(false)
		if err := pool.QueryRow("SELECT count(*) FROM t").Scan(&rows); err != nil {
			t.Errorf("it cannot be read as it is: %v", err)
		}
		if _, err := pool.Exec("INSERT INTO t VALUES (1)"); err == nil || !f.single() {
			t.Errorf("it is written: %v", err)
		}
		if err := pool.Close(); err != nil {
			t.Fatal(err)
		}
		if err := change(f.path); err != nil {
			t.Fatal(err)
		}
		if err := f.Untouched(); (err == nil) != (name == "nothing") {
			t.Errorf("after %s: %v", name, err)
		}
		if f.fixed = ""; f.Untouched() != nil {
			t.Errorf("after %s: a book that can be written is refused", name)
		}
	}
}

// What can be written nowhere is fuller than what can be, and nothing is fuller than itself.
func TestFullerThan(t *testing.T) {
	there, missing := t.TempDir(), filepath.Join(t.TempDir(), "missing")
	for _, c := range []struct {
		folder, other string
		want          bool
	}{{missing, there, true}, {there, missing, false}, {there, there, false}, {missing, missing, false}} {
		if got := fullerThan(c.folder, c.other); got != c.want {
			t.Errorf("fullerThan(%s, %s) = %v", c.folder, c.other, got)
		}
	}
}
