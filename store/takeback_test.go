package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
)

// mustImport logs n claims under one command, as an import does; the second
// claim of each three follows the first, by an entry of its own.
func mustImport(t *testing.T, b *Book, n int) Command {
	t.Helper()
	cmd := NewCommand("import", "desk", now)
	var list []claims.Claim
	err := b.Import(t.Context(), cmd, strings.Repeat("0", 64), true, func(batch *Batch) error {
		for i := range n {
			c := plainClaim(i)
			if err := batch.Add(&c); err != nil {
				return err
			}
			list = append(list, c)
		}
		for i := 0; i+1 < n; i += 3 {
			if err := batch.Change(&list[i+1], "", func(c *claims.Claim) error { c.Supersedes = list[i].UID; return nil }); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cmd
}

// undoUntil undoes, or does again, until so many changes are done, and stops it.
func undoUntil(t *testing.T, changes int64, run func(context.Context, func(done, of int64)) (Undone, error)) Undone {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	u, err := run(ctx, func(done, _ int64) {
		if done >= changes {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("it was not stopped: %+v, %v", u, err)
	}
	return u
}

func (b *Book) undoing(target string) func(context.Context, func(done, of int64)) (Undone, error) {
	return func(ctx context.Context, progress func(done, of int64)) (Undone, error) {
		return b.Undo(ctx, NewCommand("undo", "desk", now), target, progress)
	}
}

func (b *Book) redoing(ctx context.Context, progress func(done, of int64)) (Undone, error) {
	return b.Redo(ctx, NewCommand("redo", "desk", now), progress)
}

func withdrawn(t *testing.T, b *Book) (n int) {
	t.Helper()
	n, err := b.Count(t.Context(), claims.Filter{Statuses: []claims.Status{claims.Withdrawn}}, now)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// An undo of much is done in parts. One that is stopped has done whole parts,
// and the same command does the rest, under the same id; so with a redo.
func TestUndoGoesOn(t *testing.T) {
	b := mustCreate(t)
	b.takesBack = 4
	cmd := mustImport(t, b, 9)
	before := dump(t, b).without("journal", "commands")

	u := undoUntil(t, 8, b.undoing(""))
	if u.Done != 8 || u.Of != 12 || withdrawn(t, b) != 5 {
		t.Errorf("%+v, %d withdrawn", u, withdrawn(t, b))
	}
	mustBeSound(t, b)
	half, err := b.Check(t.Context(), nil)
	if half = ofTheBook(half); err != nil || len(half) != 1 || !strings.Contains(half[0].What, "tracker undo "+cmd.UID) {
		t.Errorf("check says %+v, %v", half, err)
	}
	u, err = b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil)
	if want := (Undone{Command: cmd.UID, Verb: "import", Claims: 9, Done: 12, Of: 12}); err != nil || u != want {
		t.Errorf("%+v, %v, want %+v", u, err, want)
	}
	if n := withdrawn(t, b); n != 9 {
		t.Errorf("%d claims are withdrawn", n)
	}
	mustBeSound(t, b)

	undoUntil(t, 4, b.redoing)
	var refusal *claims.Error
	if u, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); !errors.As(err, &refusal) || !strings.Contains(refusal.Hint, "finishes it") {
		t.Errorf("an undo before the redo is done: %+v, %v", u, err)
	}
	if u, err := b.redoing(t.Context(), nil); err != nil || u.Redoes != "import" || u.Claims != 9 {
		t.Errorf("%+v, %v", u, err)
	}
	if diff := cmp.Diff(before, dump(t, b).without("journal", "commands")); diff != "" {
		t.Errorf("undone and done again (-before +after):\n%s", diff)
	}
	mustReplayClean(t, b)
}

// What was taken back in part can be brought back instead.
func TestHalfAnUndoIsTakenBack(t *testing.T) {
	b := mustCreate(t)
	b.takesBack = 4
	mustImport(t, b, 9)
	before := dump(t, b).without("journal", "commands")
	undoUntil(t, 8, b.undoing(""))
	if u, err := b.redoing(t.Context(), nil); err != nil || u.Of != 8 || u.Claims != 6 {
		t.Errorf("%+v, %v", u, err)
	}
	if diff := cmp.Diff(before, dump(t, b).without("journal", "commands")); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
	mustReplayClean(t, b)
	if u, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil || u.Claims != 9 {
		t.Errorf("undone anew: %+v, %v", u, err)
	}
	mustReplayClean(t, b)
}

// Others write between the parts of an undo, which leaves what they did alone.
// The latest command is theirs then; the import is undone by its id.
func TestOthersWriteDuringAnUndo(t *testing.T) {
	b := mustCreate(t)
	b.takesBack = 2
	cmd := mustImport(t, b, 6)
	ctx, stop := context.WithCancel(t.Context())
	parts := 0
	_, err := b.Undo(ctx, NewCommand("undo", "desk", now), "", func(done, of int64) {
		mustAdd(t, b, plainClaim(100+int(done)))
		if parts++; parts == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if u, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), "", nil); err != nil || u.Verb != "add" {
		t.Errorf("%+v, %v, want the later add undone", u, err)
	}
	if u, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), cmd.UID, nil); err != nil || u.Claims != 6 {
		t.Errorf("%+v, %v", u, err)
	}
	if n := withdrawn(t, b); n != 7 {
		t.Errorf("%d claims are withdrawn, want the import and one add", n)
	}
	mustReplayClean(t, b)
}

// What stands against an undo is found before any part is done, whether it
// changed once or several times.
func TestAnUndoForeseesWhatStandsAgainstIt(t *testing.T) {
	for _, id := range []claims.ID{1, 2, 3, 9} {
		t.Run(fmt.Sprint(id), func(t *testing.T) {
			b := mustCreate(t)
			b.takesBack = 4
			cmd := mustImport(t, b, 9)
			if _, err := b.Change(t.Context(), NewCommand("withdraw", "desk", now), []claims.ID{id}, "", func(c *claims.Claim) error { return c.Withdraw("a test") }); err != nil {
				t.Fatal(err)
			}
			var refusal *claims.Error
			u, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), cmd.UID, nil)
			if !errors.As(err, &refusal) || u.Done != 0 || refusal.Hint != fmt.Sprintf("tracker history %d shows what came later; undo that first", id) {
				t.Errorf("%+v, %v", u, err)
			}
			if n := withdrawn(t, b); n != 1 {
				t.Errorf("%d claims are withdrawn", n)
			}
		})
	}
}

// An undo that another takes back while it runs ends with that.
func TestAnUndoThatIsTakenBackEnds(t *testing.T) {
	b := mustCreate(t)
	b.takesBack = 4
	mustImport(t, b, 9)
	undo := NewCommand("undo", "desk", now)
	_, err := b.Undo(t.Context(), undo, "", func(done, _ int64) {
		if done != 4 {
			return
		}
		if _, err := b.Undo(t.Context(), NewCommand("undo", "desk", now), undo.UID, nil); err != nil {
			t.Error(err)
		}
	})
	var refusal *claims.Error
	if !errors.As(err, &refusal) || withdrawn(t, b) != 0 {
		t.Errorf("%v, %d withdrawn", err, withdrawn(t, b))
	}
	mustReplayClean(t, b)
}

// mustReplayClean is mustReplay of a book of which check has nothing to say.
func mustReplayClean(t *testing.T, b *Book) {
	t.Helper()
	if problems, err := b.Check(t.Context(), nil); err != nil || len(ofTheBook(problems)) > 0 {
		t.Errorf("check: %+v, %v", problems, err)
	}
	mustReplay(t, b)
}
