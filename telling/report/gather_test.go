package report

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
)

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

	all := NewGathering(board.BySpeaker, nil, nil, false)
	for range all.Of(shelf(list), claims.About{})(t.Context(), claims.Filter{}, 0) {
		break
	}
	linked := map[claims.UID]bool{list[3].UID: true, list[7].UID: true, list[899].UID: true, list[900].UID: true}
	b := board.Score(slices.Values(list), board.BySpeaker, standard, asOf, board.Options{FiguresOnly: true, Linked: linked, Sources: true,
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

// shelf is a book of claims by id, which are all meant.
type shelf []claims.Claim

func (s shelf) All(context.Context, claims.Filter, claims.Instant) iter.Seq2[claims.Claim, error] {
	return func(yield func(claims.Claim, error) bool) {
		for _, c := range s {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func (s shelf) Claim(_ context.Context, ref string) (claims.Claim, error) {
	for _, c := range s {
		if fmt.Sprint(c.ID) == ref {
			return c, nil
		}
	}
	return claims.Claim{}, errors.New("there is no " + ref)
}
