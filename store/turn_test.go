package store

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/ledger"
)

// A turn is what changes a reason alone, and its inverse is, byte by byte, the
// inverse of the change that it is.
func TestTurnsAreChangesOfAReasonAlone(t *testing.T) {
	for body, want := range map[string]bool{
		`{"set":{"withdrawn":"undone"},"undoes":7,"was":{"withdrawn":""}}`:             true,
		`{"set":{"withdrawn":"a \"test\""},"was":{"withdrawn":null},"why":"so"}`:       true,
		`{"set":{"withdrawn":null},"was":{"withdrawn":"wrong"}}`:                       true,
		`{"set":{"notes":"x","withdrawn":"undone"},"was":{"notes":"","withdrawn":""}}`: false,
		`{"set":{"notes":"x"},"was":{"notes":""}}`:                                     false,
		`{"set":{},"was":{}}`:                                          false,
		`{"set":{"withdrawn":7},"was":{"withdrawn":""}}`:               true, // whoever takes it says what is wrong
		`{"set":{"withdrawn":"x"},"was":{}}`:                           false,
		`{"set":{"withdrawn":"x"},"was":{"withdrawn":""},"unknown":1}`: false,
	} {
		w, ok := turnOf([]byte(body))
		if ok != want {
			t.Errorf("%s is a turn: %v", body, ok)
		}
		if !ok {
			continue
		}
		var change ledger.Change
		if err := json.Unmarshal([]byte(body), &change); err != nil {
			t.Fatal(err)
		}
		inverse, err := ledger.Canonical(change.Inverse(9))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(inverse), string(w.inverse(9).canonical())); diff != "" {
			t.Errorf("%s (-change +turn):\n%s", body, diff)
		}
	}
}

// When a claim came to say what it says, and was withdrawn, is after each part
// of an undo and of a redo what its entries make of it, also when the command
// changed it beside adding it, or brought it back.
func TestTurnsKeepWhenItWasSaid(t *testing.T) {
	reopen := func(c *claims.Claim) error { c.Withdrawn = ""; return nil }
	reword := func(c *claims.Claim) error { c.Statement += ", again"; return nil }
	withdraw := func(c *claims.Claim) error { c.Withdrawn = "another reason"; return nil }
	for name, tt := range map[string]struct {
		reason string
		fn     func(*claims.Claim) error
	}{
		"stands":                   {"", nil},
		"came withdrawn":           {"as it came", nil},
		"came undone":              {UndoneReason, nil},
		"brought back":             {"as it came", reopen},
		"brought back from undone": {UndoneReason, reopen},
		"reworded":                 {"", reword},
		"withdrawn":                {"", withdraw},
		"withdrawn once more":      {"as it came", withdraw},
	} {
		t.Run(name, func(t *testing.T) {
			b := mustCreate(t)
			b.takesBack = 1
			at := now
			command := func(verb string) Command { at += 1000; return NewCommand(verb, "desk", at) }
			mustImportOf(t, b, command("import"), tt.reason, tt.fn)
			if tt.fn != nil {
				if _, err := b.Change(t.Context(), command("change"), []claims.ID{2}, "", tt.fn); err != nil {
					t.Fatal(err)
				}
			}
			before := dump(t, b).without("journal", "commands")
			steps := 1
			if tt.fn != nil {
				steps = 2
			}
			for range 2 {
				for range steps {
					undoWatched(t, b, func(ctx context.Context, p func(done, of int64)) error {
						_, err := b.Undo(ctx, command("undo"), "", p)
						return err
					})
				}
				for range steps {
					undoWatched(t, b, func(ctx context.Context, p func(done, of int64)) error {
						_, err := b.Redo(ctx, command("redo"), p)
						return err
					})
				}
				if diff := cmp.Diff(before, dump(t, b).without("journal", "commands")); diff != "" {
					t.Errorf("undone and done again (-before +after):\n%s", diff)
				}
			}
			mustReplay(t, b)
		})
	}
}

// mustImportOf imports two claims that are withdrawn for a reason, of which fn
// changes the first under the same command.
func mustImportOf(t *testing.T, b *Book, cmd Command, reason string, fn func(*claims.Claim) error) {
	t.Helper()
	err := b.Import(t.Context(), cmd, strings.Repeat("0", 64), true, func(batch *Batch) error {
		for i := range 2 {
			c := plainClaim(i)
			c.Withdrawn = reason
			if err := batch.Add(&c); err != nil {
				return err
			}
			if fn == nil || i > 0 {
				continue
			}
			if err := batch.Change(&c, "", fn); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// undoWatched runs an undo, or a redo, in parts, after each of which the tables
// are what the journal says.
func undoWatched(t *testing.T, b *Book, run func(context.Context, func(done, of int64)) error) {
	t.Helper()
	if err := run(t.Context(), func(int64, int64) { mustReplay(t, b) }); err != nil {
		t.Fatal(err)
	}
	mustBeTraced(t, b)
}
