package scoring

import (
	"cmp"
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
	var own []float64
	for rows := range events {
		own = countChances(own, rows)
		all := convolved(room, chances, own)
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

// countChances are the chances that 0, 1 … of the rows of one event happen, in
// the room of others.
func countChances(room []float64, rows []row) []float64 {
	chances := room[:0]
	for _, r := range slices.Backward(rows) {
		chances = append(chances, r.p)
	}
	if !slices.IsSortedFunc(chances, descending) { // rows of several questions
		slices.SortFunc(chances, descending)
	}
	above := 1.0
	for k, p := range chances { // at least k+1 happen with the chance of the k-th
		chances[k], above = above-p, p
	}
	return append(chances, above)
}

func descending(a, b float64) int { return cmp.Compare(b, a) }

// convolved are the chances of a sum of two counts, in the room of others. Those
// of b, of which there are at least two, are taken two or three at a time, each
// product added to its sum in the order of b.
func convolved(room, a, b []float64) []float64 {
	n := len(a) + len(b) - 1
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	for sums := room; len(b) > 0; {
		if len(b) == 2 || len(b) == 4 {
			addTwo(sums, a, b[0], b[1])
			sums, b = sums[2:], b[2:]
			continue
		}
		addThree(sums, a, b[0], b[1], b[2])
		sums, b = sums[min(3, len(sums)):], b[3:]
	}
	return room
}

// addTwo adds a·b, and a·c one place further on.
func addTwo(sums, a []float64, b, c float64) {
	before, own := 0.0, sums[:len(a)]
	for k, x := range a {
		own[k] = own[k] + float64(x*b) + float64(before*c)
		before = x
	}
	sums[len(a)] += float64(before * c)
}

// addThree adds a·b, and a·c and a·d one place and two places further on.
func addThree(sums, a []float64, b, c, d float64) {
	first, before, own := 0.0, 0.0, sums[:len(a)]
	for k, x := range a {
		own[k] = own[k] + float64(x*b) + float64(before*c) + float64(first*d)
		first, before = before, x
	}
	sums[len(a)] = sums[len(a)] + float64(before*c) + float64(first*d)
	sums[len(a)+1] += float64(before * d)
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
