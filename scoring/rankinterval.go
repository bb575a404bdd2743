package scoring

import (
	"math"
	"slices"
)

// criticalDifference draws, for speakers who are all equal, the greatest
// |Z_i − Z_j|/s_ij over all pairs; Z is Student t with n + 9 degrees of freedom.
func criticalDifference(as []ability, o Options) float64 {
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

// deviate is one speaker's drawn error.
type deviate struct{ size, z, variance float64 } // size = |z| / √variance

// greatestDifference is the maximum over all pairs. No pair exceeds
// √(size_i² + size_j²), so with the largest sizes first most are not looked at.
func greatestDifference(zs []deviate) float64 {
	slices.SortFunc(zs, func(a, b deviate) int {
		switch {
		case a.size > b.size:
			return -1
		case a.size < b.size:
			return 1
		}
		return 0
	})
	best := 0.0
	for i, a := range zs {
		for _, b := range zs[i+1:] {
			if math.Hypot(a.size, b.size) <= best {
				break
			}
			best = max(best, math.Abs(a.z-b.z)/math.Sqrt(a.variance+b.variance))
		}
	}
	return best
}

// studentT draws from Student's t (Bailey, Mathematics of Computation 1994).
func (g *generator) studentT(df float64) float64 {
	u := 1 - g.float() // not 0
	return math.Sqrt(df*(math.Pow(u, -2/df)-1)) * math.Cos(2*math.Pi*g.float())
}
