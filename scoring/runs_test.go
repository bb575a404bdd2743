package scoring

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSortKeys(t *testing.T) {
	var spare []uint64
	for _, n := range []int{0, 1, radixFrom - 1, radixFrom, 3 * radixFrom} {
		for name, key := range map[string]func(*generator) uint64{
			"anything": (*generator).next,
			"forecasts": func(g *generator) uint64 {
				return keyOf(float64(g.below(1001))/1000, float64(g.below(2)))
			},
			"one value": func(*generator) uint64 { return keyOf(0.5, 1) },
		} {
			g := newGenerator(uint64(n), 0, 0)
			keys := make([]uint64, n)
			for i := range keys {
				keys[i] = key(&g)
			}
			want := slices.Sorted(slices.Values(keys))
			if spare = sortKeys(keys, spare); !slices.Equal(keys, want) {
				t.Errorf("%d keys, %s: not sorted", n, name)
			}
		}
	}
}

// However often they are compacted, runs hold every forecast once, in order.
func TestRunsCount(t *testing.T) {
	g := newGenerator(1, 0, 0)
	var r runs
	var m merger
	want := map[point]int{}
	for range 20_000 {
		p, y := float64(g.below(101))/100, float64(g.below(2))
		want[point{p: p, y: y}]++
		r.add(p, y)
		if r.full() || g.below(1000) == 0 {
			m.compact(&r)
		}
	}
	m.compact(&r)
	got := map[point]int{}
	before := point{p: -1}
	r.points(func(q point) {
		if q.p < before.p || q.p == before.p && q.y <= before.y {
			t.Errorf("%v after %v", q, before)
		}
		got[point{p: q.p, y: q.y}] = q.n
		before = q
	})
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(point{})); diff != "" || r.n != 20_000 {
		t.Errorf("%d forecasts: %s", r.n, diff)
	}
}
