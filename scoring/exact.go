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
	chances, room, happened := []float64{1}, []float64(nil), 0.0
	least, n := 0, 0 // so many happen with the first of the chances
	for rows := range events {
		all := convolved(room, chances, countChances(rows))
		room = chances
		chances, n = possible(all)
		least += n
	}
	for _, r := range s.rows {
		happened += r.y
	}
	low, high := 0.0, 0.0
	for k, p := range chances {
		if float64(least+k) <= happened+1e-9 {
			low += p
		}
		if float64(least+k) >= happened-1e-9 {
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

// convolved are the chances of a sum of two counts, in the room of others.
func convolved(room, a, b []float64) []float64 {
	room = slices.Grow(room[:0], len(a)+len(b)-1)[:len(a)+len(b)-1]
	clear(room)
	for j, chance := range b {
		if chance == 0 {
			continue
		}
		sums := room[j : j+len(a)]
		for k, x := range a {
			sums[k] += float64(x * chance)
		}
	}
	return room
}

// nothing is a chance so small that no p-value shows it.
const nothing = 1e-40

// possible is chances without those at both ends that are nothing, and how many
// were before them.
func possible(chances []float64) (left []float64, before int) {
	for before < len(chances)-1 && chances[before] < nothing {
		before++
	}
	end := len(chances)
	for end > before+1 && chances[end-1] < nothing {
		end--
	}
	return chances[before:end], before
}
