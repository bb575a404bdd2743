package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
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

// members is a claim as its members in canonical JSON.
type members map[string]string

// step is what a command did to one claim; before is nil for a new one.
type step struct {
	claim         claims.ID
	before, after members
}

// done is a command that was run.
type done struct {
	uid              string
	last             int // orders commands by their last entry
	steps            []step
	undoes, undoneBy *done
	sha256           string // of an import
	finished         bool
}

// model is what a book should hold after some commands, kept in memory the
// simple way, and the book beside it.
type model struct {
	book     *Book
	claims   map[claims.ID]members
	commands []*done
	clock    int
}

var ctx = context.Background()

// Any sequence of commands leaves the claims as a simple model has them, and
// a journal from which the same book can be made again.
func TestModel(t *testing.T) {
	root := t.TempDir()
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		runs++
		book, _, err := Create(ctx, bookName(filepath.Join(root, fmt.Sprintf("%d.db", runs))))
		if err != nil {
			t.Fatal(err)
		}
		defer os.Remove(book.path)
		defer book.Close()
		book.takesBack = 1 + int64(runs%3)*2 // so that most imports are undone in several transactions
		m := &model{book: book, claims: map[claims.ID]members{}}
		t.Repeat(map[string]func(*rapid.T){
			"add": m.add, "amend": m.amend, "accept": m.accept, "resolve": m.resolve, "reopen": m.reopen, "withdraw": m.withdraw,
			"snooze": m.snooze, "dispute": m.dispute, "link": m.link, "import": m.importBatch,
			"undo": m.undoLatest, "undo an older one": m.undoAny, "redo": m.redoLatest, "undo and redo": m.undoRedo,
		})
		m.verify(t)
		mustBeTraced(t, book)
		mustBeSound(t, book)
		copied, _, err := Create(ctx, bookName(filepath.Join(root, fmt.Sprintf("%d-copy.db", runs))))
		if err != nil {
			t.Fatal(err)
		}
		defer os.Remove(copied.path)
		defer copied.Close()
		if _, err := copied.Restore(ctx, book.Journal(ctx)); err != nil {
			t.Fatalf("restore: %v", err)
		}
		if diff := cmp.Diff(dump(t, book), dump(t, copied)); diff != "" {
			t.Fatalf("the restored book differs (-book +restored):\n%s", diff)
		}
	})
}

// command is a command a moment later than those before.
func (m *model) command(verb string) Command {
	return NewCommand(verb, "desk", now+claims.Instant(len(m.commands)+1))
}

