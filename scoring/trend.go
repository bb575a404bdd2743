package scoring

import (
	"cmp"
	"math"
	"slices"
)

// halfTrend is how many each half of a trend needs.
const halfTrend = 8

// Halves splits what happened on so many days, days counting from any origin,
// into the first and the second half, as indices in the order of days. What fell
// on one day stays together, in the half that holds more of it. It is false with
// fewer than eight in either.
func Halves(days []int) (first, second []int, ok bool) {
	order := make([]int, len(days))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(days[i], days[j]) })
	cut := len(order) / 2
	low, high := cut, cut
	for low > 0 && low < len(order) && days[order[low-1]] == days[order[low]] {
		low--
	}
	for high > 0 && high < len(order) && days[order[high-1]] == days[order[high]] {
		high++
	}
	if cut-low <= high-cut {
		cut = low
	} else {
		cut = high
	}
	first, second = order[:cut], order[cut:]
	return first, second, len(first) >= halfTrend && len(second) >= halfTrend
}

// Quarter is the quarter of a month: 20251 is the first of 2025. Sort by it.
func Quarter(year, month int) int { return 10*year + (month-1)/3 + 1 }

// Change is the difference of the means of two periods, later less earlier,
// with its 95 % interval (Welch, 1947). The interval is nil with fewer than two
// values in either.
type Change struct {
	Difference float64  `json:"difference"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
}

// ChangeOf compares two periods by one value an event.
func ChangeOf(earlier, later []float64) *Change {
	if len(earlier) == 0 || len(later) == 0 {
		return nil
	}
	c := &Change{Difference: meanOf(later) - meanOf(earlier)}
	if len(earlier) < 2 || len(later) < 2 {
		return c
	}
	part := func(xs []float64) (v, df float64) {
		sd := standardDeviation(xs)
		v = sd * sd / float64(len(xs))
		return v, v * v / float64(len(xs)-1)
	}
	a, dfA := part(earlier)
	b, dfB := part(later)
	half := 0.0
	if a+b > 0 {
		half = studentT((a+b)*(a+b)/(dfA+dfB)) * math.Sqrt(a+b)
	}
	c.Low, c.High = ptr(c.Difference-half), ptr(c.Difference+half)
	return c
}
