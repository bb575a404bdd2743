package board

import (
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"tracker/scoring"
)

// CompareAll compares every two speakers who spoke about the same event and
// have something in common to compare, on all processors. All of them are one
// family: p-values are adjusted by Holm's method, and verdicts follow. The
// pairs that stand most clearly come first. step is told, by one goroutine at
// a time, how many pairs are compared; an end of ctx ends it.
func (b Board) CompareAll(ctx context.Context, step func(done, all int)) ([]scoring.Comparison, error) {
	spoken := b.spoken()
	pairs := spoken.together()
	compared := make([]scoring.Comparison, len(pairs))
	if err := inTurn(ctx, len(pairs), step, func(i int) {
		as, bs := spoken.statements(pairs[i][0], pairs[i][1])
		compared[i] = scoring.Compare(pairs[i][0], pairs[i][1], as, bs)
	}); err != nil {
		return nil, err
	}
	list := slices.DeleteFunc(compared, func(c scoring.Comparison) bool { return c.Pairs == 0 && c.Sides.Events == 0 })
	scoring.AdjustAll(list)
	slices.SortStableFunc(list, func(x, y scoring.Comparison) int {
		return cmp.Or(cmp.Compare(family(x), family(y)), cmp.Compare(apartBy(y), apartBy(x)))
	})
	return list, nil
}

// family is the least adjusted p-value of a comparison, 2 where nothing was
// tested.
func family(c scoring.Comparison) float64 {
	p := 2.0
	for _, x := range []*float64{c.PHolm, c.Sides.PHolm} {
		if x != nil {
			p = min(p, *x)
		}
	}
	return p
}

// apartBy is how far two speakers lie apart.
func apartBy(c scoring.Comparison) float64 {
	if c.Difference == nil {
		return 0
	}
	return math.Abs(*c.Difference)
}

// together are the pairs of speakers with counted claims on one event, in the
// order of their names.
func (s saidBy) together() [][2]string {
	speakers := map[string]map[string]bool{}
	for speaker, list := range s {
		for _, e := range list {
			if speakers[e.Event] == nil {
				speakers[e.Event] = map[string]bool{}
			}
			speakers[e.Event][speaker] = true
		}
	}
	pairs := map[[2]string]bool{}
	for _, on := range speakers {
		names := slices.Sorted(maps.Keys(on))
		for i, x := range names {
			for _, y := range names[i+1:] {
				pairs[[2]string{x, y}] = true
			}
		}
	}
	return slices.SortedFunc(maps.Keys(pairs), comparePairs)
}
