package store

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/exchange"
	"tracker/ledger"
)

// Journals of earlier programs, kept as they were exported, replay, check and
// export with the same bytes; and what those programs undid after seq 15 is
// undone by the same entries.
func TestKeptJournals(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "store", "journal-*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no kept journal: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			entries := mustRead(t, text)
			b := mustCreate(t)
			mustRestore(t, b, entries)
			mustBeSound(t, b)
			var out bytes.Buffer
			for e, err := range b.Journal(t.Context()) {
				if err == nil {
					err = exchange.WriteEntry(&out, e)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(text), out.String()); diff != "" {
				t.Errorf("-kept +exported\n%s", diff)
			}
			mustUndoAsBefore(t, entries)
		})
	}
}

// mustUndoAsBefore replays a journal up to its last undos, undoes the same
// commands and expects the same entries.
func mustUndoAsBefore(t *testing.T, entries []ledger.Entry) {
	t.Helper()
	first := slices.IndexFunc(entries, func(e ledger.Entry) bool { return e.Seq > 15 })
	b := mustCreate(t)
	mustRestore(t, b, entries[:first])
	command := map[int64]string{} // by the entry, as this book knows it
	for _, e := range entries[:first] {
		command[e.Seq] = e.Command
	}
	undone := 0
	for _, e := range entries[first:] {
		var kept ledger.Change
		if err := json.Unmarshal(e.Body, &kept); err != nil || kept.Undoes == 0 {
			t.Fatalf("entry %d undoes nothing: %v", e.Seq, err)
		}
		cmd := NewCommand("undo", e.Actor, claims.Instant(e.At))
		if _, err := b.Undo(t.Context(), cmd, command[kept.Undoes], nil); err != nil {
			t.Fatalf("undo what entry %d undid: %v", e.Seq, err)
		}
		list, err := b.History(t.Context(), claims.UID(e.Subject))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(e.Body), string(list[len(list)-1].Body)); diff != "" {
			t.Errorf("entry %d (-kept +now):\n%s", e.Seq, diff)
		}
		command[e.Seq] = cmd.UID
		undone++
	}
	if undone < 3 {
		t.Errorf("only %d undos kept", undone)
	}
	mustBeSound(t, b)
}

func mustRead(t *testing.T, text []byte) []ledger.Entry {
	t.Helper()
	var list []ledger.Entry
	for e, err := range exchange.ReadJournal(bytes.NewReader(text), "kept") {
		if err != nil {
			t.Fatal(err)
		}
		e.Body = slices.Clone(e.Body)
		list = append(list, e)
	}
	return list
}

func mustRestore(t *testing.T, b *Book, entries []ledger.Entry) {
	t.Helper()
	_, err := b.Restore(t.Context(), func(yield func(ledger.Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}
