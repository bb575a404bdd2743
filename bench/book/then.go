package main

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// then makes the rows of the book as its tables were when the goal of an
// import was set (schema 7: uids as text, bodies unpacked and with every
// member, more indexes), and returns the file of INSERT statements with an
// empty book to put them into.
func (b *bench) then(book string) (rows, empty string) {
	full := b.path("then.db")
	empty = b.path("then-copy.db")
	tables := schemaThen()
	run(tables, "sqlite3", full)
	run(tables, "sqlite3", empty)
	run([]byte(journalThen(b.tracker, book)+tablesThen(book)), "sqlite3", full)
	rows = b.path("then.sql")
	dumped(full, rows)
	must(os.Remove(full))
	return rows, empty
}

// schemaThen makes the tables of schema 7, as a book came to it.
func schemaThen() []byte {
	out := []byte("PRAGMA legacy_alter_table=ON;\n")
	for version := range 7 {
		text, err := os.ReadFile(fmt.Sprintf("store/schema/%04d.sql", version+1))
		must(err)
		out = append(append(out, text...), '\n')
	}
	return out
}

// membersThen are those that an entry had when it had nothing to say of them.
var membersThen = map[string]map[string]any{
	"": {"attribution": []any{}, "baseline_p": nil, "condition": "", "criterion": "", "disputed": "", "event": "", "forced": false, "notes": "",
		"repeats": nil, "snoozed_until": nil, "supersedes": nil, "verdict": nil, "withdrawn": ""},
	"appearances": {"archive_url": "", "published_on": nil, "sha256": "", "title": ""},
	"verdict":     {"event_date": nil, "evidence": []any{}, "extent": nil, "reason": ""},
	"window":      {"accepted": false, "alternatives": []any{}, "grace_days": 0},
}

// fill puts into an object the members that it leaves out.
func fill(name string, v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			fill(name, e)
		}
	case map[string]any:
		for member, inner := range v {
			fill(member, inner)
		}
		for member, nothing := range membersThen[name] {
			if _, ok := v[member]; !ok {
				v[member] = nothing
			}
		}
	}
}

// journalThen is the SQL for the journal of a book as it was.
func journalThen(tracker, book string) string {
	exported, err := exec.Command(tracker, "--db", book, "journal", "export").Output()
	must(err)
	var out strings.Builder
	out.WriteString("BEGIN;\n")
	lines := bufio.NewScanner(bytes.NewReader(exported))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var e struct {
			Seq                                 int64
			Actor, Command, Verb, Kind, Subject string
			Body                                any
		}
		must(json.Unmarshal(lines.Bytes(), &e))
		if e.Kind == "claim" {
			fill("", e.Body)
		}
		body, err := json.Marshal(e.Body)
		must(err)
		fmt.Fprintf(&out, "INSERT INTO journal VALUES (%d, 1767225600000, '%s', '%s', '%s', '%s', '%s', X'%s');\n", e.Seq, e.Actor, e.Command, e.Verb, e.Kind,
			strings.ReplaceAll(e.Subject, "'", "''"), hex.EncodeToString(body))
	}
	must(lines.Err())
	return out.String()
}

// tablesThen is the SQL that copies the other tables of a book.
func tablesThen(book string) string {
	uid := func(column string) string {
		h := "lower(hex(" + column + "))"
		return "substr(" + h + ", 1, 8) || '-' || substr(" + h + ", 9, 4) || '-' || substr(" + h + ", 13, 4) || '-' || substr(" + h + ", 17, 4) || '-' || substr(" + h + ", 21)"
	}
	const claims = `id, key, digest, statement, quote, language, speaker, speaker_kind, stated_on, logged_at, event, criterion, condition, polarity, hedge_words, hedge_p,
		hedge_low, hedge_high, hedge_kind, hedge_map, phrase, earliest, latest, zone, granularity, class, relation, rule, rules, grace_days, alternatives, accepted,
		due_at, ask_at, logged_by, notes, forced, withdrawn, disputed, type, words_by, recorded_at`
	const verdicts = `claim, outcome, extent, event_date, timing, reason, note, evidence, by, at`
	return `COMMIT; ATTACH '` + book + `' AS now;
INSERT INTO commands (uid, verb, first_seq, last_seq, entries) SELECT ` + uid("uid") + `, verb, first_seq, last_seq, entries FROM now.commands;
INSERT INTO imports SELECT ` + uid("command") + `, sha256, done FROM now.imports;
INSERT INTO names (id, kind, fold, name) SELECT id, kind, fold, name FROM now.names;
INSERT INTO claims (` + claims + `, uid, verdict) SELECT ` + claims + `, ` + uid("uid") + `,
	(SELECT ` + uid("v.uid") + ` FROM now.verdicts v WHERE v.claim = c.id AND v.place = c.verdict) FROM now.claims c;
INSERT INTO appearances SELECT * FROM now.appearances;
INSERT INTO tags SELECT * FROM now.tags;
INSERT INTO verdicts (uid, ` + verdicts + `) SELECT ` + uid("uid") + `, ` + verdicts + ` FROM now.verdicts;
`
}
