package scoring

import "iter"

// Forecasts are forecasts in an order. They may be made one by one whenever
// somebody goes through them, because a book of a million claims has no room for
// all of them at once; each time they must be the same.
type Forecasts = iter.Seq[Forecast]

// numbered are forecasts with their places, from 0.
func numbered(fs Forecasts) iter.Seq2[int, Forecast] {
	return func(yield func(int, Forecast) bool) {
		at := 0
		for f := range fs {
			if !yield(at, f) {
				return
			}
			at++
		}
	}
}
