package site

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tracker/board"
	"tracker/claims"
	"tracker/telling/report"
)

// order is a small site, of some claims.
func order(statements ...string) Order {
	var list []claims.Claim
	for i, s := range statements {
		list = append(list, claims.Claim{ID: claims.ID(i + 1), UID: claims.UID("0198a000-0000-7000-8000-00000000000" + string(rune('1'+i))), Statement: s, Quote: "It will.", Speaker: "The ministry",
			StatedOn: "2025-08-06", Event: s, Polarity: claims.Will, Appearances: []claims.Appearance{{Source: "Evening News"}}})
	}
	pages := NewAddresses(nil, "")
	b := board.Score(slices.Values(list), board.BySpeaker, board.Policy{Windows: board.WindowsDefault}, 20_000, board.Options{})
	return Order{Report: report.New(b, report.Options{Pages: pages}), Pages: pages}
}

// tree is what stands in a folder, by the paths of its files.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// alone fails when a folder has anything but its site in it.
func alone(t *testing.T, parent string) {
	t.Helper()
	list, err := os.ReadDir(parent)
	if err != nil || len(list) != 1 {
		t.Errorf("%v, %v beside the site", list, err)
	}
}

// A site that is stopped in the middle leaves the one that stood, and nothing
// beside it.
func TestStopLeavesTheOldSite(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if _, err := Write(context.Background(), dir, order("The bridge opens")); err != nil {
		t.Fatal(err)
	}
	before := tree(t, parent)
	ctx, stop := context.WithCancel(context.Background())
	o := order("The bridge opens", "The talks resume")
	o.Progress = func(int64, int64) { stop() }
	if _, err := Write(ctx, dir, o); !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped, it says %v", err)
	}
	if after := tree(t, parent); len(after) != len(before) || after[filepath.Join(dir, "index.html")] != before[filepath.Join(dir, "index.html")] {
		t.Errorf("%d files stood, and now there are %d", len(before), len(after))
	}
	alone(t, parent)
}

// What has not changed is the same file as before, with its time; what has is
// another, and what does not belong any more is gone.
func TestOnlyWhatChangedIsWritten(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	first, err := Write(context.Background(), dir, order("The bridge opens", "The talks resume"))
	if err != nil || first.Same != 0 || first.Removed != 0 {
		t.Fatal(first, err)
	}
	kept := filepath.Join(dir, "claims", "0198a000-0000-7000-8000-000000000001.html")
	was, err := os.Stat(kept)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := Write(context.Background(), dir, order("The bridge opens", "The talks resume")); err != nil || again != (Tally{Same: first.Written}) {
		t.Errorf("again: %v, %v", again, err)
	}
	o, told := order("The bridge opens"), 0
	o.Placing = func() {
		if told++; !strings.Contains(tree(t, dir)[filepath.Join(dir, "index.html")], "2 claims") {
			t.Error("it says that the pages take their place when they have")
		}
	}
	next, err := Write(context.Background(), dir, o)
	if told != 1 {
		t.Errorf("told %d times that the pages take their place", told)
	}
	if err != nil {
		t.Fatal(err)
	}
	if n := len(tree(t, dir)); n != next.Written+next.Same || n != first.Written-next.Removed {
		t.Errorf("%d files; %v after %v", n, next, first)
	}
	is, err := os.Stat(kept)
	if err != nil || !os.SameFile(was, is) {
		t.Errorf("a page that did not change is another file: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "claims", "0198a000-0000-7000-8000-000000000002.html")); err == nil {
		t.Error("the page of a claim that is gone stands")
	}
	alone(t, parent)
}

// A stop between the two steps of a swap, where there is no single one, is mended
// by the next run.
func TestRestoreAfterHalfASwap(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "site")
	if _, err := Write(context.Background(), dir, order("The bridge opens")); err != nil {
		t.Fatal(err)
	}
	beside := filepath.Join(parent, ".tracker-site-7")
	if err := os.Mkdir(beside, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir, filepath.Join(beside, keptAs)); err != nil {
		t.Fatal(err)
	}
	tally, err := Write(context.Background(), dir, order("The bridge opens"))
	if err != nil || tally.Written != 0 || tally.Same == 0 {
		t.Errorf("%v, %v", tally, err)
	}
	alone(t, parent)
}

// Where the system swaps no two names in one step, two steps do it.
func TestSwapInTwoSteps(t *testing.T) {
	parent := t.TempDir()
	p, err := newPlace(filepath.Join(parent, "site"), "site")
	if err != nil {
		t.Fatal(err)
	}
	defer p.discard()
	if err := os.Mkdir(p.dir, 0o755); err != nil {
		t.Fatal(err)
	}
	p.old.there = true
	if err := os.WriteFile(filepath.Join(p.root(), "index.html"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := inTwoSteps(p); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(p.dir, "index.html")); err != nil || string(text) != "new" {
		t.Errorf("%q, %v", text, err)
	}
}

// The address of a name is made of the form that came first, whatever it is
// called now.
func TestAddressesStay(t *testing.T) {
	before := NewAddresses(nil, "").Name(board.BySpeaker, "The  Ministry")
	renamed := NewAddresses([]claims.Family{{Shown: "Ministry of Transport", Names: []string{"the  ministry", "Ministry of Transport"}}}, "")
	if after := renamed.Name(board.BySpeaker, "Ministry of Transport"); after != before {
		t.Errorf("renamed, %s has become %s", before, after)
	}
	if event := renamed.Name(board.ByEvent, "Ministry of Transport"); event == "" || event[len("events/"):] == before[len("speakers/"):] {
		t.Errorf("an event of the same name stands at %s", event)
	}
	if none := renamed.Name(board.ByTag, "x"); none != "" {
		t.Errorf("a tag stands at %s", none)
	}
}

// No more than a few steps lead to many pages, and all of them to few.
func TestPager(t *testing.T) {
	for _, x := range []struct{ at, n, want int }{{0, 1, 1}, {0, 3, 3}, {0, 7, 6}, {3, 7, 7}, {50, 100, 11}, {99, 100, 6}} {
		if got := len(pager("index", x.at, x.n)); got != x.want {
			t.Errorf("page %d of %d has %d steps, want %d: %v", x.at, x.n, got, x.want, pager("index", x.at, x.n))
		}
	}
}
