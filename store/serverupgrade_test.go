package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/store/dialect"
	"tracker/store/postgres"
)

// firstOnServer is the first schema that books on a server had.
const firstOnServer = 8

// earlierOnServer makes a book of an earlier schema on a server, of the dump
// of such a file, and returns its name and what the file holds once it is taken
// over.
func earlierOnServer(t *testing.T, version int) (name string, want tables) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", "store", fmt.Sprintf("v%d.sql", version)))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	exec(t, path, string(text))
	name = bookName("")
	pourEarlier(t, path, name, version)
	file, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	return name, dump(t, file)
}

// pourEarlier lays the tables of a version and puts the rows of a file into
// them.
func pourEarlier(t *testing.T, path, name string, version int) {
	t.Helper()
	s := schema()
	s.Steps = s.Steps[:version]
	server, err := postgres.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	o, err := server.Open(t.Context(), dialect.Opening{Schema: s, Make: true})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Writer.Close()
	defer o.Reader.Close()
	sqlTx, err := o.Writer.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer sqlTx.Rollback()
	from := sql.OpenDB(behind{"file:" + path + "?mode=ro"})
	defer from.Close()
	tx := newTx(sqlTx, server, Command{})
	for _, table := range append([]string{"names", "claims", "journal"}, "commands", "imports", "attribution", "appearances", "tags", "verdicts", "dropped",
		"outbox", "heartbeat", "secrets", "answered", "received", "inboxes") {
		var there bool
		if err := from.QueryRow(`SELECT count(*) > 0 FROM sqlite_schema WHERE name = ?`, table).Scan(&there); err != nil {
			t.Fatal(err)
		}
		if !there {
			continue
		}
		if err := tx.pour(context.Background(), from, table, ""); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
	}
	if err := sqlTx.Commit(); err != nil {
		t.Fatal(err)
	}
}

// A book on a server of every schema that there was on servers opens as one of
// the present schema: it holds what the same book in a file holds.
func TestServerOfEarlierSchema(t *testing.T) {
	serverOnly(t)
	for version := firstOnServer; version < SchemaVersion(); version++ {
		name, want := earlierOnServer(t, version)
		b, err := Open(t.Context(), name)
		if err != nil {
			t.Fatalf("schema %d: %v", version, err)
		}
		mustBeSound(t, b)
		if diff := cmp.Diff(want, dump(t, b)); diff != "" {
			t.Errorf("schema %d (-file +server):\n%s", version, diff)
		}
		mustAdd(t, b, plainClaim(9))
		pass(t, b, now) // the outbox numbers on
		mustBeSound(t, b)
		b.Close()
	}
}

// What was granted and added stays; who is not the owner is told who is; and of
// several programs that come at once one takes the book over.
func TestServerIsTakenOverOnce(t *testing.T) {
	serverOnly(t)
	name, _ := earlierOnServer(t, SchemaVersion()-1)
	server, err := postgres.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	roles, err := server.Roles()
	if err != nil {
		t.Fatal(err)
	}
	behindServer(t, name, roles, `CREATE INDEX mine ON claims (language)`)
	prefix := schemaIn(t, name)
	behindServer(t, name, `CREATE ROLE `+prefix+`_late LOGIN IN ROLE `+prefix+`_reader`)
	stranger := strings.Replace(name, "//desk@", "//"+prefix+"_late@", 1)
	_, err = Open(t.Context(), stranger)
	mustBeUnusable(t, err, "only its owner can take it over")
	var opening sync.WaitGroup
	for range 4 {
		opening.Go(func() {
			b, err := Open(t.Context(), name)
			if err != nil {
				t.Error(err)
				return
			}
			mustBeSound(t, b)
			b.Close()
		})
	}
	opening.Wait()
	b, err := Open(t.Context(), stranger)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	problems, err := b.Check(t.Context(), nil)
	mine := slices.ContainsFunc(problems, func(f Finding) bool { return strings.Contains(f.What, "INDEX mine ON claims") })
	if err != nil || damaged(problems) || !mine {
		t.Errorf("as a reader: %+v, %v", problems, err)
	}
	if n, err := b.Count(t.Context(), claims.Filter{Statuses: claims.Statuses}, now); err != nil || n == 0 {
		t.Errorf("a reader sees %d claims, %v", n, err)
	}
}

// A program that was open before a newer one took its book over writes nothing
// more: not in the journal, nor beside it, whether it says which schema it writes
// or is of old and says nothing. What it reads is not in its way.
func TestServerOlderProgramIsStopped(t *testing.T) {
	serverOnly(t)
	name, _ := earlierOnServer(t, SchemaVersion()-1)
	older := schema()
	older.Steps = older.Steps[:SchemaVersion()-1]
	server, err := postgres.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	o, err := server.Open(t.Context(), dialect.Opening{Schema: older})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Writer.Close()
	defer o.Reader.Close()
	const beat = `INSERT INTO heartbeat (name, at) VALUES ('older', ?)`
	if _, err := o.Writer.Exec(beat, 1); err != nil {
		t.Fatal(err) // its connection is there
	}
	newer, err := Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer newer.Close()
	before := dump(t, newer)
	for _, says := range []string{fmt.Sprint(SchemaVersion() - 1), "", "none"} {
		if _, err := o.Writer.Exec(`SELECT set_config('tracker.schema', ?, false)`, says); err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{
			`INSERT INTO journal (seq, at, actor, command, verb, kind, subject, body) SELECT seq + 1, at, actor, command, verb, kind, subject, body FROM journal ORDER BY seq DESC LIMIT 1`,
			`UPDATE outbox SET claim = claim`, `DELETE FROM received`, `UPDATE heartbeat SET at = 2`,
		} {
			_, err := o.Writer.Exec(statement)
			mustBeUnusable(t, server.Explain(err), "was taken over by another tracker while this one ran")
		}
	}
	if diff := cmp.Diff(before, dump(t, newer)); diff != "" {
		t.Errorf("the older program has written (-before +after):\n%s", diff)
	}
	var n int
	if err := o.Reader.QueryRow(`SELECT count(*) FROM claims`).Scan(&n); err != nil || n == 0 {
		t.Errorf("it reads %d claims, %v", n, err)
	}
	mustAdd(t, newer, plainClaim(9))
	mustBeSound(t, newer)
}

// behindServer runs statements behind the book's back.
func behindServer(t *testing.T, name string, statements ...string) {
	t.Helper()
	s := schema()
	s.Steps = s.Steps[:SchemaVersion()-1]
	server, err := postgres.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	o, err := server.Open(t.Context(), dialect.Opening{Schema: s})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Writer.Close()
	defer o.Reader.Close()
	for _, statement := range statements {
		if _, err := o.Writer.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// schemaIn is the schema that a name has.
func schemaIn(t *testing.T, name string) string {
	t.Helper()
	_, schema, ok := strings.Cut(name, "search_path=")
	if !ok {
		t.Fatalf("no schema in %s", name)
	}
	return schema
}
