package board

import (
	"context"
	"errors"
	"fmt"
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

func sensitivityOf(t *testing.T, b Board, choices []Choice) Sensitivity {
	t.Helper()
	s, err := b.Sensitivity(t.Context(), choices, Options{}, func(int, int) {})
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
	board := Score(slices.Values(list), BySpeaker, strict, 100, Options{})
	linear := strict
	linear.Late, _ = scoring.ParseLate("linear:30d")
	got := sensitivityOf(t, board, []Choice{
		{Name: "linear", Policy: linear},
		{Name: "as it is", Policy: strict},
		{Name: "without the late", Policy: strict, Read: func(c claims.Claim) (claims.Claim, bool) { return c, c.Speaker != "late" }},
	})

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
	ranked := func(n int, named ...scoring.Named) standing { return standing{contest: &contest{n, named}} }
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
		if got, _ := assumedAt(x.end)(c); *got.Hedge.P != x.want {
			t.Errorf("read at %v, want %v", *got.Hedge.P, x.want)
		}
	}
	c.Hedge.Kind = hedge.Survey
	if got, _ := assumedAt(lowEnd)(c); *got.Hedge.P != 0.5 {
		t.Errorf("words that readers were asked about move to %v", *got.Hedge.P)
	}
}

// What is left as it was is as if it had been worked out again.
func TestUntouchedRowsStay(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(called("x"), happened(12)), said(called("y"), happened(12)))
	w := b.weighing(Options{})
	for _, event := range w.events {
		rest := slices.DeleteFunc(slices.Clone(b.Judged), func(j Judged) bool { return eventName(j.Claim) == event })
		want, got := b.standing(rest, b.Policy, w.o), w.again(rest, b.Policy, map[string]bool{event: true})
		if diff := cmp.Diff(want.rows, got.rows, cmp.AllowUnexported(tallied{}, groupKey{})); diff != "" {
			t.Errorf("without %s: %s", event, diff)
		}
	}
}

// An end of the context ends the work.
func TestSensitivityStops(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(called("x"), happened(12)))
	ctx, stop := context.WithCancel(t.Context())
	_, err := b.Sensitivity(ctx, []Choice{{Name: "a", Policy: b.Policy}, {Name: "b", Policy: b.Policy}}, Options{}, func(done, _ int) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that it was stopped", err)
	}
}

// What a choice leaves scored is counted as on the board, repeats too.
func TestChoicesCountLikeTheBoard(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(called("x"), happened(12)), said(called("y"), repeats("x"), happened(12)))
	got := sensitivityOf(t, b, []Choice{{Name: "the same", Policy: b.Policy}}).Choices[0]
	if got.Touched != 0 || got.Scored != b.Denominator.Scored || got.Scored != 2 {
		t.Errorf("%d touched, %d scored of %d on the board", got.Touched, got.Scored, b.Denominator.Scored)
	}
}
