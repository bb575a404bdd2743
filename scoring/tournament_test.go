package scoring

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mixedRows draws rows that share p, y, weight and event often.
func mixedRows(g *generator, n int) (rows []row) {
	for range n {
		r := row{p: float64(g.below(8)) / 8, y: float64(g.below(3)) / 2, w: 1, event: int32(g.below(4)) - 1}
		if g.below(3) == 0 {
			r.w, r.p = float64(1+g.below(2)), g.float()
		}
		r.side = sideOf(r.p, r.p)
		rows = append(rows, r)
	}
	return rows
}

func inOrderOfRows(rows []row) []row {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b row) int { return compareRows(&a, &b) })
	return rows
}

var wholeRow = cmp.AllowUnexported(row{})

func TestRowsAreSortedByKeys(t *testing.T) {
	var m merger
	for seed, n := range []int{1, 2, 40, radixFrom + 200} {
		g := newGenerator(uint64(seed), 0, 0)
		rows := mixedRows(&g, n)
		if diff := cmp.Diff(inOrderOfRows(rows), m.sortedRows(rows), wholeRow); diff != "" {
			t.Errorf("%d rows: %s", n, diff)
		}
	}
}

func TestGroupsAreMerged(t *testing.T) {
	var room []row
	for seed, sizes := range [][]int{{}, {5}, {3, 4}, {0, 7, 0}, {1, 2, 30, 4, 50}, {9, 9, 9, 9, 9, 9, 9, 9}} {
		g := newGenerator(uint64(seed), 0, 0)
		var groups []*group
		var want []row
		for _, n := range sizes {
			one := &group{rows: inOrderOfRows(mixedRows(&g, n))}
			for range g.below(4) {
				one.runs.add(0.25, 1)
			}
			new(merger).compact(&one.runs)
			groups, want = append(groups, one), append(one.runs.rows(want), one.rows...)
		}
		room = mergeRows(room, groups)
		if diff := cmp.Diff(inOrderOfRows(want), slices.Clone(room), wholeRow); diff != "" && len(want) > 0 {
			t.Errorf("%v: %s", sizes, diff)
		}
	}
}

// The errors of the first speakers are those of all.
func TestRobustErrorsOfTheFirst(t *testing.T) {
	g := newGenerator(1, 0, 0)
	fit := gridOf(given(boardBook(&g, []float64{0.1, 0.5, 1, 2, 3, 1, 1, 2}, 12, 0.9))).shared().overlap()
	if fit.robust == nil {
		t.Fatal("no robust form")
	}
	first, all := fit.robust.of(3), fit.robust.of(8)
	for i := range 3 {
		for j := range 3 {
			near(t, "covariance", first.At(i, j), all.At(i, j))
		}
	}
	fit.robust.known = first
	if fit.s(0, 7) <= 0 || fit.robust.known.SymmetricDim() != 8 {
		t.Errorf("who is asked for later is not worked out: %d", fit.robust.known.SymmetricDim())
	}
}
