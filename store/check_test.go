package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tracker/calendar"
	"tracker/claims"
)

// fullBook makes a book in which every table has a row and most columns a
// value, closes it, and returns its bytes.
func fullBook(t *testing.T) []byte {
	fileOnly(t)
	t.Helper()
	b := mustCreate(t)
	for n := 1; n <= 3; n++ {
		mustAdd(t, b, plainClaim(n))
	}
	change := func(verb string, id claims.ID, fn func(*claims.Claim) error) {
		t.Helper()
		if _, err := b.Change(t.Context(), NewCommand(verb, "desk", now), []claims.ID{id}, "", fn); err != nil {
			t.Fatal(err)
		}
	}
	half := 0.5
	change("resolve", 1, func(c *claims.Claim) error {
		return c.Resolve(claims.Verdict{Outcome: claims.Partial, Extent: &half, Day: calendar.Date(2025, 8, 12), Timing: claims.OnTime, EarlyCounts: new(true),
			Note: "seen", Evidence: []claims.Evidence{{URL: "https://example.org"}}, By: "desk", At: now})
	})
	change("snooze", 2, func(c *claims.Claim) error { return c.Snooze(calendar.Date(2025, 9, 1), calendar.Date(2025, 8, 18)) })
	if _, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil {
		t.Fatal(err)
	}
	imported := plainClaim(4)
	imported.Key, imported.Type, imported.WordsBy = "k4", claims.Promise, claims.ByReport
	if err := b.Import(t.Context(), NewCommand("import", "desk", now), strings.Repeat("a", 64), true, func(b *Batch) error { return b.Add(&imported) }); err != nil {
		t.Fatal(err)
	}
	mustBeSound(t, b)
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	book, err := os.ReadFile(b.path)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// everyTable is fullBook with a row in the tables that it leaves empty.
func everyTable(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "every.db")
	if err := os.WriteFile(path, fullBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(b.DropDraft(t.Context(), NewCommand("draft drop", "desk", now), place(50, 90)), b.Close()); err != nil {
		t.Fatal(err)
	}
	book, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// tampered returns what Check finds in a copy of a book after statements
// were run on it behind its back.
func tampered(t *testing.T, book []byte, statements ...string) []Finding {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path, book, 0o600); err != nil {
		t.Fatal(err)
	}
	exec(t, path, statements...)
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	problems, err := b.Check(t.Context(), nil)
	if err != nil {
		t.Fatalf("check after %s: %v", statements, err)
	}
	return problems
}

// finds reports whether there is damage at a place that says something.
func finds(problems []Finding, where, what string) bool {
	return slices.ContainsFunc(problems, func(p Finding) bool {
		return p.Fatal && strings.HasPrefix(p.Where, where) && strings.Contains(p.What, what)
	})
}

// The journal's triggers, off and on again, so that its rows can be changed
// and the schema is still tracker's.
var (
	unlock = []string{"DROP TRIGGER journal_keeps_lines", "DROP TRIGGER journal_keeps_words"}
	lock   = []string{
		"CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal\nBEGIN SELECT raise(ABORT, 'the journal is append-only'); END",
		"CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal\nBEGIN SELECT raise(ABORT, 'the journal is append-only'); END",
	}
)

func forged(statements ...string) []string { return slices.Concat(unlock, statements, lock) }

// schemaColumn is a column of a table in the schema.
type schemaColumn struct {
	name, kind string
	key        bool
}

func columnsOf(t *testing.T, b *Book, table string) []schemaColumn {
	t.Helper()
	rows, err := b.reader.Query("SELECT name, type, pk > 0 FROM pragma_table_info(?)", table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var list []schemaColumn
	for rows.Next() {
		var c schemaColumn
		if err := rows.Scan(&c.name, &c.kind, &c.key); err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	if len(list) == 0 || rows.Err() != nil {
		t.Fatalf("table %s has %d columns, %v", table, len(list), rows.Err())
	}
	return list
}

// Any value that is changed in any column of any table is found, and named.
func TestCheckFindsEveryColumn(t *testing.T) {
	book, b := everyTable(t), mustCreate(t)
	other := map[string]string{"INTEGER": "coalesce(%s, 0) + 1000", "REAL": "coalesce(%s, 0) / 2 + 0.01", "TEXT": "coalesce(%s, '') || 'x'",
		"BLOB": "CAST(substr(hex(coalesce(%s, 0)) || hex(randomblob(18)), 1, 36) AS BLOB)"}
	for _, d := range derived {
		order := strings.ReplaceAll(d.key, ",", " || ' ' ||")
		for _, c := range columnsOf(t, b, d.table) {
			t.Run(d.table+"."+c.name, func(t *testing.T) {
				problems := tampered(t, book, "PRAGMA ignore_check_constraints = ON",
					fmt.Sprintf("UPDATE %s SET %s = "+other[c.kind]+" WHERE %s = (SELECT max(%s) FROM %s)", d.table, c.name, c.name, order, order, d.table))
				what := c.name + " is "
				if c.key {
					what = "has it, the"
				}
				if !finds(problems, d.table+", row ", what) {
					t.Errorf("found %+v, want %s, row ..., %s...", problems, d.table, what)
				}
			})
		}
	}
}

func TestCheckFindsRows(t *testing.T) {
	book := everyTable(t)
	for _, d := range derived {
		table := d.table
		first := strings.Split(d.key, ",")[0]
		t.Run("deleted from "+table, func(t *testing.T) {
			problems := tampered(t, book, fmt.Sprintf("DELETE FROM %s WHERE %s = (SELECT min(%s) FROM %s)", table, first, first, table))
			if !finds(problems, table+", row ", "the journal has it, the table does not") {
				t.Errorf("found %+v", problems)
			}
		})
	}
	for table, row := range map[string]string{
		"commands": "(x'01900000000000000000000000000000', 'add', 1, 1, 1, NULL, NULL)", "tags": "(2, 'more')", "attribution": "(1, 9, 1, 'relay')",
		"appearances": "(2, 9, 1, '', '', NULL, '', '')", "names": "(99, 'event', 'x', 'x', NULL, NULL)",
		"imports": "(x'00000000000000000000000000000000', '" + strings.Repeat("0", 64) + "', 1)",
	} {
		t.Run("added to "+table, func(t *testing.T) {
			problems := tampered(t, book, "INSERT INTO "+table+" VALUES "+row)
			if !finds(problems, table+", row ", "the table has it, the journal does not") {
				t.Errorf("found %+v", problems)
			}
		})
	}
}

func TestCheckFindsForgedEntries(t *testing.T) {
	book := fullBook(t)
	for name, tc := range map[string]struct {
		statement   string
		where, what string
	}{
		"body":             {`UPDATE journal SET body = pack_body(CAST(replace(CAST(unpack_body(body) AS TEXT), 'round 2', 'round 9') AS BLOB)) WHERE seq = 2`, "claims, row 2", "statement is"},
		"space in a body":  {`UPDATE journal SET body = pack_body(CAST(CAST(unpack_body(body) AS TEXT) || ' ' AS BLOB)) WHERE seq = 2`, "journal, entry 2", "not canonical"},
		"body cut short":   {`UPDATE journal SET body = substr(unpack_body(body), 1, 30) WHERE seq = 3`, "journal, entry 3", "not canonical"},
		"packed body cut":  {`UPDATE journal SET body = substr(body, 1, 30) WHERE seq = 3`, "journal, entry 3", "cannot be unpacked"},
		"command":          {`UPDATE journal SET command = CAST(upper(hex(command)) || '0123' AS BLOB) WHERE seq = 2`, "commands, row", "has it"},
		"instant":          {`UPDATE journal SET at = at + 1 WHERE seq = 2`, "claims, row 2", "recorded_at is"},
		"verb":             {`UPDATE journal SET verb = 'resolve' WHERE seq = 2`, "commands, row", "verb is"},
		"kind":             {`UPDATE journal SET kind = 'import' WHERE seq = 2`, "", ""},
		"subject":          {`UPDATE journal SET subject = CAST('nobody' AS BLOB) WHERE seq = 2`, "journal, entry 2", "the entry is about nobody"},
		"number":           {`UPDATE journal SET seq = 100 WHERE seq = (SELECT max(seq) FROM journal)`, "journal, entry 9", "entry 100 follows entry 8"},
		"deleted":          {`DELETE FROM journal WHERE seq = 2`, "journal, entry 2", "entry 3 follows entry 1"},
		"deleted at start": {`DELETE FROM journal WHERE seq = 1`, "journal, entry 1", "entry 2 follows entry 0"},
		"deleted at end":   {`DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)`, "imports, row", "done is"},
		"swapped":          {`UPDATE journal SET seq = CASE seq WHEN 1 THEN -2 ELSE -1 END WHERE seq IN (1, 2); UPDATE journal SET seq = -seq WHERE seq < 0`, "commands, row", "first_seq is"},
		"one more": {`INSERT INTO journal SELECT seq + 9, at, actor, command, verb, kind, subject, body FROM journal WHERE seq = 1`,
			"journal, entry 10", "does not fit"},
	} {
		t.Run(name, func(t *testing.T) {
			if problems := tampered(t, book, forged(tc.statement)...); !finds(problems, tc.where, tc.what) {
				t.Errorf("found %+v, want %s: %s", problems, tc.where, tc.what)
			}
		})
	}
}

// What replaying cannot see: the actor of an entry, and the instant of one that
// no claim was recorded by, which no table repeats, and an end that was cut
// off everywhere. It takes hashes and
// a checkpoint that is kept elsewhere to see those.
func TestCheckCannotSee(t *testing.T) {
	book := fullBook(t)
	for name, statements := range map[string][]string{
		"at":    {"UPDATE journal SET at = at + 1 WHERE seq = (SELECT max(seq) FROM journal WHERE kind = 'import')"},
		"actor": {"UPDATE journal SET actor = 'somebody else' WHERE seq = 2"},
		"tail": {"DELETE FROM journal WHERE seq > 6", "DELETE FROM commands WHERE first_seq > 6", "DELETE FROM imports",
			"DELETE FROM tags WHERE claim = 4", "DELETE FROM attribution WHERE claim = 4", "DELETE FROM appearances WHERE claim = 4",
			"DELETE FROM claims WHERE id = 4"},
	} {
		if problems := tampered(t, book, forged(statements...)...); len(problems) > 0 {
			t.Errorf("%s: found %+v: check has learnt to see it, move the case", name, problems)
		}
	}
}

func TestCheckFindsAnotherSchema(t *testing.T) {
	book := fullBook(t)
	for statement, object := range map[string]string{
		"DROP INDEX claims_digest":                                                 "index claims_digest",
		"DROP TRIGGER journal_keeps_words":                                         "trigger journal_keeps_words",
		"ALTER TABLE claims ADD COLUMN secret TEXT":                                "table claims",
		"CREATE TABLE more (x)":                                                    "table more",
		"CREATE TRIGGER t AFTER INSERT ON claims BEGIN SELECT 1; END":              "trigger t",
		"DROP INDEX claims_speaker; CREATE INDEX claims_speaker ON claims (event)": "index claims_speaker",
	} {
		if problems := tampered(t, book, statement); !finds(problems, "schema", object) {
			t.Errorf("%s: found %+v, want %s", statement, problems, object)
		}
	}
}

// A flipped byte in the file itself is found by SQLite or by the replay, and
// never passes as sound or ends the program.
func TestCheckFindsFlippedBytes(t *testing.T) {
	book := fullBook(t)
	flip := func(at int) []byte {
		flipped := slices.Clone(book)
		flipped[at] ^= 0x40
		return flipped
	}
	retold := bytes.ReplaceAll(book, []byte("round 2"), []byte("round-2"))
	if bytes.Equal(retold, book) {
		t.Fatal("the statement is not in the file")
	}
	for at, flipped := range [][]byte{retold, flip(4096), flip(4096 + 3), flip(3 * 4096), flip(5*4096 + 1)} {
		path := filepath.Join(t.TempDir(), "flipped.db")
		if err := os.WriteFile(path, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		b, err := Open(t.Context(), path)
		if err != nil {
			mustBeUnusable(t, err, path)
			continue
		}
		problems, err := b.Check(context.Background(), nil)
		b.Close()
		if err != nil {
			mustBeUnusable(t, err, path)
		} else if !damaged(problems) {
			t.Errorf("case %d: nothing found", at)
		}
	}
}

// Where no scratch book can be made, it is said where, and why.
func TestScratchFolder(t *testing.T) {
	b := mustCreate(t)
	missing := filepath.Join(t.TempDir(), "missing")
	t.Setenv("TMPDIR", missing)
	_, err := b.Check(t.Context(), nil)
	mustBeUnusable(t, err, missing)
	if want := missing + " has no place for a scratch book: no such file or directory"; err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}

func TestCheckWarnsOfNamesThatHideText(t *testing.T) {
	b := mustCreate(t)
	c := plainClaim(1)
	c.Speaker = "The \u202eyrtsinim"
	mustAdd(t, b, c)
	problems, err := b.Check(t.Context(), nil)
	problems = ofTheBook(problems)
	if err != nil || len(problems) != 1 || problems[0].Fatal || !strings.Contains(problems[0].What, "reorder or hide") {
		t.Errorf("check = %+v, %v, want one warning", problems, err)
	}
}

// Every table is either compared with the journal or is one of those that it
// does not speak of.
func TestCheckKnowsEveryTable(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	rows, err := b.reader.Query("SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		compared := slices.ContainsFunc(derived, func(d struct{ table, key string }) bool { return d.table == name })
		if apart := slices.Contains([]string{"journal", "outbox", "heartbeat", "secrets", "answered", "received", "inboxes"}, name); compared == apart {
			t.Errorf("table %s: compared %v, apart %v", name, compared, apart)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}
