package scoring

import (
	"cmp"
	"math"
	"slices"
)

// criticalDifference draws, for speakers who are all equal, the greatest
// |Z_i − Z_j|/s_ij over all pairs; Z is Student t with n + 9 degrees of freedom.
func criticalDifference(as []ability, o Options) float64 {
	o.Resamples = o.rankDraws(len(as))
	greatest := replicates(o, forRanks, func() func(*generator) float64 {
		zs := make([]deviate, len(as))
		return func(g *generator) float64 {
			for i, a := range as {
				t := g.studentT(float64(a.n + 9))
				zs[i] = deviate{math.Abs(t), t * math.Sqrt(a.variance), a.variance}
			}
			return greatestDifference(zs)
		}
	})
	slices.Sort(greatest)
	return quantile(greatest, 0.95)
}

// How many numbers are drawn for the greatest difference, as long as that
// leaves draws enough: c, of which a bar is some hundredths, is then known to
// 0.02.
const (
	maxRanked    = 500_000
	minRankDraws = 500
)

// rankDraws is how many boards of so many equals are drawn.
func (o Options) rankDraws(speakers int) int {
	return min(o.Resamples, max(minRankDraws, maxRanked/max(1, speakers)))
}

// deviate is one speaker's drawn error.
type deviate struct{ size, z, variance float64 } // size = |z| / √variance

// greatestDifference is the maximum over all pairs. No pair exceeds
// √(size_i² + size_j²): once the largest has met everybody, most cannot be in
// a greater one, and those that can meet with the largest sizes first.
func greatestDifference(zs []deviate) float64 {
	if len(zs) == 0 {
		return 0
	}
	top := 0
	for i := range zs {
		if zs[i].size > zs[top].size {
			top = i
		}
	}
	largest, best := zs[top], 0.0
	for _, z := range zs {
		best = max(best, largest.from(z))
	}
	left := zs[:0]
	for _, z := range zs {
		if squared(z.size)+squared(largest.size) > squared(best) {
			left = append(left, z)
		}
	}
	slices.SortFunc(left, func(a, b deviate) int { return cmp.Compare(b.size, a.size) })
	for i, a := range left {
		for _, b := range left[i+1:] {
			if squared(a.size)+squared(b.size) <= squared(best) {
				break
			}
			best = max(best, a.from(b))
		}
	}
	return best
}

// from is |z_i − z_j|/s_ij.
func (a deviate) from(b deviate) float64 {
	return math.Abs(a.z-b.z) / math.Sqrt(a.variance+b.variance)
}

func squared(x float64) float64 { return x * x }

// studentT draws from Student's t (Bailey, Mathematics of Computation 1994).
func (g *generator) studentT(df float64) float64 {
	u := 1 - g.float() // not 0
	return math.Sqrt(df*math.Expm1(-2/df*math.Log(u))) * math.Cos(2*math.Pi*g.float())
}
