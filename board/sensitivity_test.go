package board

import (
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
	got := board.Sensitivity([]Choice{
		{Name: "linear", Policy: linear},
		{Name: "as it is", Policy: strict},
		{Name: "without the late", Policy: strict, Read: func(c claims.Claim) (claims.Claim, bool) { return c, c.Speaker != "late" }},
	}, Options{})

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
	places := func(named []scoring.Named, rows ...scoring.Place) standing {
		return standing{board: &scoring.Leaderboard{Ranked: len(rows), Rows: rows, Named: named}}
	}
	a, b := scoring.Place{Name: "a", RankLow: 1, RankHigh: 1}, scoring.Place{Name: "b", RankLow: 2, RankHigh: 2}
	wideA, wideB := scoring.Place{Name: "a", RankLow: 1, RankHigh: 2}, scoring.Place{Name: "b", RankLow: 1, RankHigh: 2}
	apart, equal := places([]scoring.Named{{Better: "a", Worse: "b"}}, a, b), places(nil, wideA, wideB)
	pair, none := []string{"a", "b"}, []float64{}
	for _, c := range []struct {
		name      string
		from, now standing
		want      []Turn
	}{
		{"told apart", equal, apart, []Turn{
			{Kind: TurnDetectable, Names: []string{}, From: none, To: none}, {Kind: TurnApart, Names: pair, From: none, To: none}}},
		{"no longer", apart, equal, []Turn{
			{Kind: TurnUndetectable, Names: []string{}, From: none, To: none}, {Kind: TurnTogether, Names: pair, From: none, To: none}}},
		{"the same", apart, apart, nil},
		{"nobody ranked any more", apart, places(nil), []Turn{{Kind: TurnUnranked, Names: []string{}, From: none, To: none}}},
		{"ranked only now", places(nil), apart, []Turn{{Kind: TurnRanked, Names: []string{}, From: none, To: none}}},
	} {
		if diff := cmp.Diff(c.want, c.from.ranks(c.now)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// What a choice leaves scored is counted as on the board, repeats too.
func TestChoicesCountLikeTheBoard(t *testing.T) {
	b := scoredBy(BySpeaker, strict, said(called("x"), happened(12)), said(called("y"), repeats("x"), happened(12)))
	got := b.Sensitivity([]Choice{{Name: "the same", Policy: b.Policy}}, Options{}).Choices[0]
	if got.Touched != 0 || got.Scored != b.Denominator.Scored || got.Scored != 2 {
		t.Errorf("%d touched, %d scored of %d on the board", got.Touched, got.Scored, b.Denominator.Scored)
	}
}
