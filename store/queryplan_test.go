package store

import (
	"database/sql"
	"strings"
	"testing"

	"tracker/claims"
)

// Every index that claims and the journal have is one that a query of this
// room needs: without it, that query would look at every row.
func TestEveryIndexIsNeeded(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	filtered := func(f claims.Filter) string { where, _ := condition(f, now); return where }
	due, _ := waiting(claims.Filter{}, now)
	needed := map[string]string{
		"journal_subject":           selectJournal + " WHERE subject = ? AND kind = 'claim' ORDER BY seq",
		"commands_latest":           selectPast + " WHERE undone_by IS NULL AND undoes IS NULL ORDER BY last_seq DESC LIMIT 1",
		"sqlite_autoindex_claims_1": "SELECT id FROM claims WHERE uid = ?",
		"claims_key":                "SELECT uid FROM claims WHERE key = ? AND key <> ''",
		"claims_digest":             "SELECT count(*) FROM claims WHERE digest = ?",
		"claims_speaker":            "SELECT c.id FROM claims c WHERE c.speaker IN " + sameEntity + " AND c.stated_on BETWEEN ? AND ? AND c.withdrawn = ''",
		"claims_event":              "SELECT c.id FROM claims c " + filtered(claims.Filter{Events: []string{"talks"}}),
		"claims_waiting":            "SELECT c.id FROM claims c " + due + " ORDER BY c.ask_at, c.id",
		"claims_supersedes":         "SELECT id FROM claims WHERE supersedes = ? AND withdrawn = ''",
		"claims_drafted":            "SELECT drafted, 0 FROM claims WHERE drafted <> '' AND drafted >= ? AND drafted < ? AND withdrawn <> ?",
		"claims_repeats":            "SELECT repeats FROM claims WHERE repeats IS NOT NULL",
		"attribution_entity":        "SELECT 1 FROM attribution WHERE entity = ?",
		"appearances_source":        "SELECT claim FROM appearances WHERE source IN " + entities,
		"tags_tag":                  "SELECT claim FROM tags WHERE tag = ?",
		"names_target":              "SELECT name FROM names WHERE target = ? ORDER BY id",
		"sqlite_autoindex_names_1":  "SELECT id FROM names WHERE kind = ? AND fold = ?",
	}
	for index, query := range needed {
		if plan := planOf(t, b, query); !strings.Contains(plan, "INDEX "+index) {
			t.Errorf("%s is not used by %s:\n%s", index, query, plan)
		}
	}
	err := each(t.Context(), b.reader, `SELECT name FROM sqlite_schema WHERE type = 'index' AND (sql IS NOT NULL OR name NOT LIKE 'sqlite_%')
		AND tbl_name IN ('journal', 'commands', 'claims', 'attribution', 'appearances', 'tags', 'verdicts', 'names')`, nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		if needed[name] == "" {
			t.Errorf("no query is known to need %s", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A pass that finds nothing new reads no claim, only the index of those that
// wait; the latest occurrence of each is the first that an index finds.
func TestPassesReadNoClaims(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	due, args := waiting(claims.Filter{}, now)
	query := lastAsked + due + " ORDER BY c.ask_at DESC"
	plan := planOf(t, b, query)
	if !strings.Contains(plan, "USING INDEX claims_waiting") || !strings.Contains(plan, "INDEX sqlite_autoindex_outbox_1 (claim=? AND rule=?)") || strings.Contains(plan, "TEMP B-TREE") {
		t.Errorf("the plan is\n%s", plan)
	}
	table := -1 // the number of the table in the program, which the first OpenRead says
	err := each(t.Context(), b.reader, "EXPLAIN "+query, append([]any{"stdout", ""}, args...), func(rows *sql.Rows) error {
		var op string
		var p1 int
		var other any
		err := rows.Scan(&other, &op, &p1, &other, &other, &other, &other, &other)
		if op == "OpenRead" && table < 0 {
			table = p1
		}
		if op == "Column" && p1 == table {
			t.Error("a column is read out of the table")
		}
		return err
	})
	if err != nil || table < 0 {
		t.Errorf("no table is opened, %v", err)
	}
}

// What kind of speaker somebody is, is asked with every claim that is typed:
// all claims of the speaker are looked through in an index.
func TestSpeakersAreKnownByAnIndex(t *testing.T) {
	fileOnly(t)
	plan := planOf(t, mustCreate(t), speakerKind)
	if !strings.Contains(plan, "USING COVERING INDEX claims_speaker") || strings.Contains(plan, "TEMP B-TREE") {
		t.Errorf("the plan is\n%s", plan)
	}
}

// A claim's verdict is found by its place, in the order of the claims.
func TestVerdictsAreFoundByPlace(t *testing.T) {
	fileOnly(t)
	plan := planOf(t, mustCreate(t), "SELECT c.id, v.outcome, e.name"+fromClaims+" ORDER BY c.id")
	if !strings.Contains(plan, "SEARCH v USING PRIMARY KEY (claim=? AND place=?)") || strings.Contains(plan, "TEMP B-TREE") {
		t.Errorf("the plan is\n%s", plan)
	}
}

// To write a claim SQLite makes no temporary table: it would for every list of
// more than two that a column is checked against, with every row.
func TestRowsAreWrittenWithoutTables(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	for _, table := range []string{"journal", "commands", "names", "claims", "attribution", "appearances", "tags", "verdicts"} {
		columns, tables := 0, 0
		err := b.reader.QueryRow("SELECT count(*) FROM pragma_table_info(?)", table).Scan(&columns)
		if err != nil || columns == 0 {
			t.Fatalf("%s has %d columns, %v", table, columns, err)
		}
		err = each(t.Context(), b.reader, "EXPLAIN INSERT INTO "+table+" VALUES ("+marks(columns)+")", make([]any, columns), func(rows *sql.Rows) error {
			var op string
			var other any
			err := rows.Scan(&other, &op, &other, &other, &other, &other, &other, &other)
			if strings.HasPrefix(op, "OpenEphemeral") || strings.HasPrefix(op, "OpenAutoindex") {
				tables++
			}
			return err
		})
		if err != nil || tables > 0 {
			t.Errorf("%s: %d temporary tables for one row, %v", table, tables, err)
		}
	}
}

// planOf is how SQLite answers a query, whatever its arguments are.
func planOf(t *testing.T, b *Book, query string) string {
	t.Helper()
	return explained(t, b, question{query, make([]any, strings.Count(query, "?"))})
}
