package scoring

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// shiftDraws is how often the values of two periods are shuffled.
const shiftDraws = 9_999

// Shift is the difference of the means of two periods, later less earlier,
// with its 95 % interval (Welch, 1947). The p-value is the larger of Welch's and
// that of shuffling the values between the periods, whose statistic is Welch's
// too: neither alone is honest on few values that hardly vary.
type Shift struct {
	Difference float64  `json:"difference"`
	Low        *float64 `json:"low"` // nil with fewer than two values in either, and where none varies
	High       *float64 `json:"high"`
	PValue     *float64 `json:"p_value"` // nil with fewer than two values in either
	PHolm      *float64 `json:"p_holm"`  // adjusted for all that was tested with it
}

// ShiftOf compares two periods by one value an event; nil without one in
// either.
func ShiftOf(earlier, later []float64) *Shift {
	if len(earlier) == 0 || len(later) == 0 {
		return nil
	}
	w := welch(earlier, later)
	c := &Shift{Difference: w.difference}
	if len(earlier) < 2 || len(later) < 2 {
		return c
	}
	if w.variance > 0 {
		half := studentT(w.df) * math.Sqrt(w.variance)
		c.Low, c.High = ptr(c.Difference-half), ptr(c.Difference+half)
	}
	c.PValue = ptr(max(w.p(), shuffled(earlier, later, func(a, b []float64) float64 { return welch(a, b).size() })))
	return c
}

// welched is the difference of two means with what its error is judged by.
type welched struct{ difference, variance, df float64 }

func welch(earlier, later []float64) welched {
	part := func(xs []float64) (v, df float64) {
		mean, squares := meanOf(xs), 0.0
		for _, x := range xs {
			squares += float64((x - mean) * (x - mean))
		}
		n := float64(len(xs))
		if squares < 1e-18*n {
			return 0, 0
		}
		v = squares / (n - 1) / n
		return v, v * v / (n - 1)
	}
	w := welched{difference: meanOf(later) - meanOf(earlier)}
	if len(earlier) < 2 || len(later) < 2 {
		return w
	}
	a, dfA := part(earlier)
	b, dfB := part(later)
	if w.variance = a + b; w.variance > 0 {
		w.df = w.variance * w.variance / (dfA + dfB)
	}
	return w
}

// size is how many standard errors the means lie apart, infinite where nothing
// varies but they do.
func (w welched) size() float64 {
	switch {
	case math.Abs(w.difference) < 1e-12:
		return 0
	case w.variance == 0:
		return math.Inf(1)
	}
	return math.Abs(w.difference) / math.Sqrt(w.variance)
}

// p is two-sided, 0 where nothing varies: then shuffling decides.
func (w welched) p() float64 {
	if w.variance == 0 {
		return 0
	}
	return 2 * distuv.StudentsT{Mu: 0, Sigma: 1, Nu: w.df}.CDF(-w.size())
}

// shuffled is how often, the observed order among them, two periods lie as far
// apart when values could as well have come in the other one.
func shuffled[T any](earlier, later []T, size func(earlier, later []T) float64) float64 {
	all := append(append([]T{}, earlier...), later...)
	observed := size(earlier, later)
	drawn := replicates(Options{Resamples: shiftDraws}.withDefaults(), forChange, func() func(*generator) float64 {
		order := make([]T, len(all))
		return func(g *generator) float64 {
			copy(order, all)
			for i := range earlier { // only who is in the first period matters
				j := i + g.below(len(order)-i)
				order[i], order[j] = order[j], order[i]
			}
			return size(order[:len(earlier)], order[len(earlier):])
		}
	})
	extreme := 1
	for _, d := range drawn {
		if d >= observed*(1-1e-9)-1e-12 {
			extreme++
		}
	}
	return float64(extreme) / float64(len(drawn)+1)
}
