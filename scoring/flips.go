package scoring

import (
	"math"
	"slices"
)

// flips are the signs that differences could as well have had if two speakers
// were equal: all of them while there are no more than draws, else drawn.
type flips struct {
	n     int
	words int      // of 64 signs for each flip
	signs []uint64 // 1 is +
	own   float64  // flips that stand for what was observed: the empty subset
}

func newFlips(n int, o Options) flips {
	f := flips{n: n, words: (n + 63) / 64}
	if n < 63 && 1<<n <= o.Resamples {
		for s := range uint64(1) << n {
			f.signs = append(f.signs, s)
		}
		return f
	}
	f.own = 1
	for r := range o.Resamples {
		g := newGenerator(o.Seed, forSigns, r)
		for range f.words {
			f.signs = append(f.signs, g.next())
		}
	}
	return f
}

// subsets calls with the sum and the size of the differences that have a + in
// each flip.
func (f flips) subsets(diffs []float64, each func(sum, size float64)) {
	for at := 0; at < len(f.signs); at += f.words {
		sum, size := 0.0, 0.0
		for i, d := range diffs {
			if f.signs[at+i/64]>>(i%64)&1 == 1 {
				sum += d
				size++
			}
		}
		each(sum, size)
	}
}

// all is the number of flips, with the observed one where they are drawn.
func (f flips) all() float64 { return float64(len(f.signs)/max(1, f.words)) + f.own }

// p is the two-sided p-value of the mean: twice the smaller share of subset
// means on one side of 0, the empty subset on both (Hartigan, 1969). That is
// the permutation test in which every difference could as well have had the
// other sign.
func (f flips) p(diffs []float64) float64 {
	below, above := f.own, f.own
	f.subsets(diffs, func(sum, size float64) {
		if sum <= float64(1e-12*size) {
			below++
		}
		if sum >= float64(-1e-12*size) {
			above++
		}
	})
	return min(1, 2*min(below, above)/f.all())
}

// interval is the means that p would not refuse at 5 %: order statistics of the
// subset means. It is nil below six differences that are not 0.
func (f flips) interval(diffs []float64) (low, high *float64) {
	different := 0
	for _, d := range diffs {
		if math.Abs(d) > 1e-12 {
			different++
		}
	}
	if different < minShared {
		return nil, nil
	}
	var means []float64
	empty := f.own
	f.subsets(diffs, func(sum, size float64) {
		if size == 0 {
			empty++
			return
		}
		means = append(means, sum/size)
	})
	slices.Sort(means)
	at := int(math.Ceil(0.025*f.all()-empty-1e-9)) - 1
	if at < 0 {
		return nil, nil
	}
	return ptr(means[at]), ptr(means[len(means)-1-at])
}
