package board

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/scoring"
)

// A part of a board says what the whole one says.
func TestPartsAreThoseOfTheWhole(t *testing.T) {
	var list []claims.Claim
	for i := range 60 {
		c := promise([]string{"North", "South", "East"}[i%3], []string{"Rain", "Snow", "Vote", "Strike", "Fog"}[i/3%5], float64(i%9+1)/10, calendar.Day(i%4*4))
		if c.ID, c.UID = claims.ID(i+1), ""; i > 50 { // the links of a chain of each
			c.UID, c.Supersedes = claims.UID(rune('a'+i)), claims.UID(rune('a'+i-3))
		}
		list = append(list, c)
	}
	of := func(p Part, speakers ...string) Board {
		return Score(slices.Values(list), BySpeaker, Policy{Windows: WindowsDefault}, 100, Options{FiguresOnly: true, Part: p,
			Keep: func(s string) bool { return slices.Contains(speakers, s) }})
	}
	same := func(what string, x, y any) {
		t.Helper()
		if diff := cmp.Diff(x, y, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", what, diff)
		}
	}
	whole, place, counted, between := of(PartAll, "North"), of(PartPlace, "North"), of(PartClaims), of(PartBetween, "North", "South")
	full, part := whole.Explain("North"), place.Explain("North")
	if full.Place == nil || len(full.Claims) == 0 || full.Group.N == 0 {
		t.Fatal("there is no place to explain")
	}
	same("place", full, part)
	if len(place.Groups) != 1 || len(counted.Groups)+len(between.Groups) != 0 {
		t.Errorf("%d, %d and %d rows are made", len(place.Groups), len(counted.Groups), len(between.Groups))
	}
	same("calibration", whole.Calibrate(hedge.Builtin()), counted.Calibrate(hedge.Builtin()))
	as, bs := whole.Statements("North", "South")
	x, y := between.Statements("North", "South")
	same("statements", [][]scoring.Statement{as, bs}, [][]scoring.Statement{x, y})
	same("compare", of(PartAll, "North", "South").Compare("North", "South"), between.Compare("North", "South"))
	for _, b := range []Board{place, counted, between} {
		same("denominator", whole.Denominator, b.Denominator)
	}
}
