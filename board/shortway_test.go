package board

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// anyHedge is words as the lexicon reads them, a number, or nothing.
var anyHedge = rapid.Custom(func(t *rapid.T) claims.Hedge {
	words := rapid.SampledFrom([]string{"will", "likely", "could", "expects to", "very likely", "40%", "", "perchance"}).Draw(t, "words")
	return claims.ReadHedge(hedge.Builtin().Read(words), hedge.Builtin().Name())
})

// anyBook is a few claims by few speakers on few events.
var anyBook = rapid.Custom(func(t *rapid.T) []claims.Claim {
	list := make([]claims.Claim, rapid.IntRange(2, 24).Draw(t, "claims"))
	for i := range list {
		list[i] = anyClaim(t, i, list[:i])
	}
	return list
})

func anyClaim(t *rapid.T, i int, before []claims.Claim) claims.Claim {
	day := func(from, to int, label string) calendar.Day {
		return calendar.Day(rapid.IntRange(from, to).Draw(t, label))
	}
	stated := day(1, 12, "stated")
	c := claims.Claim{ID: claims.ID(i + 1), UID: claims.UID(fmt.Sprint("u", i)), Language: "en", StatedOn: claims.Moment(stated.String()),
		Speaker:     rapid.SampledFrom([]string{"Captain", "The ministry", "The mayor"}).Draw(t, "speaker"),
		SpeakerKind: rapid.SampledFrom([]claims.SpeakerKind{claims.Person, claims.Outlet}).Draw(t, "kind"),
		Event:       rapid.SampledFrom([]string{"bridge", "Bridge", "tunnel", "harbour", ""}).Draw(t, "event"),
		Polarity:    rapid.SampledFrom([]claims.Polarity{claims.Will, claims.Will, claims.WillNot}).Draw(t, "polarity"),
		Type:        rapid.SampledFrom([]claims.Type{"", claims.Promise}).Draw(t, "type"), Hedge: anyHedge.Draw(t, "hedge"),
		Window: claims.Window{Earliest: stated, Latest: stated + day(0, 9, "length"), Class: rapid.SampledFrom([]deadline.Class{deadline.ClassExact, deadline.ClassExact, deadline.ClassVague}).Draw(t, "class")},
		Tags:   rapid.SliceOfN(rapid.SampledFrom([]string{"roads", "water"}), 0, 2).Draw(t, "tags")}
	c.Tags = slices.Compact(c.Tags)
	if source := rapid.SampledFrom([]string{"", "Evening News", "Agency"}).Draw(t, "source"); source != "" {
		c.Appearances = []claims.Appearance{{Source: source}}
	}
	if rapid.IntRange(0, 9).Draw(t, "withdrawn") == 0 {
		c.Withdrawn = "in jest"
	}
	c.Window.DueAt = claims.At(c.Window.Latest.Start(c.Location()))
	c.LoggedAt = claims.At(day(1, 25, "logged").Start(c.Location()))
	outcome := rapid.SampledFrom([]claims.Outcome{claims.Yes, claims.Yes, claims.No, claims.No, claims.Partial, claims.Unclear, ""}).Draw(t, "outcome")
	if outcome != "" {
		c.Verdict = &claims.Verdict{Outcome: outcome}
	}
	if outcome == claims.Yes || outcome == claims.Partial {
		c.Verdict.Day = stated + day(0, 20, "day")
	}
	if outcome == claims.Partial {
		c.Verdict.Extent = new(rapid.SampledFrom([]float64{0.25, 0.5}).Draw(t, "extent"))
	}
	if len(before) == 0 {
		return c
	}
	switch other := rapid.SampledFrom(before).Draw(t, "other"); rapid.IntRange(0, 4).Draw(t, "tie") {
	case 0: // a chain
		c.Supersedes, c.Speaker, c.Event = other.UID, other.Speaker, other.Event
	case 1:
		c.Repeats, c.Window, c.Event = other.UID, other.Window, other.Event
	}
	return c
}

