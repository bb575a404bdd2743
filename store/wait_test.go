package store

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tracker/store/sqlite"
)

// Opening a book that another program holds for itself ends after the time
// that the refusal names, whatever number of attempts that takes.
func TestWaitIsBounded(t *testing.T) {
	fileOnly(t)
	if os.Getenv("TRACKER_SOAK") != "1" {
		t.Skip("waits for as long as tracker waits")
	}
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, fullBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, statement := range []string{"PRAGMA locking_mode=EXCLUSIVE", "BEGIN EXCLUSIVE", "SELECT count(*) FROM claims"} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	start := time.Now()
	b, err := Open(t.Context(), path)
	if err == nil {
		b.Close()
	}
	mustBeUnusable(t, err, "has held "+path+" for the 15 seconds that tracker waits")
	if took := time.Since(start); took < sqlite.Patience-time.Second || took > sqlite.Patience+10*time.Second {
		t.Errorf("it took %v", took)
	}
}
