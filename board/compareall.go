package board

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// CompareAll compares every two speakers who spoke about the same event and
// have something in common to compare. All of them are one family: p-values
// are adjusted by Holm's method, and verdicts follow. The pairs that stand most
// clearly come first.
func (b Board) CompareAll() []scoring.Comparison {
	list := []scoring.Comparison{}
	for _, pair := range b.together() {
		as, bs := b.Statements(pair[0], pair[1])
		c := scoring.Compare(pair[0], pair[1], as, bs)
		if c.Pairs > 0 || c.Sides.Events > 0 {
			list = append(list, c)
		}
	}
	scoring.AdjustAll(list)
	slices.SortStableFunc(list, func(x, y scoring.Comparison) int {
		return cmp.Or(cmp.Compare(family(x), family(y)), cmp.Compare(apartBy(y), apartBy(x)))
	})
	return list
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
func (b Board) together() [][2]string {
	speakers := map[string]map[string]bool{}
	for _, j := range b.Judged {
		event := claims.Fold(j.Claim.Event)
		if j.Y == nil || event == "" {
			continue
		}
		if speakers[event] == nil {
			speakers[event] = map[string]bool{}
		}
		speakers[event][j.Claim.Speaker] = true
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