// mustBeTraced compares when each claim came to say what it says with what all its
// entries make of it.
func mustBeTraced(t interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}, b *Book) {
	t.Helper()
	for c, err := range b.All(ctx, claims.Filter{Statuses: claims.Statuses}, now) {
		if err != nil {
			t.Fatal(err)
		}
		err := b.write(ctx, Command{}, func(w *tx) error {
			entries, err := w.entriesOf(ctx, c.UID)
			if err != nil {
				return err
			}
			all, err := w.traceAll(ctx, entries)
			if err != nil {
				return err
			}
			for _, column := range recordColumns {
				if diff := cmp.Diff(column.addr(&all), column.addr(&c)); diff != "" {
					t.Fatalf("claim %d: %s (-entries +book):\n%s", c.ID, column.name, diff)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// verify compares every claim.
func (m *model) verify(t *rapid.T) {
	got := map[claims.ID]members{}
	for c, err := range m.book.All(ctx, claims.Filter{Statuses: claims.Statuses}, now) {
		if err != nil {
			t.Fatal(err)
		}
		got[c.ID] = split(t, c)
	}
	if diff := cmp.Diff(m.claims, got); diff != "" {
		t.Fatalf("the claims differ (-model +book):\n%s", diff)
	}
}

// split returns every member that entries can set, empty ones as well.
func split(t *rapid.T, c claims.Claim) members {
	c.Entered(0)
	text, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(text, &raw); err != nil {
		t.Fatal(err)
	}
	out := members{}
	for k, v := range raw {
		out[k] = string(v)
	}
	return out
}

// ran enters a command, or the next part of one that goes on.
func (m *model) ran(uid string, steps ...step) *done {
	m.clock++
	for _, d := range m.commands {
		if d.uid == uid {
			d.last, d.steps = m.clock, append(d.steps, steps...)
			return d
		}
	}
	d := &done{uid: uid, last: m.clock, steps: steps}
	m.commands = append(m.commands, d)
	return d
}

// set makes a step and remembers the claim as it is after it.
func (m *model) set(id claims.ID, after members) step {
	s := step{id, m.claims[id], after}
	m.claims[id] = after
	return s
}

// variant draws a claim of a few that can be linked with each other.
func variant(t *rapid.T) claims.Claim {
	c := plainClaim(rapid.IntRange(1, 3).Draw(t, "round"))
	c.Event = rapid.SampledFrom([]string{"", "talks"}).Draw(t, "event")
	c.Window.Accepted = rapid.Bool().Draw(t, "accepted")
	if rapid.Bool().Draw(t, "judged") {
		c.Verdict = anyVerdict(t, &c)
	}
	return c
}

func (m *model) add(t *rapid.T) {
	cmd := m.command("add")
	c, err := m.book.Add(ctx, cmd, variant(t))
	if err != nil {
		t.Fatal(err)
	}
	if int(c.ID) != len(m.claims)+1 {
		t.Fatalf("claim %d follows %d others", c.ID, len(m.claims))
	}
	m.ran(cmd.UID, m.set(c.ID, split(t, c)))
}

// change makes the same change to some claims in the model and in the book,
// which must agree on whether it is allowed.
func (m *model) change(t *rapid.T, verb string, fn func(*claims.Claim) error) {
	if len(m.claims) == 0 {
		t.Skip("no claims")
	}
	ids := slices.Sorted(maps.Keys(m.claims))
	n := rapid.IntRange(1, min(3, len(ids))).Draw(t, "claims")
	ids = rapid.Permutation(ids).Draw(t, "ids")[:n]
	want := map[claims.ID]members{}
	var refused error
	for _, id := range ids {
		c := m.claim(t, id)
		if err := fn(&c); err != nil && refused == nil {
			refused = err
		}
		want[id] = split(t, c)
	}
	cmd := m.command(verb)
	got, err := m.book.Change(ctx, cmd, ids, "because", fn)
	if refused != nil {
		if err == nil || err.Error() != refused.Error() {
			t.Fatalf("%s %v: %v, want %v", verb, ids, err, refused)
		}
		return
	}
	if err != nil {
		t.Fatalf("%s %v: %v", verb, ids, err)
	}
	var steps []step
	for i, id := range ids {
		after := split(t, got[i])
		if strings.Contains(want[id]["verdict"], `"uid":null`) { // the book gives a new verdict its uid
			want[id]["verdict"] = after["verdict"]
		}
		if diff := cmp.Diff(want[id], after); diff != "" {
			t.Fatalf("%s %d (-model +book):\n%s", verb, id, diff)
		}
		if !maps.Equal(m.claims[id], after) {
			steps = append(steps, m.set(id, after))
		}
	}
	if len(steps) > 0 {
		m.ran(cmd.UID, steps...)
	}
}

// claim is a claim as the model has it.
func (m *model) claim(t *rapid.T, id claims.ID) claims.Claim {
	raw := map[string]json.RawMessage{}
	for k, v := range m.claims[id] {
		raw[k] = json.RawMessage(v)
	}
	text, err := json.Marshal(raw)
	if err != nil {
		t.Fatal(err)
	}
	var c claims.Claim
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func (m *model) amend(t *rapid.T) {
	v := variant(t)
	m.change(t, "amend", func(c *claims.Claim) error { return c.Amend(v) })
}

func (m *model) accept(t *rapid.T) {
	w := plainClaim(1).Window
	w.Earliest -= calendar.Day(rapid.IntRange(0, 3).Draw(t, "earlier"))
	m.change(t, "accept", func(c *claims.Claim) error { return c.Accept(&w) })
}

func (m *model) resolve(t *rapid.T) {
	c := plainClaim(1)
	v := *anyVerdict(t, &c)
	m.change(t, "resolve", func(c *claims.Claim) error {
		judged, err := c.JudgeAsGiven(v, calendar.Date(2025, 8, 18))
		if err != nil {
			return err
		}
		return c.Resolve(judged)
	})
}

func (m *model) reopen(t *rapid.T) {
	m.change(t, "reopen", func(c *claims.Claim) error { return c.Reopen("the source was wrong") })
}

func (m *model) withdraw(t *rapid.T) {
	m.change(t, "withdraw", func(c *claims.Claim) error { return c.Withdraw("logged twice") })
}

func (m *model) snooze(t *rapid.T) {
	until := calendar.Date(2025, 8, 18) + calendar.Day(rapid.IntRange(0, 3).Draw(t, "days"))
	m.change(t, "snooze", func(c *claims.Claim) error { return c.Snooze(until, calendar.Date(2025, 8, 18)) })
}

func (m *model) dispute(t *rapid.T) {
	m.change(t, "dispute", func(c *claims.Claim) error { return c.Dispute("they say otherwise") })
}

func (m *model) link(t *rapid.T) {
	if len(m.claims) == 0 {
		t.Skip("no claims")
	}
	earlier := m.claim(t, 1)
	m.change(t, "link", func(c *claims.Claim) error { return c.Supersede(earlier) })
}

// importBatch imports a part of one of two files, perhaps the last.
func (m *model) importBatch(t *rapid.T) {
	sha256 := strings.Repeat(rapid.SampledFrom([]string{"a", "b"}).Draw(t, "file"), 64)
	cmd, err := m.book.ImportCommand(ctx, m.command("import"), sha256)
	if err != nil {
		t.Fatal(err)
	}
	m.goesOn(t, cmd.UID, sha256)
	last := rapid.Bool().Draw(t, "last")
	var batch []claims.Claim
	for range rapid.IntRange(0, 2).Draw(t, "lines") {
		batch = append(batch, variant(t))
	}
	broken := rapid.Bool().Draw(t, "broken")
	failure := errors.New("the file has changed")
	looked := rapid.Bool().Draw(t, "looked")
	err = m.book.Import(ctx, cmd, sha256, last, func(b *Batch) error {
		if looked {
			if err := b.Look(pointers(batch), false); err != nil {
				return err
			}
		}
		for i := range batch {
			if err := b.Add(&batch[i]); err != nil {
				return err
			}
		}
		if broken {
			return failure
		}
		return nil
	})
	if broken {
		if !errors.Is(err, failure) {
			t.Fatalf("a broken batch: %v", err)
		}
		return // and nothing of it is in the book
	}
	if err != nil {
		t.Fatal(err)
	}
	var steps []step
	for _, c := range batch {
		steps = append(steps, m.set(c.ID, split(t, c)))
	}
	if known := slices.ContainsFunc(m.commands, func(d *done) bool { return d.uid == cmd.UID }); known && len(steps) == 0 && !last {
		return // nothing was entered
	}
	d := m.ran(cmd.UID, steps...)
	d.sha256, d.finished = sha256, last
}

// goesOn compares the command an import runs under with the latest one of
// the same file that is neither finished nor undone.
func (m *model) goesOn(t *rapid.T, uid, sha256 string) {
	var open *done
	for _, d := range m.commands {
		if d.sha256 == sha256 && !d.finished && d.undoneBy == nil && (open == nil || d.last > open.last) {
			open = d
		}
	}
	if known := slices.ContainsFunc(m.commands, func(d *done) bool { return d.uid == uid }); known != (open != nil) || known && uid != open.uid {
		t.Fatalf("the import runs under %s, the model says %+v", uid, open)
	}
}

// latest is the command that undo takes back: the last that changed a claim
// and is not undone.
func (m *model) latest() *done {
	var latest *done
	for _, d := range m.commands {
		if d.undoneBy == nil && d.undoes == nil && len(d.steps) > 0 && (latest == nil || d.last > latest.last) {
			latest = d
		}
	}
	return latest
}

// inverse returns the steps that take d back, nil when a claim has changed
// since in what d changed.
func (m *model) inverse(d *done) []step {
	state := maps.Clone(m.claims)
	var steps []step
	for _, s := range slices.Backward(d.steps) {
		after := maps.Clone(state[s.claim])
		if s.before == nil {
			if after["withdrawn"] != `""` {
				return nil
			}
			after["withdrawn"] = `"undone"`
		}
		for k, was := range s.before {
			if was == s.after[k] {
				continue
			}
			if after[k] != s.after[k] {
				return nil
			}
			after[k] = was
		}
		steps = append(steps, step{s.claim, state[s.claim], after})
		state[s.claim] = after
	}
	return steps
}

// undo takes d back in the model and in the book.
func (m *model) undo(t *rapid.T, d *done, target string) {
	m.takeBack(t, d, "undo "+target, func(cmd Command) (Undone, error) { return m.book.Undo(ctx, cmd, target, nil) })
}

// takeBack takes d back in the model and by verb in the book; nil is nothing
// to take back.
func (m *model) takeBack(t *rapid.T, d *done, verb string, run func(Command) (Undone, error)) {
	cmd := m.command("undo")
	u, err := run(cmd)
	var steps []step
	if d != nil && d.undoneBy == nil {
		steps = m.inverse(d)
	}
	if len(steps) == 0 {
		var refusal *claims.Error
		if !errors.As(err, &refusal) || refusal.Kind != claims.Refused {
			t.Fatalf("%s: %+v, %v, want a refusal", verb, u, err)
		}
		return
	}
	if err != nil || u.Command != d.uid {
		t.Fatalf("%s: %+v, %v, want %s undone", verb, u, err, d.uid)
	}
	for _, s := range steps {
		m.claims[s.claim] = s.after
	}
	by := m.ran(cmd.UID, steps...)
	for _, other := range m.commands {
		if other.undoneBy == d {
			other.undoneBy = nil
		}
	}
	by.undoes, d.undoneBy = d, by
	m.verify(t)
}

func (m *model) undoLatest(t *rapid.T) { m.undo(t, m.latest(), "") }

func (m *model) undoAny(t *rapid.T) {
	if len(m.commands) == 0 {
		t.Skip("no commands")
	}
	d := rapid.SampledFrom(m.commands).Draw(t, "command")
	m.undo(t, d, d.uid)
}

// redoLatest does again what the latest undo took back, unless something was
// done since.
func (m *model) redoLatest(t *rapid.T) {
	var undo, normal *done
	for _, d := range m.commands {
		if len(d.steps) == 0 {
			continue
		}
		if d.undoes == nil && (normal == nil || d.last > normal.last) {
			normal = d
		}
		if d.undoes != nil && d.undoes.undoes == nil && d.undoneBy == nil && (undo == nil || d.last > undo.last) {
			undo = d
		}
	}
	if normal != nil && undo != nil && normal.last > undo.last {
		undo = nil
	}
	m.takeBack(t, undo, "redo", func(cmd Command) (Undone, error) { return m.book.Redo(ctx, cmd, nil) })
}

// undoRedo takes the latest command back and does it again: every table is
// as it was, but for the record of having done so.
func (m *model) undoRedo(t *rapid.T) {
	d := m.latest()
	if d == nil || m.inverse(d) == nil {
		t.Skip("nothing to undo")
	}
	before := dump(t, m.book).without("journal", "commands")
	m.undo(t, d, "")
	m.redoLatest(t)
	if d.undoneBy != nil {
		t.Fatalf("%s is still undone", d.uid)
	}
	if diff := cmp.Diff(before, dump(t, m.book).without("journal", "commands")); diff != "" {
		t.Fatalf("undo and redo change the tables (-before +after):\n%s", diff)
	}
}
