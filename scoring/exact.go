package scoring

import (
	"iter"
	"math"
	"slices"
)

// maxConvolved is how many chances may be multiplied for an exact p-value.
const maxConvolved = 200_000_000

// countable reports whether an exact p-value is not too much work, which grows
// with the square of the rows.
func (s sample) countable() bool {
	sizes := make([]int, s.events)
	for _, r := range s.rows {
		sizes[r.event]++
	}
	all, products := 1, 0
	for _, n := range sizes {
		all += n
		products += all * (n + 1)
	}
	return products <= maxConvolved
}

// drawnInTheLargeP is the p-value of Σ(y − p) by draws.
func (s sample) drawnInTheLargeP(o Options) float64 {
	o.allDraws = true
	return twoSided(s.errors(inTheLarge), s.simulated(o, math.Inf(-1)), func(d drawn) float64 { return d.large })
}

// inTheLargeP is the p-value of Σ(y − p), exactly: twice the smaller chance of
// as few or as many that happen, were every forecast calibrated. The rows of one
// event share one random number, so that as many of them happen as lie above it.
func (s sample) inTheLargeP(events iter.Seq[[]row]) float64 {
	chances, happened := make([]float64, 1, len(s.rows)+1), 0.0
	chances[0] = 1
	for rows := range events {
		chances = convolved(chances, countChances(rows))
	}
	for _, r := range s.rows {
		happened += r.y
	}
	low, high := 0.0, 0.0
	for k, p := range chances {
		if float64(k) <= happened+1e-9 {
			low += p
		}
		if float64(k) >= happened-1e-9 {
			high += p
		}
	}
	return min(1, 2*min(low, high))
}

// countChances are the chances that 0, 1 … of the rows of one event happen.
func countChances(rows []row) []float64 {
	chances := make([]float64, 0, len(rows)+1)
	for _, r := range rows {
		chances = append(chances, r.p)
	}
	slices.Sort(chances)
	slices.Reverse(chances)
	above := 1.0
	for k, p := range chances { // at least k+1 happen with the chance of the k-th
		chances[k], above = above-p, p
	}
	return append(chances, above)
}

// convolved are the chances of a sum of two counts; what it is made of is
// appended to a.
func convolved(a, b []float64) []float64 {
	n := len(a)
	for range b[1:] {
		a = append(a, 0)
	}
	for k := len(a) - 1; k >= 0; k-- {
		sum := 0.0
		for j := max(0, k-n+1); j < len(b) && j <= k; j++ {
			sum += float64(a[k-j] * b[j])
		}
		a[k] = sum
	}
	return a
}
