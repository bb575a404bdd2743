package store

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// What is read for a table, and what is read for a score, say the same as the
// whole claim: the status and days of every claim, and every figure of the
// boards that are made of scorable claims.
func TestNarrowReadingsAgreeWithTheWhole(t *testing.T) {
	b := mustCreate(t)
	resolved := rapid.Custom(func(t *rapid.T) claims.Claim {
		c := anyClaim.Draw(t, "claim")
		if rapid.Bool().Draw(t, "resolved") {
			c.Verdict = anyVerdict(t, &c)
		}
		return c
	})
	for i := range 60 {
		mustAdd(t, b, resolved.Example(i))
	}
	for i, quote := range []string{"Summit: November 2026", "They meet in November."} {
		c := anyClaim.Example(100 + i)
		c.Type, c.Polarity, c.Quote, c.Hedge = "", claims.Will, quote, claims.Hedge{}
		c.Window = claims.Window{Earliest: c.StatedOn.Day(), Latest: c.StatedOn.Day() + 90, Class: "exact", Relation: "by"}
		c.Verdict = &claims.Verdict{Outcome: claims.Yes, At: c.LoggedAt}
		c = mustAdd(t, b, c)
		again := c
		again.UID, again.Key, again.Verdict, again.Repeats = "", "", nil, c.UID
		mustAdd(t, b, again)
	}
	everything := claims.Filter{Statuses: claims.Statuses}
	whole, _, err := b.Find(t.Context(), everything, now, ByDue, Page{})
	if err != nil {
		t.Fatal(err)
	}
	brief, _, err := b.Find(t.Context(), everything, now, ByDue, Page{Brief: true})
	if err != nil || len(brief) != len(whole) {
		t.Fatalf("%d brief claims of %d, %v", len(brief), len(whole), err)
	}
	for i, w := range whole {
		r := brief[i]
		got, _ := r.Standing(now, claims.Judging{})
		if want, _ := w.Standing(now, claims.Judging{}); got != want {
			t.Errorf("claim %d stands %s in a table, %s whole", w.ID, got, want)
		}
		if r.ID != w.ID || r.Status(now) != w.Status(now) || r.Window.Latest != w.Window.Latest || r.Window.Earliest != w.Window.Earliest ||
			r.Speaker != w.Speaker || r.Statement != w.Statement || r.StatedOn != w.StatedOn {
			t.Errorf("claim %d reads as %+v in a table", w.ID, r)
		}
	}

	linked, err := b.Linked(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for c, err := range b.Scorable(t.Context(), everything, now) {
		if err != nil {
			t.Fatal(err)
		}
		if uid := whole[indexOf(t, whole, c.ID)].UID; linked[uid] != (c.UID != "") {
			t.Errorf("claim %d is linked: %v, and for a score: %v", c.ID, linked[uid], c.UID != "")
		}
	}
	if len(linked) == 0 {
		t.Error("no claim is linked")
	}

	for _, by := range board.Groupings {
		for _, windows := range []board.Windows{board.WindowsDefault, board.WindowsAll, board.WindowsExact} {
			score := func(read func(yield func(claims.Claim, error) bool)) board.Board {
				list := func(yield func(claims.Claim) bool) {
					for c, err := range read {
						if err != nil {
							t.Fatal(err)
						}
						if !yield(c) {
							return
						}
					}
				}
				scored := board.Score(list, by, board.Policy{Windows: windows}, calendar.Date(2100, 1, 1), board.Options{Options: scoring.Options{Resamples: 50}})
				scored.Judged = nil
				return scored
			}
			read := b.Scorable
			if by == board.BySource || by == board.ByTag {
				read = b.ScorableParts
			}
			full, narrow := score(b.All(t.Context(), everything, now)), score(read(t.Context(), everything, now))
			if full.Denominator.Logged != len(whole) || windows == board.WindowsAll && full.Denominator.Scored == 0 {
				t.Fatalf("%d of %d claims reached the board, %d were scored", full.Denominator.Logged, len(whole), full.Denominator.Scored)
			}
			if diff := cmp.Diff(full, narrow, cmp.AllowUnexported(scoring.Late{}), cmpopts.IgnoreUnexported(board.Board{})); diff != "" {
				t.Errorf("by %s, windows %s (-whole +scorable):\n%s", by, windows, diff)
			}
		}
	}
}

// indexOf is the place of a claim in a list.
func indexOf(t *testing.T, list []claims.Claim, id claims.ID) int {
	t.Helper()
	i := slices.IndexFunc(list, func(c claims.Claim) bool { return c.ID == id })
	if i < 0 {
		t.Fatalf("no claim %d", id)
	}
	return i
}
