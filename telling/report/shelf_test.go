package report

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/claims/claimstest"
)

// What is packed away comes back whole, in its order, over more than a block.
func TestShelf(t *testing.T) {
	var s shelf
	var want []claims.Claim
	for i := range 2*perBlock + 7 {
		c := claimstest.Full()
		c.ID = claims.ID(i + 1)
		if i%3 == 1 {
			c.Verdict, c.Hedge, c.Proposed = nil, claims.Hedge{P: new(0.0), Low: new(0.0)}, nil
		}
		want = append(want, c)
		if err := s.put(&c); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var got []claims.Claim
		if err := s.each(func(c *claims.Claim) error { got = append(got, *c); return nil }); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
	for _, n := range []int{0, perBlock - 1, perBlock, len(want) - 1} {
		c, err := s.nth(n)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&want[n], c); diff != "" {
			t.Errorf("the claim at %d (-put +nth):\n%s", n, diff)
		}
	}
	stop := errors.New("stop")
	if err := s.each(func(*claims.Claim) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("an error of the caller becomes %v", err)
	}
}

// A book that is larger than a page says in every format what it says when all
// its claims are kept.
func TestGatheringSaysTheSame(t *testing.T) {
	var list []claims.Claim
	for i := range 3 * mostShown {
		c := book[i%len(book)].claim(i + 1)
		c.Supersedes, c.Repeats = "", ""
		list = append(list, c)
	}
	list[7].Supersedes, list[900].Repeats = list[3].UID, list[899].UID
	whole := New(board.Score(slices.Values(list), board.BySpeaker, standard, asOf, board.Options{Sources: true}), Options{})

	all := NewGathering(board.BySpeaker, nil, nil)
	each := func(yield func(claims.Claim) bool) {
		for _, c := range list {
			if !yield(c) {
				return
			}
		}
	}
	linked := map[claims.UID]bool{list[3].UID: true, list[7].UID: true, list[899].UID: true, list[900].UID: true}
	b := board.Score(each, board.BySpeaker, standard, asOf, board.Options{FiguresOnly: true, Linked: linked, Sources: true,
		Each: func(j board.Judged, p board.Policy, asOf calendar.Day) { all.Take(j, p, asOf) }})
	if len(b.Judged) != len(linked) {
		t.Fatalf("%d claims kept, want those of chains and repeats", len(b.Judged))
	}
	few := New(b, Options{Gathered: all})
	for _, f := range Formats {
		if diff := cmp.Diff(mustWrite(t, whole, f), mustWrite(t, few, f)); diff != "" {
			t.Errorf("%s (-whole +gathered):\n%s", f, diff)
		}
	}
}

// The claims to read on a site are the foremost of all; those of a page of its
// own, of the claims that stand on it.
func TestClaimsToReadAreOfAll(t *testing.T) {
	var list []claims.Claim
	for i := range 2 * mostShown {
		c := made{speaker: "The ministry", statement: "The pier is rebuilt", quote: "by August", said: "2025-07-01", hedge: "will", window: read("by August", "2025-07-01", "2025-08-31"),
			verdict: &claims.Verdict{Outcome: claims.Yes, Day: day("2025-09-02")}}.claim(i + 1)
		list = append(list, c)
	}
	first := &list[2]
	first.StatedOn, first.Verdict.Day = "2025-06-01", day("2025-10-02")
	b := scored(list, board.BySpeaker, standard)
	latest := func(r Report) claims.ID { return r.readSection().Read[0].Card.ID }
	if got := latest(New(b, Options{Pages: anywhere{}})); got != first.ID {
		t.Errorf("a site has claim %d as the latest after its window, want %d", got, first.ID)
	}
	if got := latest(New(b, Options{})); got == first.ID {
		t.Error("a page leads to a claim that does not stand on it")
	}
}

// anywhere is a site with a page for everything.
type anywhere struct{}

func (anywhere) Claim(uid claims.UID) string               { return string(uid) }
func (anywhere) Name(_ board.Grouping, name string) string { return name }
