package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

// numbered is plainClaim with a uid of its own, and a speaker and a key by n.
func numbered(n int) claims.Claim {
	c := plainClaim(n)
	c.UID, c.Key = claims.UID(fmt.Sprintf("0198b9a0-0000-7000-8000-%012d", n)), fmt.Sprintf("key %d", n)
	c.Speaker = fmt.Sprintf("Ministry %d", n%3)
	c.Attribution[0].Entity = c.Speaker
	return c
}

func pointers(list []claims.Claim) (out []*claims.Claim) {
	for i := range list {
		out = append(out, &list[i])
	}
	return out
}

// imported is a book into which two batches were imported, looked up at once or not.
func imported(t *testing.T, looked bool) tables {
	t.Helper()
	b := mustCreate(t)
	mustHaveName := numbered(90)
	cmd := Command{UID: "0198b9a0-0000-7000-9000-000000000001", Verb: "add", Actor: "desk", At: now}
	if _, err := b.Add(t.Context(), cmd, mustHaveName); err != nil {
		t.Fatal(err)
	}
	cmd = Command{UID: "0198b9a0-0000-7000-9000-000000000002", Verb: "import", Actor: "desk", At: now}
	batch := func(done bool, numbers []int, fn func(*Batch, *claims.Claim) error) {
		t.Helper()
		list := []claims.Claim{}
		for _, n := range numbers {
			list = append(list, numbered(n))
		}
		err := b.Import(t.Context(), cmd, strings.Repeat("a", 64), done, func(batch *Batch) error {
			if looked {
				if err := batch.Look(pointers(list), false); err != nil {
					return err
				}
			}
			for i := range list {
				if err := fn(batch, &list[i]); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	add := func(batch *Batch, c *claims.Claim) error {
		same, known, err := batch.Same(c)
		if err != nil || known && same.Statement != c.Statement {
			return errors.Join(err, fmt.Errorf("%s is taken for %s", c.Statement, same.Statement))
		}
		if known {
			return batch.Change(&same, "again", func(c *claims.Claim) error { c.Notes += "again "; return nil })
		}
		if ok, err := batch.Has(c.UID); ok || err != nil {
			return fmt.Errorf("%s is there and is not, %v", c.UID, err)
		}
		if uid, err := batch.ByKey("key 1"); err != nil {
			return err
		} else if c.UID != uid {
			c.Supersedes = uid
		}
		return batch.Add(c)
	}
	batch(false, []int{1, 2, 90, 3, 2, 4, 5}, add)
	batch(true, []int{6, 3, 7, 7, 90, 8}, add)
	mustBeSound(t, b)
	return dump(t, b)
}

// A batch that was looked up at once writes what it writes otherwise: the lines that
// come twice, those that the book has, and links to lines before them.
func TestBatchAtOnce(t *testing.T) {
	want := imported(t, false)
	if len(want["claims"]) != 9 || len(want["verdicts"]) != 0 {
		t.Fatalf("%d claims, want 9", len(want["claims"]))
	}
	if diff := cmp.Diff(want, imported(t, true)); diff != "" {
		t.Errorf("at once (-one by one +at once):\n%s", diff)
	}
}

// What a column holds once is refused in the same words.
func TestBatchRefusal(t *testing.T) {
	b := mustCreate(t)
	first, second := numbered(1), numbered(2)
	second.Key = first.Key
	err := b.Import(t.Context(), NewCommand("import", "desk", now), strings.Repeat("a", 64), true, func(batch *Batch) error {
		if err := batch.Look([]*claims.Claim{&first, &second}, false); err != nil {
			return err
		}
		return errors.Join(batch.Add(&first), batch.Add(&second))
	})
	var refusal *claims.Error
	if !errors.As(err, &refusal) || refusal.Field != "key" || refusal.Msg != `claim 1 has the key "key 1" already` {
		t.Errorf("%v, want the claim that has the key", err)
	}
	if n := len(dump(t, b)["claims"]); n != 0 {
		t.Errorf("%d claims were written", n)
	}
}

// What is fresh is written as what was looked up, in any number of batches;
// and what another program has entered between two of them is seen.
func TestFreshBatch(t *testing.T) {
	written := func(fresh bool) tables {
		b := mustCreate(t)
		cmd := Command{UID: "0198b9a0-0000-7000-9000-000000000002", Verb: "import", Actor: "desk", At: now}
		for from := 0; from < 2000; from += 500 {
			err := b.Import(t.Context(), cmd, strings.Repeat("a", 64), from == 1500, func(batch *Batch) error {
				if !batch.Untouched() {
					t.Errorf("batch %d: nobody else writes", from/500)
				}
				list := []claims.Claim{}
				for i := range 500 {
					list = append(list, numbered(from+i))
				}
				if err := batch.Look(pointers(list), fresh); err != nil {
					return err
				}
				for i := range list {
					if _, known, err := batch.Same(&list[i]); known || err != nil {
						return fmt.Errorf("claim %d is known: %v, %w", from+i, known, err)
					}
					if err := batch.Add(&list[i]); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		return dump(t, b)
	}
	if diff := cmp.Diff(written(false), written(true)); diff != "" {
		t.Errorf("fresh (-looked up +fresh):\n%s", diff)
	}
}

// Whoever enters something makes a book touched for the others, and for
// nobody else.
func TestUntouched(t *testing.T) {
	name := bookName(filepath.Join(t.TempDir(), "book.db"))
	b, _, err := Create(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	other := mustOpen(t, name)
	untouched := func(b *Book) (ok bool) {
		cmd := NewCommand("import", "desk", now)
		if err := b.Import(t.Context(), cmd, strings.Repeat("a", 64), true, func(batch *Batch) error {
			ok = batch.Untouched()
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		return ok
	}
	if first, second := untouched(b), untouched(b); !first || !second {
		t.Error("nobody else has entered anything")
	}
	if untouched(other) {
		t.Error("another has entered two imports")
	}
	if untouched(b) || !untouched(b) {
		t.Error("another has entered an import, and then nobody")
	}
}
