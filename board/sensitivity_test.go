package board

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// promise is a claim with the window of days 1 to 10, that happened on a day
// or, on day 0, did not.
func promise(speaker, event string, p float64, on calendar.Day) claims.Claim {
	c := claims.Claim{UID: claims.UID(speaker + event), Speaker: speaker, Event: event, Polarity: claims.Will,
		Hedge:  claims.Hedge{P: &p, Low: &p, High: &p, Kind: hedge.Explicit},
		Window: claims.Window{Earliest: 1, Latest: 10}, Verdict: &claims.Verdict{Outcome: claims.No}}
	if on != 0 {
		c.Verdict = &claims.Verdict{Outcome: claims.Yes, Day: on}
	}
	return c
}

func sensitivityOf(t *testing.T, list []claims.Claim, p Policy, choices ...Choice) Sensitivity {
	t.Helper()
	s, err := Score(slices.Values(list), BySpeaker, p, 100, Options{Choices: choices}).Sensitivity(t.Context(), math.MaxInt, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSensitivity: the late one is wrong under strict and nearly right under
// linear; the even one says 50 % all the time; the mixed one is below 0.25
// only without one of its two failures.
func TestSensitivity(t *testing.T) {
	var list []claims.Claim
	for i := range 6 {
		list = append(list, promise("even", fmt.Sprint("e", i), 0.5, 5), promise("late", fmt.Sprint("e", i), 0.9, 13))
	}
	for i := range 5 {
		on := calendar.Day(5)
		if i >= 3 {
			on = 0
		}
		list = append(list, promise("mixed", fmt.Sprint("m", i), 0.9, on))
	}
	strict := Policy{Windows: WindowsDefault}
	got := sensitivityOf(t, list, strict, Choice{Name: "linear", Policy: linear}, Choice{Name: "as it is", Policy: strict},
		Choice{Name: "without the late", Policy: strict, Leaves: func(c *claims.Claim) bool { return c.Speaker == "late" }})

	near := cmpopts.EquateApprox(0, 1e-12)
	figures := func(c Turn) bool { return c.Figure == "" } // ranks have a test of their own
	want := []Turn{
		{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{"late"}, From: []float64{0.81}, To: []float64{0}},
		{Kind: TurnOrder, Figure: FigureBrier, Names: []string{"even", "late"}, From: []float64{0.25, 0.81}, To: []float64{0.25, 0}},
		{Kind: TurnOrder, Figure: FigureBrier, Names: []string{"mixed", "late"}, From: []float64{0.33, 0.81}, To: []float64{0.33, 0}},
		{Kind: TurnOrder, Figure: FigureHits, Names: []string{"mixed", "late"}, From: []float64{0.6, 0}, To: []float64{0.6, 1}},
	}
	turned := slices.DeleteFunc(slices.Clone(got.Choices[0].Turns), figures)
	byFigure := cmpopts.SortSlices(func(a, b Turn) bool {
		return fmt.Sprint(a.Kind, a.Figure, a.Names) < fmt.Sprint(b.Kind, b.Figure, b.Names)
	})
	if diff := cmp.Diff(want, turned, near, byFigure); diff != "" {
		t.Error(diff)
	}
	if x := got.Choices[0]; x.Touched != 6 || x.Scored != 17 || x.Right != 9 || x.Sided != 11 {
		t.Errorf("linear touches %v of %d, right %v of %d; want 6 of 17, 9 of 11", x.Touched, x.Scored, x.Right, x.Sided)
	}
	if x := got.Choices[1]; x.Touched != 0 || len(x.Turns) != 0 {
		t.Errorf("the same again touches %d claims and changes %v", x.Touched, x.Turns)
	}
	if x := got.Choices[2]; x.Touched != 6 || x.Scored != 11 {
		t.Errorf("without the late %d are touched and %d scored, want 6 and 11", x.Touched, x.Scored)
	}
	wantOut := []Turn{
		{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{"mixed"}, From: []float64{0.33}, To: []float64{0.21}, Without: "m3"},
		{Kind: TurnCrosses, Figure: FigureBrier, Names: []string{"mixed"}, From: []float64{0.33}, To: []float64{0.21}, Without: "m4"},
	}
	if diff := cmp.Diff(wantOut, slices.DeleteFunc(got.LeftOut.Turns, figures), near); diff != "" {
		t.Error(diff)
	}
	if got.LeftOut.Events != 11 || got.LeftOut.Tried != 11 {
		t.Errorf("%d of %d events left out, want all 11", got.LeftOut.Tried, got.LeftOut.Events)
	}
}

// TestRanksThatTurn compares leaderboards directly.
func TestRanksThatTurn(t *testing.T) {
	ranked := func(n int, named ...scoring.Named) standing {
		return standing{contest: &scoring.Standing{Ranked: n, Named: named}}
	}
	better := func(why string) scoring.Named { return scoring.Named{Better: "a", Worse: "b", Why: why} }
	apart, surer, equal := ranked(2, better(scoring.NamedRecord)), ranked(2, better(scoring.NamedSurer)), ranked(2)
	pair, none := []string{"a", "b"}, []float64{}
	for _, c := range []struct {
		name      string
		from, now standing
		want      []Turn
	}{
		{"told apart", equal, apart, []Turn{{Kind: TurnApart, Names: pair, From: none, To: none}}},
		{"no longer", apart, equal, []Turn{{Kind: TurnTogether, Names: pair, From: none, To: none}}},
		{"surer is not better", equal, surer, nil},
		{"no longer better, only surer", apart, surer, []Turn{{Kind: TurnTogether, Names: pair, From: none, To: none}}},
		{"the same", apart, apart, nil},
		{"nobody ranked any more", apart, ranked(0), []Turn{{Kind: TurnUnranked, Names: []string{}, From: none, To: none}}},
		{"ranked only now", ranked(0), apart, []Turn{{Kind: TurnRanked, Names: []string{}, From: none, To: none},
			{Kind: TurnApart, Names: pair, From: none, To: none}}},
	} {
		if diff := cmp.Diff(c.want, c.from.ranks(c.now)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// Assumed words are moved to the ends of their ranges; others stay.
func TestAssumedWordsMoveToTheirEnds(t *testing.T) {
	c := promise("a", "e", 0.5, 5)
	c.Hedge.Kind, c.Hedge.Low, c.Hedge.High = hedge.Assumed, new(0.3), new(0.8)
	for _, x := range []struct {
		end  func(claims.Hedge) *float64
		want float64
	}{{lowEnd, 0.3}, {highEnd, 0.8}} {
		if got := assumedAt(x.end)(&c); *got.P != x.want {
			t.Errorf("read at %v, want %v", *got.P, x.want)
		}
	}
	c.Hedge.Kind = hedge.Survey
	if got := assumedAt(lowEnd)(&c); *got.P != 0.5 {
		t.Errorf("words that readers were asked about move to %v", *got.P)
	}
}

// Of a book of fifty speakers, each alone on two events, and of whom two share a
// third, a choice makes the rows again of those on an event that it touches. What is
// asked on an event is looked at again where others count on it.
func TestOnlyWhatAChoiceTouchesIsMadeAgain(t *testing.T) {
	var list []claims.Claim
	for i := range 50 {
		speaker := fmt.Sprint("desk ", i)
		list = append(list, promise(speaker, speaker+" a", 0.9, 5), promise(speaker, speaker+" b", 0.9, 0))
	}
	list = append(list, promise("desk 0", "shared", 0.9, 13), promise("desk 1", "shared", 0.4, 0))
	of := func(event string) func(*claims.Claim) bool {
		return func(c *claims.Claim) bool { return c.Event == event }
	}
	b := Score(slices.Values(list), BySpeaker, strict, 100, Options{Choices: []Choice{{Name: "late", Policy: linear},
		{Name: "as it is", Policy: strict}, {Name: "not of one", Policy: strict, Leaves: of("desk 7 a")}, {Name: "none", Policy: strict, Leaves: func(*claims.Claim) bool { return true }}}})
	w, err := b.trials.weighing(BySpeaker, 3, func() bool { return false })
	if err != nil || w.tallied.Load() != 50 {
		t.Fatalf("%d rows of the board itself, %v", w.tallied.Load(), err)
	}
	for i, want := range []struct{ rows, events int64 }{{2, 0}, {0, 0}, {1, 1}, {50, 101}} {
		w.tallied.Store(0)
		w.asked.Store(0)
		w.under(i)
		if got := w.tallied.Load(); got != want.rows || w.asked.Load() != want.events {
			t.Errorf("%s: %d rows made again, %d events looked at; want %v", w.choices[i].Name, got, w.asked.Load(), want)
		}
	}
	w.tallied.Store(0)
	if w.without(w.events[0]); w.events[0].name != "shared" || w.tallied.Load() != 2 {
		t.Errorf("without %s %d rows are made again, want the two of the shared event", w.events[0].name, w.tallied.Load())
	}
}

// An end of the context ends the work.
func TestSensitivityStops(t *testing.T) {
	b := Score(slices.Values([]claims.Claim{*said(happened(12))}), BySpeaker, strict, 100, Options{Choices: []Choice{{Name: "a", Policy: strict}, {Name: "b", Policy: strict}}})
	ctx, stop := context.WithCancel(t.Context())
	_, err := b.Sensitivity(ctx, 3, func(done, _ int) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that it was stopped", err)
	}
}

// What a choice leaves scored is counted as on the board, repeats too.
func TestChoicesCountLikeTheBoard(t *testing.T) {
	list := []claims.Claim{*said(called("x"), happened(12)), *said(called("y"), repeats("x"), happened(12))}
	on := Score(slices.Values(list), BySpeaker, strict, 100, Options{})
	got := sensitivityOf(t, list, strict, Choice{Name: "the same", Policy: strict}).Choices[0]
	if got.Touched != 0 || got.Scored != on.Denominator.Scored || got.Scored != 2 {
		t.Errorf("%d touched, %d scored of %d on the board", got.Touched, got.Scored, on.Denominator.Scored)
	}
}

// As many conclusions are told as somebody wants, the first ones, and all are
// counted.
func TestTheFirstTurnsAreTold(t *testing.T) {
	var list []claims.Claim
	for i := range 30 {
		for k := range 5 {
			on := calendar.Day(5)
			if (i+k)%4 == 0 {
				on = 12 + calendar.Day(i)%3
			}
			list = append(list, promise(fmt.Sprint("desk ", i), fmt.Sprint("e", i, " ", k), 0.3+float64(i)/50, on))
		}
	}
	b := Score(slices.Values(list), BySpeaker, strict, 100, Options{Choices: []Choice{{Name: "linear", Policy: linear}, {Name: "halved", Policy: halved}}})
	all, err := b.allTurns(t.Context())
	if err != nil || all.Choices[0].Turned < 20 {
		t.Fatalf("%d turn, %v", all.Choices[0].Turned, err)
	}
	few, err := b.Sensitivity(t.Context(), 7, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range all.Choices {
		if x := few.Choices[i]; e.Turned != len(e.Turns) || x.Turned != e.Turned || len(x.Turns) != 7 {
			t.Errorf("%s: %d of %d are told of %d", e.Choice, len(x.Turns), x.Turned, e.Turned)
		}
		if diff := cmp.Diff(e.Turns[:7], few.Choices[i].Turns); diff != "" {
			t.Error(diff)
		}
	}
	if l := few.LeftOut; l.Turned != all.LeftOut.Turned || len(l.Turns) != min(7, l.Turned) {
		t.Errorf("%d of %d are told of those without an event, of %d", len(l.Turns), l.Turned, all.LeftOut.Turned)
	}
}

// All conclusions are told one after another as they are told at once, and
// nothing is kept of them as they are told.
func TestEveryTurnIsTold(t *testing.T) {
	var list []claims.Claim
	for i := range 40 {
		for k := range 5 {
			on := calendar.Day(5)
			if (i+k)%4 == 0 {
				on = 12 + calendar.Day(i)%3
			}
			list = append(list, promise(fmt.Sprint("desk ", i), fmt.Sprint("e", (i+k)%9, " ", k), 0.3+float64(i)/60, on))
		}
	}
	b := Score(slices.Values(list), BySpeaker, strict, 100, Options{Choices: []Choice{{Name: "linear", Policy: linear}, {Name: "halved", Policy: halved}}})
	want, err := b.allTurns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got, err := b.Sensitivity(t.Context(), EveryTurn, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	told := func(each iter.Seq[Turn]) []Turn { return slices.AppendSeq([]Turn{}, each) }
	for i, e := range want.Choices {
		x := got.Choices[i]
		if len(e.Turns) < 20 || x.Turned != e.Turned || len(x.Turns) != 0 {
			t.Errorf("%s: %d turn, %d of them are kept, want %d and none", e.Choice, x.Turned, len(x.Turns), e.Turned)
		}
		if diff := cmp.Diff(e.Turns, told(x.Each)); diff != "" {
			t.Error(diff)
		}
	}
	if diff := cmp.Diff(want.LeftOut.Turns, told(got.LeftOut.Each)); diff != "" || len(want.LeftOut.Turns) == 0 {
		t.Errorf("%d turn without an event: %s", len(want.LeftOut.Turns), diff)
	}
}

// A board that is made again is left as it is when nobody wants it any more.
func TestATrialThatNobodyWantsEnds(t *testing.T) {
	b := Score(slices.Values([]claims.Claim{*said(happened(12)), *said(called("x"), by("Captain"), ended(claims.Partial, 0.5))}), BySpeaker, strict, 100,
		Options{Choices: []Choice{{Name: "without partials", Policy: strict, Leaves: isPartial}}})
	over := false
	w, err := b.trials.weighing(BySpeaker, 3, func() bool { return over })
	if err != nil {
		t.Fatal(err)
	}
	if got := w.under(0); got.Touched != 1 || w.tallied.Load() != 4 {
		t.Fatalf("%+v, of %d rows", got, w.tallied.Load())
	}
	over = true
	if got := w.under(0); got.Touched != 0 || w.tallied.Load() != 4 {
		t.Errorf("%+v, of %d rows", got, w.tallied.Load())
	}
}
