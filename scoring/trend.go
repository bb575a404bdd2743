package scoring

import (
	"cmp"
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
	return first, second, EnoughForTrend(len(first), len(second))
}

// EnoughForTrend reports whether two halves with so many values can be compared.
func EnoughForTrend(first, second int) bool { return first >= halfTrend && second >= halfTrend }

// Quarter is the quarter of a month: 20251 is the first of 2025. Sort by it.
func Quarter(year, month int) int { return 10*year + (month-1)/3 + 1 }
