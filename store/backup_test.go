package store

import (
	"context"
	"path/filepath"
	"testing"
)

// A backup is copied with few pages in memory, and leaves the connection that
// writes as it was, also where it comes to nothing.
func TestBackupLeavesThePagesInMemory(t *testing.T) {
	fileOnly(t)
	b, dir := mustCreate(t), t.TempDir()
	pages := func() (n int) {
		t.Helper()
		if err := b.writer.QueryRowContext(t.Context(), "PRAGMA cache_size").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := pages()
	if _, err := b.Backup(t.Context(), filepath.Join(dir, "copy.db"), nil); err != nil {
		t.Fatal(err)
	}
	if now := pages(); now != before {
		t.Errorf("%d after a backup, %d before", now, before)
	}
	ctx, cancel := context.WithCancel(t.Context())
	watch := func(string, int64, int64) { cancel() } // when it begins
	if _, err := b.Backup(ctx, filepath.Join(dir, "another.db"), watch); err == nil {
		t.Error("it is finished though nobody wanted it any more")
	}
	if now := pages(); now != before {
		t.Errorf("%d after a backup that was given up, %d before", now, before)
	}
}
