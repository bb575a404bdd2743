package board

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// A board for its figures only compares, explains and calibrates as one does
// that has kept every claim, when it keeps those of who is asked about.
func TestFiguresAloneCompareAndExplain(t *testing.T) {
	var list []claims.Claim
	for i := range 40 {
		c := promise([]string{"North", "South", "East"}[i%3], []string{"Rain", "Snow", "Vote", "Strike"}[i/3%4], float64(i%9+1)/10, calendar.Day(i%4*4))
		c.ID, c.UID = claims.ID(i+1), ""
		list = append(list, c)
	}
	whole := Score(slices.Values(list), BySpeaker, Policy{Windows: WindowsDefault}, 100, Options{})
	few := Score(slices.Values(list), BySpeaker, Policy{Windows: WindowsDefault}, 100, Options{FiguresOnly: true, Keep: func(s string) bool { return s == "North" || s == "South" }})
	if len(few.Judged) >= len(whole.Judged) || len(few.Judged) == 0 {
		t.Fatalf("%d of %d claims are kept", len(few.Judged), len(whole.Judged))
	}
	same := func(what string, x, y any) {
		if diff := cmp.Diff(x, y, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	same("compare", whole.Compare("North", "South"), few.Compare("North", "South"))
	a, b := whole.Statements("North", "East")
	x, y := few.Statements("North", "East")
	if len(a) == 0 || len(b) == 0 {
		t.Fatal("there is nothing to compare")
	}
	same("statements", [][]scoring.Statement{a, b}, [][]scoring.Statement{x, y})
	full, part := whole.Explain("North"), few.Explain("North")
	same("sum", full.Sum, part.Sum)
	if len(full.Claims) != len(part.Claims) || len(full.Claims) == 0 || full.Sum.N == 0 {
		t.Errorf("%d claims are explained, %d without the others", len(full.Claims), len(part.Claims))
	}
}