// narrow is a book as a store reads it for figures: only what is tied to others
// has a UID.
func narrow(list []claims.Claim) (read []claims.Claim, uids map[claims.ID]claims.UID) {
	tied := map[claims.UID]bool{}
	for _, c := range list {
		if c.Supersedes != "" || c.Repeats != "" {
			tied[c.UID], tied[c.Supersedes], tied[c.Repeats] = true, true, true
		}
	}
	uids = map[claims.ID]claims.UID{}
	for _, c := range list {
		uids[c.ID] = c.UID
		if !tied[c.UID] {
			c.UID = ""
		}
		read = append(read, c)
	}
	return read, uids
}

// What a choice touches is all that is made again, and the answer is that of
// making everything again, to the last bit.
func TestTheShortWayIsTheLongWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := anyBook.Draw(t, "book")
		by := rapid.SampledFrom(Groupings).Draw(t, "by")
		p := Policy{Windows: rapid.SampledFrom([]Windows{WindowsDefault, WindowsAll, WindowsExact}).Draw(t, "windows"),
			Weigh: rapid.SampledFrom([]Weigh{WeighEvents, WeighEvents, WeighClaims}).Draw(t, "weigh"), Lexicon: hedge.Builtin(),
			Late:             rapid.SampledFrom([]scoring.Late{{}, mustLate("linear:30d")}).Draw(t, "late"),
			ExcludeHindsight: rapid.IntRange(0, 4).Draw(t, "hindsight") == 0}
		if p.Weigh == WeighEvents {
			p.Updates = rapid.SampledFrom([]Updates{UpdatesMean, UpdatesFirst, UpdatesLast}).Draw(t, "updates")
		}
		choices, err := p.Choices(hedge.Builtin())
		if err != nil {
			t.Fatal(err)
		}
		o := Options{Options: scoring.Options{MinEvents: rapid.IntRange(1, 2).Draw(t, "min"), Resamples: 120}, Root: Root(hedge.Builtin()),
			RankRight: rapid.Bool().Draw(t, "rank right")}
		want := newLongWay(list, by, p, 100, o).sensitivity(choices)
		if o.Choices = choices; rapid.Bool().Draw(t, "narrow") {
			var uids map[claims.ID]claims.UID
			list, uids = narrow(list)
			o.FiguresOnly, o.Alone = true, func() (map[claims.ID]claims.UID, error) { return uids, nil }
			o.Part = rapid.SampledFrom([]Part{PartAll, PartChoices}).Draw(t, "part")
		}
		got, err := Score(slices.Values(list), by, p, 100, o).Sensitivity(t.Context(), 1<<30, func(int, int) {})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A chain that loses a claim which does not count is another chain: what follows
// is no later version any more.
func TestAChainThatBreaksIsTouched(t *testing.T) {
	partly := func(c *claims.Claim) { ended(claims.Partial, 0.5)(c) }
	first, middle := said(called("a"), happened(12)), said(called("b"), supersedes("a"), vague, partly)
	last := said(called("c"), supersedes("b"), until(25), no)
	elsewhere := said(called("d"), by("Captain"), about("tunnel"), partly)
	list := []claims.Claim{*first, *middle, *last, *elsewhere}
	choice := Choice{Name: "without partials", Policy: strict.withDefaults(), Leaves: isPartial}
	o := Options{Options: scoring.Options{MinEvents: 1}}
	want := newLongWay(list, BySpeaker, strict, 100, o)
	o.Choices = []Choice{choice}
	b := Score(slices.Values(list), BySpeaker, strict, 100, o)
	got, err := b.allTurns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.sensitivity([]Choice{choice}), got); diff != "" {
		t.Error(diff)
	}
	council := groupKey{name: "City council"}
	if before, after := want.board.rows[council].brier, want.made(want.judge(choice), choice.Policy).rows[council].brier; *before == *after {
		t.Errorf("the row stays at %v", *before)
	}
	if e := got.Choices[0]; e.Touched != 1 || e.Turned == 0 {
		t.Errorf("%d claims touched, %d conclusions turn", e.Touched, e.Turned)
	}
}
