package store

import (
	"os"
	"path/filepath"
	"testing"
)

// In a book of before verdicts had places, those that a claim has had get
// theirs in the order of the journal, whatever their uids.
func TestSchema8OrdersVerdicts(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "testdata", "store", "v7.sql"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	const uid, command = "00000000-0000-7000-8000-000000000001", "01b00000-0000-7000-8000-000000000001"
	exec(t, path, string(text),
		`INSERT INTO journal SELECT max(seq) + 1, 1755518500000, 'desk', '`+command+`', 'resolve', 'claim', (SELECT uid FROM claims WHERE id = 1),
			CAST('{"set":{"verdict":{"at":"2025-08-18T12:01:40.000Z","by":"desk","event_date":null,"evidence":[],"extent":null,"note":"seen again","outcome":"no","reason":"","timing":"","uid":"`+uid+`"}},"was":{"verdict":'
			|| (SELECT coalesce(json_extract(CAST(body AS TEXT), '$.verdict'), json_extract(CAST(body AS TEXT), '$.set.verdict')) FROM journal
				WHERE subject = (SELECT uid FROM claims WHERE id = 1) AND CAST(body AS TEXT) LIKE '%"outcome"%' ORDER BY seq DESC LIMIT 1) || '}}' AS BLOB) FROM journal`,
		`INSERT INTO commands SELECT '`+command+`', 'resolve', max(seq), max(seq), 1, NULL, NULL FROM journal`,
		`INSERT INTO verdicts VALUES ('`+uid+`', 1, 'no', NULL, NULL, '', '', 'seen again', '[]', 'desk', 1755518500000, NULL)`,
		`UPDATE claims SET verdict = '`+uid+`' WHERE id = 1`)
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	mustBeSound(t, b)
	var place int
	if err := b.reader.QueryRow("SELECT v.place FROM claims c JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict WHERE c.id = 1 AND v.uid = ?", packed(uid)).Scan(&place); err != nil || place != 2 {
		t.Errorf("the later verdict has place %d, %v, want 2", place, err)
	}
}
