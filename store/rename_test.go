package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracker/calendar"
	"tracker/claims"
)

// by logs a claim of a speaker and returns its id.
func by(t testing.TB, b *Book, n int, speaker string) claims.ID {
	t.Helper()
	c := plainClaim(n)
	c.Speaker = speaker
	return mustAdd(t, b, c).ID
}

// mustName runs a command on names.
func mustName(t testing.TB, fn func(cmd Command) error) Command {
	t.Helper()
	cmd := NewCommand("name", "desk", now)
	if err := fn(cmd); err != nil {
		t.Fatal(err)
	}
	return cmd
}

// spoken counts the claims of every speaker a list shows.
func spoken(t testing.TB, b *Book) string {
	t.Helper()
	list, err := b.NameList(t.Context(), Speakers)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, n := range list {
		out = append(out, fmt.Sprintf("%s %d %v", n.Name, n.Claims, n.Aliases))
	}
	return strings.Join(out, "; ")
}

func TestMergeIsSeenEverywhere(t *testing.T) {
	b := mustCreate(t)
	first := by(t, b, 1, "The gazette")
	by(t, b, 2, "Gazette")
	mustName(t, func(cmd Command) error { return b.Merge(ctx, cmd, Speakers, "the GAZETTE", "gazette") })
	later := by(t, b, 3, "The gazette")

	if got, want := spoken(t, b), "Gazette 3 [The gazette]"; got != want {
		t.Errorf("speakers: %s, want %s", got, want)
	}
	for _, id := range []claims.ID{first, later} {
		c, err := b.Claim(ctx, fmt.Sprint(id))
		if err != nil || c.Speaker != "Gazette" || c.Attribution[1].Entity != "Gazette" || c.Appearances[0].Source != "Gazette" {
			t.Errorf("claim %d: %v, %+v", id, err, c)
		}
	}
	for _, f := range []claims.Filter{{Speakers: []string{"the gaz"}}, {Speakers: []string{"gazette"}}, {Sources: []string{"the gazette"}}} {
		if n, err := b.Count(ctx, f, now); n != 3 || err != nil {
			t.Errorf("%+v finds %d claims, %v", f, n, err)
		}
	}
	if names, err := b.Names(ctx, "speaker", "the g"); err != nil || !cmp.Equal(names, []string{"Gazette"}) {
		t.Errorf("completion offers %q, %v", names, err)
	}
	if kind, err := b.SpeakerKind(ctx, "The gazette"); kind != claims.Institution || err != nil {
		t.Errorf("the kind of speaker is %q, %v", kind, err)
	}
	again := plainClaim(1)
	for _, again.Speaker = range []string{"The gazette", "Gazette"} {
		if same, ok, err := b.Same(ctx, &again); !ok || same.ID != first || err != nil {
			t.Errorf("the claim by %s again: %v, %v, %v", again.Speaker, same.ID, ok, err)
		}
		if list, err := b.Similar(ctx, again); len(list) == 0 || err != nil {
			t.Errorf("nothing is similar to the claim by %s: %v", again.Speaker, err)
		}
	}
	mustBeSound(t, b)
}

// A merge is taken back exactly, also when the claims have changed since.
func TestMergeIsUndone(t *testing.T) {
	b := mustCreate(t)
	a, z := by(t, b, 1, "A"), by(t, b, 2, "B")
	mustName(t, func(cmd Command) error { return b.Alias(ctx, cmd, Speakers, "A", "A1") })
	before := spoken(t, b)
	merge := mustName(t, func(cmd Command) error { return b.Merge(ctx, cmd, Speakers, "A", "B") })
	if got, want := spoken(t, b), "B 2 [A A1]"; got != want {
		t.Errorf("merged: %s, want %s", got, want)
	}
	_, err := b.Change(ctx, NewCommand("amend", "desk", now), []claims.ID{a, z}, "", func(c *claims.Claim) error {
		c.Notes = "seen again"
		return c.AlsoIn(claims.Appearance{Source: "c"})
	})
	if err != nil {
		t.Fatal(err)
	}
	u, err := b.Undo(ctx, NewCommand("undo", "desk", now), merge.UID, nil)
	if err != nil || u.Names != 2 || u.Claims != 0 {
		t.Errorf("undo: %+v, %v", u, err)
	}
	if got := spoken(t, b); got != before {
		t.Errorf("undone: %s, want %s", got, before)
	}
	if c, err := b.Claim(ctx, "1"); err != nil || c.Speaker != "A" || c.Notes != "seen again" {
		t.Errorf("claim 1 is by %q, notes %q, %v", c.Speaker, c.Notes, err)
	}
	mustBeSound(t, b)
}

