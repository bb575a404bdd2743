package scoring

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// tableOf is forecasts as a table, numbered in the order of their first use;
// without events or weights where the kind of book has none.
func tableOf(fs []Forecast, k bookKind) *Table {
	var speakers, events []string
	places := map[*[]string]map[string]int32{&speakers: {}, &events: {}}
	numberOf := func(names *[]string, name string) int32 {
		if _, known := places[names][name]; !known {
			places[names][name] = int32(len(*names))
			*names = append(*names, name)
		}
		return places[names][name]
	}
	t := NewTable(k.weights)
	for _, f := range fs {
		r := Row{Speaker: numberOf(&speakers, f.Speaker), Event: NoEvent, P: f.P, Y: f.Y, Weight: f.weight()}
		if k.events && f.Event != "" {
			r.Event = numberOf(&events, f.Event)
		}
		t.Add([]Row{r})
	}
	t.Close(speakers, events)
	return t
}

// A table and the same forecasts as claims give the same figures, but for the
// range over readings, which a table does not have.
func TestTableAgreesWithMeasure(t *testing.T) {
	o := Options{Resamples: 50}
	withoutReadings := cmpopts.IgnoreFields(Figures{}, "BrierBest", "BrierWorst")
	for _, k := range bookKinds {
		t.Run(k.String(), func(t *testing.T) {
			g := newGenerator(1, 0, 0)
			fs := randomBook(&g, 9000, k)
			bySpeaker := map[string][]Forecast{}
			for i := range fs {
				f := &fs[i]
				f.Low, f.High = f.P, f.P
				f.Speaker = []string{"a", "b", "b", "b", "b", "b", "b", "c"}[g.below(8)] // b alone is a stream
				bySpeaker[f.Speaker] = append(bySpeaker[f.Speaker], *f)
			}
			got := tableOf(fs, k).Score(o)
			near := cmpopts.EquateApprox(1e-11, 1e-12)
			if diff := cmp.Diff(Measure(given(fs), o), got.Overall, withoutReadings, near); diff != "" {
				t.Error(diff)
			}
			for _, s := range got.Groups {
				if diff := cmp.Diff(Measure(given(bySpeaker[s.Name]), o), s.Figures, withoutReadings, near); diff != "" {
					t.Error(s.Name, diff)
				}
			}
			if len(got.Groups) != 3 || got.Groups[0].Name != "a" || got.Groups[2].Name != "c" {
				t.Errorf("groups %v", got.Groups)
			}
			want := rank(gridOf(given(fs)), o.withDefaults())
			if diff := cmp.Diff(want, got.Leaderboard, near); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// More distinct forecasts than fit into one slab are merged in order.
func TestManySlabs(t *testing.T) {
	g := newGenerator(2, 0, 0)
	sources := make([]*runs, 7)
	var m merger
	n := 3 * slabRuns
	for k := range sources {
		sources[k] = &runs{}
		for range n / len(sources) {
			sources[k].add(g.float(), float64(g.below(2)))
			if sources[k].full() {
				m.compact(sources[k])
			}
		}
		m.compact(sources[k])
	}
	count, before := 0, -1.0
	mergeRuns(sources, func(q point) {
		count += q.n
		if q.p < before {
			t.Fatalf("%v after %v", q.p, before)
		}
		before = q.p
	})
	if want := n / len(sources) * len(sources); count != want {
		t.Errorf("%d forecasts, want %d", count, want)
	}
}
