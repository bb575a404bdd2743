package scoring

import "gonum.org/v1/gonum/mat"

// robustErrors are the errors of differences by the covariance of a that lets the
// losses on one question depend on each other in any way:
// M⁺(Σ_e r_e r_eᵀ)M⁺·cells/df. They are worked out when they are asked for, and
// for the first speakers alone as long as nobody asks for others: where nothing
// can be named only the median is wanted.
type robustErrors struct {
	speakers int
	of       func(first int) *mat.SymDense
	known    *mat.SymDense
}

// newRobustErrors are those of a fit with these residuals.
func newRobustErrors(inverse *mat.SymDense, questions [][]lossOn, residuals [][]float64, scale float64) *robustErrors {
	r := &robustErrors{speakers: inverse.SymmetricDim()}
	if len(questions) < 2*r.speakers {
		r.of = byVectors(inverse, questions, residuals, scale)
	} else {
		whole := byMiddle(inverse, questions, residuals, scale)
		r.of = func(int) *mat.SymDense { return whole }
	}
	return r
}

// gapVariance is the squared standard error of a difference.
func (r *robustErrors) gapVariance(i, j int) float64 {
	if last := max(i, j); r.known == nil || last >= r.known.SymmetricDim() {
		first := r.speakers
		if last < maxMedian {
			first = min(first, maxMedian)
		}
		r.known = r.of(first)
	}
	return gapVariance(r.known, i, j)
}

// byVectors makes the covariance of the first speakers of the vectors M⁺r_e: with
// fewer questions than twice the speakers.
func byVectors(inverse *mat.SymDense, questions [][]lossOn, residuals [][]float64, scale float64) func(first int) *mat.SymDense {
	r := mat.NewDense(inverse.SymmetricDim(), len(questions), nil)
	for q, cells := range questions {
		for i, c := range cells {
			r.Set(int(c.other), q, residuals[q][i])
		}
	}
	return func(first int) *mat.SymDense { return outer(product(rowsOfSym(inverse, first), r), scale) }
}

// byMiddle makes the covariance of all speakers.
func byMiddle(inverse *mat.SymDense, questions [][]lossOn, residuals [][]float64, scale float64) *mat.SymDense {
	k := inverse.SymmetricDim()
	middle := mat.NewSymDense(k, nil)
	sums := upperOf(middle)
	for q, cells := range questions {
		for i, c := range cells {
			for j, d := range cells[i:] {
				sums.add(c.other, d.other, float64(residuals[q][i]*residuals[q][i+j]))
			}
		}
	}
	inner := product(rowsOfSym(middle, k), rowsOfSym(inverse, k))
	whole := product(rowsOfSym(inverse, k), inner)
	out := mat.NewSymDense(k, nil)
	for i := range k {
		for j := i; j < k; j++ {
			out.SetSym(i, j, scale*(whole.At(i, j)+whole.At(j, i))/2)
		}
	}
	return out
}