func TestRename(t *testing.T) {
	const logged = "A 1 []; B 1 []"
	for _, c := range []struct {
		name  string
		steps [][2]string
		want  string
	}{
		{"to a new name", [][2]string{{"A", "C"}}, "B 1 []; C 1 [A]"},
		{"to another case", [][2]string{{"a", "a"}}, "a 1 []; B 1 []"},
		{"twice", [][2]string{{"A", "C"}, {"C", "D"}}, "B 1 []; D 1 [A C]"},
		{"by its old name", [][2]string{{"A", "C"}, {"A", "D"}}, "B 1 []; D 1 [A C]"},
		{"and back", [][2]string{{"A", "C"}, {"C", "A"}}, "A 1 [C]; B 1 []"},
		{"and back in another spelling", [][2]string{{"A", "C"}, {"C", "a"}}, "a 1 [C]; B 1 []"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := mustCreate(t)
			by(t, b, 1, "A")
			by(t, b, 2, "B")
			var done []Command
			for _, s := range c.steps {
				done = append(done, mustName(t, func(cmd Command) error { return b.Rename(ctx, cmd, Speakers, s[0], s[1]) }))
			}
			if got := spoken(t, b); got != c.want {
				t.Errorf("renamed: %s, want %s", got, c.want)
			}
			mustBeSound(t, b)
			for _, cmd := range slices.Backward(done) {
				if _, err := b.Undo(ctx, NewCommand("undo", "desk", now), cmd.UID, nil); err != nil {
					t.Fatal(err)
				}
			}
			if got := spoken(t, b); got != logged {
				t.Errorf("undone: %s, want %s", got, logged)
			}
			mustBeSound(t, b)
		})
	}
}

func TestNamesAreRefused(t *testing.T) {
	b := mustCreate(t)
	by(t, b, 1, "The ministry")
	by(t, b, 2, "Other")
	mustName(t, func(cmd Command) error { return b.Alias(ctx, cmd, Speakers, "Other", "Others") })
	for day, name := range map[calendar.Day]string{calendar.Date(2025, 1, 20): "one", calendar.Date(2025, 1, 21): "two"} {
		mustName(t, func(cmd Command) error { _, err := b.SetDate(ctx, cmd, name, day, nil, nil); return err })
	}
	cmd := NewCommand("name", "desk", now)
	for _, c := range []struct {
		why  string
		err  error
		kind claims.Kind
		hint string
	}{
		{"unknown, with near ones", b.Merge(ctx, cmd, Speakers, "The minstry", "Other"), claims.NotFound, `did you mean "The ministry"?`},
		{"unknown", b.Merge(ctx, cmd, Speakers, "Other", "Nobody"), claims.NotFound, "tracker speaker list"},
		{"an event is no speaker", b.Merge(ctx, cmd, Speakers, "talks", "Other"), claims.NotFound, "tracker speaker list"},
		{"merged with itself", b.Merge(ctx, cmd, Speakers, "Others", "other"), claims.Refused, "tracker speaker list"},
		{"renamed to what it is called", b.Rename(ctx, cmd, Speakers, "Other", "Other"), claims.Refused, "tracker speaker list"},
		{"renamed to a name in use", b.Rename(ctx, cmd, Speakers, "Other", "the Ministry"), claims.Refused, `tracker speaker merge "Other" "The ministry" makes them one`},
		{"renamed to an alias of another", b.Rename(ctx, cmd, Speakers, "The ministry", "others"), claims.Refused, `tracker speaker merge "The ministry" "Other" makes them one`},
		{"an alias in use", b.Alias(ctx, cmd, Speakers, "Other", "The ministry"), claims.Refused, `tracker speaker merge "The ministry" "Other" makes them one`},
		{"an alias there already", b.Alias(ctx, cmd, Speakers, "Other", "others"), claims.Refused, "tracker speaker list"},
		{"events of two days", b.Merge(ctx, cmd, Events, "one", "two"), claims.Refused, `tracker event set "one" --date none, then merge them`},
	} {
		var refusal *claims.Error
		if !errors.As(c.err, &refusal) || refusal.Kind != c.kind || refusal.Hint != c.hint {
			t.Errorf("%s: %+v, want kind %v and hint %q", c.why, c.err, c.kind, c.hint)
		}
	}
	mustBeSound(t, b)
}

// The date of an event is found by all its names, follows it into another
// one, and is there again when that is undone.
func TestEventDates(t *testing.T) {
	b := mustCreate(t)
	mustAdd(t, b, plainClaim(1))
	day := calendar.Date(2026, 11, 3)
	mustName(t, func(cmd Command) error { _, err := b.SetDate(ctx, cmd, "The Midterms", day, nil, nil); return err })
	mustName(t, func(cmd Command) error { return b.Alias(ctx, cmd, Events, "the midterms", "mid-term elections") })
	mustName(t, func(cmd Command) error { return b.Merge(ctx, cmd, Events, "the midterms", "talks") })
	dates := func() (out []string) {
		t.Helper()
		list, err := b.EventDates(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"midterms", "mid term elections", "talks", "summit"} {
			if d, ok := list.Lookup(words); ok {
				out = append(out, words+" "+d.String())
			}
		}
		return out
	}
	if diff := cmp.Diff([]string{"midterms 2026-11-03", "mid term elections 2026-11-03", "talks 2026-11-03"}, dates()); diff != "" {
		t.Errorf("merged (-want +got):\n%s", diff)
	}
	if _, err := b.Undo(ctx, NewCommand("undo", "desk", now), "", nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"midterms 2026-11-03", "mid term elections 2026-11-03"}, dates()); diff != "" {
		t.Errorf("undone (-want +got):\n%s", diff)
	}
	mustName(t, func(cmd Command) error { _, err := b.SetDate(ctx, cmd, "mid-term elections", 0, nil, nil); return err })
	if got := dates(); got != nil {
		t.Errorf("without its date: %q", got)
	}
	mustBeSound(t, b)
}

