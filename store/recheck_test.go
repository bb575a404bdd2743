package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

// mixedBook has claims of one entry and of several, and some whose speakers
// were renamed, more than are compared at once.
func mixedBook(t *testing.T) []byte {
	fileOnly(t)
	t.Helper()
	b := mustCreate(t)
	err := b.Import(t.Context(), NewCommand("import", "desk", now), fmt.Sprintf("%064d", 1), true, func(batch *Batch) error {
		for i := range 3 * stretchOf / 2 {
			c := plainClaim(i)
			c.Key, c.Speaker, c.Tags = fmt.Sprintf("k%d", i), fmt.Sprintf("Office %d", i%7), []string{"a", "b"}
			if err := batch.Add(&c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	withdraw := func(c *claims.Claim) error { return c.Withdraw("no claim") }
	if _, err := b.Change(t.Context(), NewCommand("withdraw", "desk", now), []claims.ID{3, 100, 600}, "", withdraw); err != nil {
		t.Fatal(err)
	}
	if err := b.Merge(t.Context(), NewCommand("merge", "desk", now), Speakers, "Office 1", "Office 2"); err != nil {
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

// A check that compares claims as their entries go by finds what one finds
// that replays them all.
func TestCheckFindsAlongWhatAReplayFinds(t *testing.T) {
	book := mixedBook(t)
	for _, statement := range []string{
		"UPDATE claims SET statement = 'other' WHERE id IN (1, 3, 5)", "UPDATE claims SET statement = 'other' WHERE id IN (3, 5)", "UPDATE claims SET statement = 'other' WHERE id = 700",
		"UPDATE claims SET digest = 1 WHERE id = 2", "UPDATE claims SET digest = 1 WHERE id = 9", "UPDATE claims SET grace_days = 7, phrase = 'x' WHERE id = 513",
		"DELETE FROM tags WHERE claim = 4", "DELETE FROM tags WHERE claim = 3 AND tag = 'b'", "INSERT INTO tags VALUES (768, 'c')", "INSERT INTO tags VALUES (3, 'c')",
		"UPDATE tags SET tag = 'ab' WHERE claim = 512 AND tag = 'a'", "PRAGMA foreign_keys=OFF; DELETE FROM claims WHERE id = 100", "PRAGMA foreign_keys=OFF; DELETE FROM claims WHERE id IN (100, 200)",
		strange + "UPDATE strange SET id = 9999; INSERT INTO claims SELECT * FROM strange", strange + "INSERT INTO claims SELECT * FROM strange; UPDATE claims SET id = 4 WHERE id = -1",
		"UPDATE appearances SET url = 'https://example.org/x' WHERE claim IN (10, 600)",
		"INSERT INTO verdicts SELECT id, 1, uid, 'yes', NULL, NULL, '', '', '', '[]', 'desk', 1, NULL FROM claims WHERE id IN (100, 101)",
		"UPDATE names SET fold = 'x' WHERE id = 3", "UPDATE commands SET entries = 3",
	} {
		path := filepath.Join(t.TempDir(), "copy.db")
		if err := os.WriteFile(path, book, 0o600); err != nil {
			t.Fatal(err)
		}
		exec(t, path, statement)
		along, whole := checkedAs(t, path), checkedAs(t, path, WriteOnce)
		if diff := cmp.Diff(whole, along); diff != "" || !damaged(whole) {
			t.Errorf("%s:\n(-a replay of all +along) %s\n%v", statement, diff, whole)
		}
	}
}

// strange makes a claim that the journal does not have, with an id before all.
const strange = "PRAGMA foreign_keys=OFF; CREATE TEMP TABLE strange AS SELECT * FROM claims WHERE id = 4; " +
	"UPDATE strange SET id = -1, uid = x'00112233445566778899aabbccddeeff', key = 'new'; DELETE FROM claims WHERE id = 4; "

func checkedAs(t *testing.T, path string, use ...Use) []Finding {
	t.Helper()
	b, err := Open(t.Context(), path, use...)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	found, err := b.Check(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return found
}
