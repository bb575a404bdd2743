package store

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What SQL runs is its text: a name that looks like SQLite's own, or a kind
// that the text does not have, hides nothing.
func TestRow59CheckIsNotBlinded(t *testing.T) {
	book := fullBook(t)
	const lie = "PRAGMA writable_schema = ON; "
	for statement, object := range map[string]string{
		"CREATE TRIGGER sqlitexstat1 AFTER INSERT ON claims BEGIN SELECT 1; END":                                                      "trigger sqlitexstat1 is not tracker's",
		"CREATE TABLE sqlitexstat1 (x)":                                                                                               "table sqlitexstat1 is not tracker's",
		"CREATE TRIGGER more AFTER INSERT ON claims BEGIN SELECT 1; END":                                                              "trigger more is not tracker's",
		"CREATE VIRTUAL TABLE words USING rtree(a, b, c)":                                                                             "table words is not tracker's",
		"CREATE VIEW sight AS SELECT 1; CREATE TRIGGER t INSTEAD OF INSERT ON sight BEGIN SELECT 1; END":                              "trigger t is not tracker's",
		"ALTER TABLE claims RENAME COLUMN notes TO remarks":                                                                           "table claims is not what",
		"DROP INDEX claims_speaker; CREATE INDEX claims_speaker ON claims (event)":                                                    "index claims_speaker is not what",
		"DROP TRIGGER journal_keeps_words; CREATE VIEW journal_keeps_words AS SELECT 1":                                               "trigger journal_keeps_words is not what",
		lie + `UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (statement <> '''')', '') WHERE name = 'claims'`:                    "table claims is not what tracker makes",
		lie + `UPDATE sqlite_schema SET sql = replace(sql, 'append-only', 'append only') WHERE name LIKE '%keeps_words'`:              "trigger journal_keeps_words is not what",
		lie + `UPDATE sqlite_schema SET tbl_name = 'claims' WHERE name = 'journal_keeps_words'`:                                       "trigger journal_keeps_words",
		lie + `INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'journal_keeps_words'`:                              "more than once",
		lie + `INSERT INTO sqlite_schema VALUES ('view', 'x', 'x', 0, 'CREATE TRIGGER x AFTER INSERT ON claims BEGIN SELECT 1; END')`: "view x is not tracker's",
	} {
		problems, unusable := looked(t, book, statement)
		if !unusable && !finds(problems, "schema", object) {
			t.Errorf("%s: found %+v, want %s", statement, problems, object)
		}
	}
}

// looked is what Check finds after a statement, or true when the book cannot
// be opened any more.
func looked(t *testing.T, book []byte, statement string) (problems []Finding, unusable bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path, book, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(statement)
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	b, err := Open(t.Context(), path)
	if err == nil {
		defer b.Close()
		problems, err = b.Check(t.Context(), nil)
	}
	if err != nil {
		mustBeUnusable(t, err, path)
	}
	return problems, err != nil
}

// A view or an index of the user's own is told and does no harm, as are the
// statistics of ANALYZE.
func TestRow59OwnViewIsANote(t *testing.T) {
	book := fullBook(t)
	for statement, note := range map[string]string{
		"CREATE VIEW sight AS SELECT statement FROM claims":            "view sight is not tracker's; it may stay",
		"CREATE INDEX mine ON claims (language)":                       "index mine is not tracker's; it may stay",
		"CREATE UNIQUE INDEX mine ON claims (key, statement, speaker)": "but can refuse what tracker writes",
		"CREATE VIEW sqlitexstat1 AS SELECT 1":                         "view sqlitexstat1",
		"ANALYZE":                                                      "",
	} {
		problems := tampered(t, book, statement)
		if damaged(problems) {
			t.Errorf("%s: damage %+v", statement, problems)
		}
		told := slices.ContainsFunc(problems, func(p Finding) bool { return p.Where == "schema" && strings.Contains(p.What, note) })
		if told != (note != "") {
			t.Errorf("%s: found %+v, want %q", statement, problems, note)
		}
	}
}
