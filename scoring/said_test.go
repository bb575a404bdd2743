package scoring

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// saidOf is forecasts by numbers, with gaps where nobody speaks of an event or says
// nothing.
func saidOf(fs []Forecast) (names []string, all AllSaid) {
	speakers, events := map[string]int32{"nobody": 0}, map[string]int32{"": 0, "12x": 0}
	for _, f := range fs {
		speakers[f.Speaker], events[f.Event] = 0, 0
	}
	names = number(speakers)
	number(events)
	events[""] = NoEvent
	return names, func(yield func(Said) bool) {
		for _, f := range fs {
			if !yield(Said{Speaker: speakers[f.Speaker], Event: events[f.Event], P: f.P, Y: f.Y, Weight: f.weight(), Later: f.Later}) {
				return
			}
		}
	}
}

// What stands without the rows of a leaderboard is what stands beside them, by
// skill and by record, where the gate is passed and where it is not.
func TestStandingsAreThoseOfTheLeaderboard(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(12) {
		for _, chance := range []float64{0.95, 0.25} {
			g := newGenerator(seed, 0, 0)
			fs := boardBook(&g, []float64{0.05, 0.5, 1, 3, 4}[:2+seed%4], 25+15*int(seed%3), chance)
			if chance < 0.5 { // each about its own
				for i := range fs {
					fs[i].Event += fs[i].Speaker
				}
			}
			fs = append(fs, Forecast{Speaker: "speaker 00", P: 0.4, Y: 1}, Forecast{Speaker: "speaker 01", Event: "1", P: 0.5, Later: true})
			names, all := saidOf(fs)
			o := Options{Resamples: 300}
			want, got := Rank(given(fs), o), Standings(names, all, o)
			byName := func(x, y Named) int { return cmp.Or(cmp.Compare(x.Better, y.Better), cmp.Compare(x.Worse, y.Worse)) }
			slices.SortFunc(want.Named, byName)
			slices.SortFunc(got.Named, byName)
			if diff := gocmp.Diff(Standing{want.Ranked, want.Named}, got, cmpopts.EquateEmpty()); diff != "" || Ranked(names, all, o) != want.Ranked {
				t.Errorf("seed %d, chance %v: %d ranked, %s", seed, chance, Ranked(names, all, o), diff)
			}
			seen[fmt.Sprint(want.Mode, len(want.Named) > 0)]++
		}
	}
	if len(seen) != 4 {
		t.Errorf("only %v were met", slices.Sorted(maps.Keys(seen)))
	}
}

// An adder says of one row after another what is said of names.
func TestAnAdderAddsUpRows(t *testing.T) {
	fs := []Forecast{{Event: "a", P: 0.3, Y: 1, Weight: 0.5}, {P: 0.9, Weight: 0.25}, {Event: "b", P: 0.2, Y: 1}, {Event: "a", P: 0.6, Y: 1},
		{Event: "a", P: 0.1, Later: true}, {Event: "c", P: 0.4, Later: true}, {P: 0.7, Y: 1}}
	_, all := saidOf(fs)
	a := NewAdder(10)
	for range 2 {
		for _, byEvent := range []bool{true, false} {
			loss, weight := 0.0, 0.0
			for i, w := range Weights(given(fs), byEvent) {
				loss, weight = loss+w*Brier(fs[i].P, fs[i].Y), weight+w
			}
			if mean, events := a.Brier(all, byEvent); *mean != loss/weight || events != Events(given(fs)) {
				t.Errorf("by event %v: %v of %d events, want %v of %d", byEvent, *mean, events, loss/weight, Events(given(fs)))
			}
			sides := func(yield func(Sided) bool) {
				for s := range all {
					side := Sided{Event: fmt.Sprint(s.Event), Right: s.Y == 1, Weight: s.Weight}
					if s.Event == NoEvent {
						side.Event = ""
					}
					if !yield(side) {
						return
					}
				}
			}
			k, n := a.Right(all, byEvent)
			if wantK, wantN := RightOf(sides, byEvent); k != wantK || n != wantN {
				t.Errorf("by event %v: %v of %d right, want %v of %d", byEvent, k, n, wantK, wantN)
			}
		}
	}
	if mean, events := a.Brier(slices.Values([]Said(nil)), true); mean != nil || events != 0 {
		t.Errorf("nothing has the mean %v", mean)
	}
}
