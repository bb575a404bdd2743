package store

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
	"tracker/claims"
	"tracker/store/sqlite"
)

var update = flag.Bool("update", false, "dump a book of the present schema anew; those of earlier ones are never made again")

// Books of every schema there ever was, kept as SQL, open as books of the
// present one: they are sound, and every claim in them can be logged again
// and is read back the same.
func TestEveryEarlierSchema(t *testing.T) {
	fileOnly(t)
	dir := filepath.Join("..", "testdata", "store")
	if *update {
		writeDump(t, filepath.Join(dir, fmt.Sprintf("v%d.sql", SchemaVersion())))
	}
	for version := 1; version <= SchemaVersion(); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("v%d.sql", version)))
			if err != nil {
				t.Fatalf("a schema without a dump (go test ./store -update makes the present one's): %v", err)
			}
			path := filepath.Join(t.TempDir(), "book.db")
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			exec(t, path, string(text))
			b, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			var now int
			if err := b.reader.QueryRow("PRAGMA user_version").Scan(&now); err != nil || now != SchemaVersion() {
				t.Errorf("opened as schema %d, %v, want %d", now, err, SchemaVersion())
			}
			if version < SchemaVersion() {
				mustHaveKept(t, b, version)
			}
			mustBeSound(t, b)
			mustReplay(t, b)
			mustLogAgain(t, b)
			mustAdd(t, b, plainClaim(9))
			mustBeSound(t, b)
		})
	}
}

// Whoever watches a book that is taken over is told what it is at; when it ends
// in the middle, the book is as it was, nothing stands beside it, and it is
// taken over the next time.
func TestTakingOverCanBeInterrupted(t *testing.T) {
	fileOnly(t)
	text, err := os.ReadFile(filepath.Join("..", "testdata", "store", "v6.sql"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	exec(t, path, string(text))
	for _, at := range []string{"keeping the book as it was 0", "taking over the book 1", "taking over the book 3", fmt.Sprint("taking over the book ", SchemaVersion()-6)} {
		ctx, end := context.WithCancel(t.Context())
		var told []string
		_, err := Open(ctx, path, Watched(func(what string, done, of int64) {
			if told = append(told, fmt.Sprint(what, " ", done)); slices.Contains(told, at) {
				end()
			}
		}))
		if !errors.Is(err, context.Canceled) || told[len(told)-1] != at {
			t.Errorf("ended at %q after %q: %v", at, told, err)
		}
		if beside, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*schema*")); err != nil || len(beside) > 0 {
			t.Errorf("ended at %q: %q stands beside the book, %v", at, beside, err)
		}
	}
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	mustHaveKept(t, b, 6)
	mustBeSound(t, b)
}

// mustHaveKept expects the book beside itself as it was before.
func mustHaveKept(t *testing.T, b *Book, version int) {
	t.Helper()
	db := sqlite.Pool(b.Kept(), true)
	defer db.Close()
	var then, entries, now int
	err := db.QueryRow("SELECT user_version, (SELECT count(*) FROM journal) FROM pragma_user_version").Scan(&then, &entries)
	if err != nil || then != version {
		t.Errorf("%q is of schema %d, %v, want %d", b.Kept(), then, err, version)
	}
	if err := b.reader.QueryRow("SELECT count(*) FROM journal").Scan(&now); err != nil || now != entries || now == 0 {
		t.Errorf("%d entries became %d, %v", entries, now, err)
	}
}

// mustLogAgain logs every claim of a book in another one and reads it back.
func mustLogAgain(t *testing.T, b *Book) {
	t.Helper()
	other, n := mustCreate(t), 0
	for c, err := range b.All(t.Context(), claims.Filter{Statuses: claims.Statuses}, now) {
		if err != nil {
			t.Fatal(err)
		}
		mustAdd(t, other, c)
		got, err := other.Claim(t.Context(), string(c.UID))
		if diff := cmp.Diff(c, got); err != nil || diff != "" {
			t.Errorf("claim %d: %v (-logged +read):\n%s", c.ID, err, diff)
		}
		n++
	}
	if n == 0 {
		t.Error("the dump has no claims")
	}
}

// writeDump writes fullBook, with a merged name, a dated event, prompts and a
// heartbeat, as SQL.
func writeDump(t *testing.T, path string) {
	t.Helper()
	source := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(source, fullBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), source)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	mustName(t, func(cmd Command) error { return b.Merge(t.Context(), cmd, Sources, "The gazette", "The ministry") })
	mustName(t, func(cmd Command) error {
		_, err := b.SetDate(t.Context(), cmd, "summit", calendar.Date(2025, 9, 1), nil, nil)
		return err
	})
	if err := b.DropDraft(t.Context(), NewCommand("draft drop", "desk", now), place(50, 90)); err != nil {
		t.Fatal(err)
	}
	pass(t, b, now)
	if err := b.Beat(t.Context(), now, now); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	fmt.Fprintf(&out, "-- A book of schema %d. Keep it as it is: it shows that such books still open.\n", SchemaVersion())
	lines := func(query string, args ...any) []string {
		var list []string
		err := each(context.Background(), b.reader, query, args, func(rows *sql.Rows) error {
			var line string
			err := rows.Scan(&line)
			list = append(list, line)
			return err
		})
		if err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return list
	}
	for _, statement := range lines("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type <> 'table', rowid") {
		fmt.Fprintf(&out, "%s;\n", statement)
	}
	for _, table := range lines("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid") {
		row := strings.Join(lines("SELECT 'quote(' || name || ')' FROM pragma_table_info(?)", table), " || ', ' || ")
		for _, values := range lines("SELECT " + row + " FROM " + table) {
			fmt.Fprintf(&out, "INSERT INTO %s VALUES (%s);\n", table, values)
		}
	}
	fmt.Fprintf(&out, "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\n", sqlite.ApplicationID, SchemaVersion())
	if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
