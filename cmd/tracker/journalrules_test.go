package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracker/ledger"
)

// A journal whose entries break a rule that every release has kept is refused
// with the entry's number, and nothing of it stays.
func TestJournalImportKeepsTheRules(t *testing.T) {
	b := newTestBook(t)
	b.run(0, "add", "The talks resume", "--speaker", "The ministry", "--said", "2025-07-01", "--by", "2025-08-01",
		"--source", "Evening News", "--url", "https://example.org/talks", "--event", "talks")
	b.run(0, "resolve", "1", "no", "--note", "they did not", "--evidence", "https://example.org/no")
	b.run(0, "event", "set", "talks", "--date", "2025-09-01")
	journal := strings.Split(strings.TrimSuffix(b.run(0, "journal", "export"), "\n"), "\n")
	long, megabyte := strings.Repeat("x", 20_000), strings.Repeat("x", 1<<20)
	for name, c := range map[string]struct {
		entry int
		edit  func(entry, body map[string]any)
		why   string
	}{
		"20 KB statement":        {1, func(_, b map[string]any) { b["statement"] = long }, "statement: 20000 bytes is too long"},
		"no statement":           {1, func(_, b map[string]any) { b["statement"] = " " }, "statement: is empty"},
		"1 MB notes":             {1, func(_, b map[string]any) { b["notes"] = megabyte }, "notes: 1048576 bytes is too long"},
		"1 MB note of a verdict": {2, func(_, b map[string]any) { inner(b, "set", "verdict")["note"] = megabyte }, "note: 1048576 bytes is too long"},
		"1 MB reason":            {2, func(_, b map[string]any) { b["why"] = megabyte }, "why: 1048576 bytes is too long"},
		"1 MB name":              {1, func(_, b map[string]any) { b["speaker"] = megabyte }, "speaker: 1048576 bytes is too long"},
		"empty actor":            {1, func(e, _ map[string]any) { e["actor"] = "" }, "actor: is empty"},
		"1 MB actor":             {2, func(e, _ map[string]any) { e["actor"] = megabyte }, "actor: 1048576 bytes is too long"},
		"ESC in the verb":        {1, func(e, _ map[string]any) { e["verb"] = "add\x1b[2J" }, "is no verb"},
		"1 MB verb":              {1, func(e, _ map[string]any) { e["verb"] = megabyte }, "is no verb"},
		"javascript address": {1, func(_, b map[string]any) {
			b["appearances"].([]any)[0].(map[string]any)["url"] = "javascript:alert(1)"
		}, "is not a web address"},
		"javascript evidence": {2, func(_, b map[string]any) {
			inner(b, "set", "verdict")["evidence"].([]any)[0].(map[string]any)["url"] = "javascript:alert(1)"
		}, "is not a web address"},
		"unknown member of a claim":   {1, func(_, b map[string]any) { b["admin"] = true }, `unknown field "admin"`},
		"unknown member of a window":  {1, func(_, b map[string]any) { inner(b, "window")["admin"] = true }, `unknown field "admin"`},
		"unknown member of a change":  {2, func(_, b map[string]any) { b["admin"] = true }, `unknown field "admin"`},
		"unknown member that changes": {2, func(_, b map[string]any) { inner(b, "set")["admin"] = true; inner(b, "was")["admin"] = nil }, `unknown field "admin"`},
		"unknown member of a name":    {3, func(_, b map[string]any) { b["admin"] = true }, `unknown field "admin"`},
	} {
		lines := append([]string{}, journal...)
		lines[c.entry-1] = editEntry(t, lines[c.entry-1], c.edit)
		path := filepath.Join(t.TempDir(), "journal.jsonl")
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Setenv("TRACKER_DB", filepath.Join(t.TempDir(), "copy.db"))
		b.run(0, "init")
		code, _, errs := b.try(t.Context(), "journal", "import", path)
		want := "entry " + string(rune('0'+c.entry)) + " does not fit: "
		if code != exitRefused || !strings.Contains(errs, want) || !strings.Contains(errs, c.why) || strings.Contains(errs, "\x1b") {
			t.Errorf("%s: exit code %d, want %q with %q: %.300s", name, code, want, c.why, errs)
		}
		if left := b.run(0, "journal", "export"); left != "" {
			t.Errorf("%s: %.200q stayed", name, left)
		}
	}
}

// inner goes down into members of an object.
func inner(m map[string]any, path ...string) map[string]any {
	for _, name := range path {
		m = m[name].(map[string]any)
	}
	return m
}

// editEntry changes a line of a journal and its body, which stays canonical.
func editEntry(t *testing.T, line string, edit func(entry, body map[string]any)) string {
	t.Helper()
	var entry map[string]any
	if err := json.Unmarshal([]byte(line), &entry); err != nil {
		t.Fatal(err)
	}
	body := entry["body"].(map[string]any)
	edit(entry, body)
	text, err := ledger.Canonical(body)
	if err != nil {
		t.Fatal(err)
	}
	entry["body"] = json.RawMessage(text)
	out, err := json.Marshal(entry)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