// Redoing a merge under which another one has been made since would make a
// chain or a circle.
func TestMergesStayFlat(t *testing.T) {
	for _, c := range []struct{ name, from, into string }{{"a chain", "B", "C"}, {"a circle", "B", "A"}} {
		t.Run(c.name, func(t *testing.T) {
			b := mustCreate(t)
			for i, speaker := range []string{"A", "B", "C"} {
				by(t, b, i, speaker)
			}
			mustName(t, func(cmd Command) error { return b.Merge(ctx, cmd, Speakers, "A", "B") })
			undo := NewCommand("undo", "desk", now)
			if _, err := b.Undo(ctx, undo, "", nil); err != nil {
				t.Fatal(err)
			}
			mustName(t, func(cmd Command) error { return b.Merge(ctx, cmd, Speakers, c.from, c.into) })
			before := dump(t, b)
			var refusal *claims.Error
			if _, err := b.Undo(ctx, NewCommand("undo", "desk", now), undo.UID, nil); !errors.As(err, &refusal) || refusal.Hint == "" {
				t.Errorf("the redo: %v, want a refusal with a hint", err)
			}
			if diff := cmp.Diff(before, dump(t, b)); diff != "" {
				t.Errorf("refused, yet changed:\n%s", diff)
			}
		})
	}
}

// Under any sequence of commands on names and claims the journal makes the
// same book, and undoing everything leaves the speakers as they were logged.
func TestNamesModel(t *testing.T) {
	root := t.TempDir()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		b, _, err := Create(ctx, bookName(filepath.Join(root, fmt.Sprintf("%d.db", runs))))
		if err != nil {
			t.Fatal(err)
		}
		defer os.Remove(b.path)
		defer b.Close()
		name := rapid.SampledFrom([]string{"A", "a", "B", "C", "D", "é"})
		var logged []string
		for i := range 3 {
			c := plainClaim(i)
			c.Speaker = name.Draw(t, "speaker")
			if _, err := b.Add(ctx, NewCommand("add", "desk", now), c); err != nil {
				t.Fatal(err)
			}
			logged = append(logged, claims.Fold(c.Speaker))
		}
		var done []string
		for range rapid.IntRange(0, 8).Draw(t, "commands") {
			cmd := NewCommand("name", "desk", now)
			one, two := name.Draw(t, "one"), name.Draw(t, "two")
			switch rapid.SampledFrom([]string{"merge", "rename", "alias", "amend", "undo"}).Draw(t, "verb") {
			case "merge":
				err = b.Merge(ctx, cmd, Speakers, one, two)
			case "rename":
				err = b.Rename(ctx, cmd, Speakers, one, two)
			case "alias":
				err = b.Alias(ctx, cmd, Speakers, one, two)
			case "amend":
				_, err = b.Change(ctx, cmd, []claims.ID{1, 2}, "", func(c *claims.Claim) error {
					return c.AlsoIn(claims.Appearance{Source: one, URL: "https://example.org/" + cmd.UID})
				})
			case "undo":
				if len(done) > 0 {
					_, err = b.Undo(ctx, cmd, done[len(done)-1], nil)
					done = done[:len(done)-1]
				}
				cmd.UID = ""
			}
			var refusal *claims.Error
			if err != nil && !errors.As(err, &refusal) {
				t.Fatal(err)
			}
			if err == nil && cmd.UID != "" {
				done = append(done, cmd.UID)
			}
		}
		mustBeSound(t, b)
		for i := len(done) - 1; i >= 0; i-- {
			if _, err := b.Undo(ctx, NewCommand("undo", "desk", now), done[i], nil); err != nil {
				t.Fatalf("undo the last command but %d: %v", len(done)-1-i, err)
			}
		}
		for i, want := range logged {
			c, err := b.Claim(ctx, fmt.Sprint(i+1))
			if err != nil || claims.Fold(c.Speaker) != want || len(c.Appearances) != 1 {
				t.Fatalf("claim %d after all is undone: by %q with %d appearances, %v, want %q", i+1, c.Speaker, len(c.Appearances), err, want)
			}
		}
		mustBeSound(t, b)
	})
}
